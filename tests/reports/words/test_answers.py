from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from reports.analysis.baseline import EarlierFigure
from reports.statements.answers import AnswerStatement
from reports.statements.questions import QuestionStatement
from reports.words import answers
from reports.words.language import Code
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.example_forms import CALL
from tests.reports.summaries import PLAIN, months, worded

ALSO = {**PLAIN, "also": ["violence"]}
ROWS = [
    *months(("2025-10", 22), ("2026-10", 60)),
    *months(("2026-10", 12), answers={"caller": "woman", "behalf": "self", "reason": "violence", "crisis": "no"}),
    *months(("2026-10", 3), answers=ALSO),
    AnswerCount("2026-10", "unspecified", {}, 4),
]


@cache
def _words(code: Code = "nb") -> Wording:
    return worded("2026-10", ROWS, code)


def _question(key: str) -> QuestionStatement:
    told = _words().statements
    return next(question for question in (*told.questions, *told.added) if question.question.key == key)


def _answer(
    question: str, option: str, count: int = 24, base: int = 73, earlier: EarlierFigure | None = None
) -> AnswerStatement:
    chosen = CALL.by_key[question].option(option)
    return AnswerStatement(count, base, earlier, "none", most=False, option=chosen, bridged=False)


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("key", "code", "said"),
    [
        ("caller", "nb", "Hvem ringte"),
        ("caller", "nn", "Kven ringde"),
        ("caller", "en", "Who called"),
        ("minority", "nb", "Minoritetsspråklig bakgrunn"),
        ("minority", "en", "Minority-language background"),
    ],
)
def test_a_question_s_figures_are_headed_by_its_short_words_or_else_its_label(
    key: str, code: Code, said: str
) -> None:
    assert answers.heading(_words(code), CALL.by_key[key]) == said


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("caller", ""),
        ("agency", "andel av alle 75"),
        ("behalf", "12 kjente svar"),
        ("also", "av 75 samtaler"),
    ],
)
def test_a_note_says_what_shares_are_of_where_that_is_not_every_known_answer(key: str, said: str) -> None:
    assert _plain(answers.note(_words(), _question(key))) == said


def test_how_many_answers_are_known_is_left_out_of_a_heading_where_not_known_stands_beside_it() -> None:
    told = replace(_question("minority"), unknown=9, base=54, partly=False)

    assert _plain(answers.note(_words(), told)) == "54 kjente svar"
    assert answers.heading_with_note(_words(), told) == "Minoritetsspråklig bakgrunn"
    assert _plain(answers.heading_with_note(_words(), replace(told, partly=True))) == (
        "Minoritetsspråklig bakgrunn (54 svar)"
    )


def test_a_question_of_several_answers_is_said_to_be_one_first() -> None:
    told = _question("behalf")
    several = replace(told, question=told.question.model_copy(update={"kind": "several"}))

    assert _plain(answers.note(_words(), several)) == "flere svar mulig, 12 kjente svar"
    assert answers.note(_words(), replace(several, partly=False)) == "flere svar mulig"


def test_what_was_added_to_no_calls_has_no_note() -> None:
    assert answers.note(_words(), replace(_question("also"), base=0)) == ""


@pytest.mark.parametrize(("key", "said"), [("caller", "Hvem ringte"), ("agency", "Instans (andel av alle 75)")])
def test_a_note_stands_in_parentheses_after_the_heading(key: str, said: str) -> None:
    assert _plain(answers.heading_with_note(_words(), _question(key))) == said


def test_only_a_question_that_adds_to_another_has_a_remark() -> None:
    assert answers.remark(_words(), _question("caller")) == ""
    assert answers.remark(_words(), _question("also")) == "Hovedsvaret står under «Årsak»; dette kom i tillegg."
    assert "“Reason”" in answers.remark(_words("en"), _question("also"))


def test_an_answer_that_includes_earlier_ones_has_a_star() -> None:
    answer = _answer("caller", "woman")

    assert answers.label(_words(), answer) == "Kvinne"
    assert answers.label(_words(), replace(answer, bridged=True)) == "Kvinne*"
    assert answers.label(_words("en"), answer) == "Woman"


def _without_word(question: str, option: str) -> AnswerStatement:
    answer = _answer(question, option)
    return replace(answer, option=answer.option.model_copy(update={"spoken": None}))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_answer("caller", "woman"), "kvinner"),
        (_without_word("caller", "woman"), "«Kvinne»"),
        (_answer("caller", "unknown"), "ikke kjent"),
        (_without_word("caller", "unknown"), "Ikke kjent"),
    ],
)
def test_inside_a_sentence_an_answer_goes_by_the_form_s_word_or_is_quoted(
    answer: AnswerStatement, said: str
) -> None:
    assert answers.spoken(_words(), answer) == said


@pytest.mark.parametrize(
    ("count", "base", "earlier", "said"),
    [
        (24, 73, EarlierFigure(22, 71), "Kvinne 24 · 33 % (31 %)"),
        (24, 73, None, "Kvinne 24 · 33 %"),
        (24, 73, EarlierFigure(0, 71), "Kvinne 24 · 33 % (0 %)"),
        (4, 19, EarlierFigure(3, 71), "Kvinne 4 (3)"),
        (4, 19, None, "Kvinne 4"),
        (0, 73, None, "Kvinne 0 · 0 %"),
        (1234, 1234, EarlierFigure(1500, 1501), "Kvinne 1 234 · 100 % (over 99 %)"),
    ],
)
def test_figures_are_the_count_and_the_shares_of_now_and_of_the_year_before(
    count: int, base: int, earlier: EarlierFigure | None, said: str
) -> None:
    assert _plain(answers.figures(_words(), _answer("caller", "woman", count, base, earlier))) == said


@pytest.mark.parametrize(
    ("count", "base", "percent", "said"),
    [
        (24, 73, "14", "Kvinne 24 · 33 % (14 %)"),
        (24, 73, "14.0", "Kvinne 24 · 33 % (14,0 %)"),
        (24, 73, "0.4", "Kvinne 24 · 33 % (0,4 %)"),
        (4, 19, "14", "Kvinne 4 (14 %)"),
    ],
)
def test_a_share_of_an_earlier_report_stands_as_it_is_printed(
    count: int, base: int, percent: str, said: str
) -> None:
    earlier = EarlierFigure(None, None, Decimal(percent))

    assert _plain(answers.figures(_words(), _answer("caller", "woman", count, base, earlier))) == said


def test_what_is_not_known_is_no_share_and_stands_as_counts() -> None:
    answer = _answer("caller", "unknown", 12, 85, EarlierFigure(9, 80))

    assert answers.figures(_words(), answer) == "Ikke kjent 12 (9)"


def test_on_a_small_base_there_is_no_percentage() -> None:
    assert answers.percent(_words(), _answer("caller", "woman", base=19)) == ""
    assert answers.percent(_words("en"), _answer("caller", "woman", 62, 100)) == "62%"
