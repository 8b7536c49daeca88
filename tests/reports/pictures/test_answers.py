"""Which questions stand on the card and which on further pages, and what those pages say."""

from datetime import date

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import SummaryRows, summarise
from reports.analysis.trend import Trend
from reports.pictures.album import MOST_PAGES, album
from reports.pictures.answers import answer_pages, question_pages
from reports.pictures.card import card
from reports.words.language import Code, Language
from reports.words.limits import units
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import Option
from storage.forms.words import Label
from tests.example_forms import CALL, changed
from tests.reports.chapters import rows_of_2015, seed_rows
from tests.reports.forms import with_questions
from tests.reports.summaries import CODES, LIMITS, PLAIN, months, summary, used_since_first

SEED = SummaryRows(seed_rows(), rows_of_2015(), used_since_first(rows_of_2015()))
NO_TREND = Trend((), ())


def _seed(name: str = "2016", code: Code = "nb") -> Wording:
    return Wording(summarise(CALL, Period.named(name), date(2017, 1, 3), SEED), Language(code))


def _form_of(options: int) -> Form:
    """Return the telephone log with so many agencies."""
    agencies = tuple(Option(key=f"a{n}", label=Label(nb=f"Instans {n}")) for n in range(options))
    return with_questions(CALL, changed(CALL.by_key["agency"], options=agencies))


def _of_many(options: int) -> Wording:
    """Tell a month in which the agencies called the more the later they stand in the form."""
    form = _form_of(options)
    rows = [AnswerCount("2026-10", "registered", {**PLAIN, "agency": f"a{n}"}, 10 + n) for n in range(options)]
    return Wording(summary("2026-10", rows, form), Language("nb"))


def test_every_question_stands_on_one_page_in_the_form_s_order() -> None:
    words = _seed()

    pages = question_pages(words)

    assert sorted(told.question.key for page in pages for told in page) == sorted(
        told.question.key for told in words.statements.questions
    )
    for page in pages:
        places = [words.summary.form.questions.index(told.question) for told in page]
        assert places == sorted(places)


def test_what_has_clearly_changed_stands_on_the_card_in_its_colour() -> None:
    words = _seed()

    drawn = card(words)

    clear = {bar.label for panel in drawn.panels for bar in panel.bars if bar.clear}
    assert clear == {change.answer.option.label.in_language("nb") for change in words.statements.story}
    assert clear >= {"Barnevernet", "Helsevesenet"}
    assert [key.sign for key in drawn.legend] == ["now", "before", "clear"]
    assert drawn.elsewhere == len(words.statements.questions) - len(drawn.panels)


@pytest.mark.parametrize("code", CODES)
def test_a_page_s_caption_holds_its_title_and_every_figure_of_its_picture(code: Code) -> None:
    words = _seed(code=code)

    [page] = answer_pages(words, LIMITS, "Senteret")

    assert page.text.startswith(page.chart.title)
    assert units(page.text) <= LIMITS.caption
    for panel in page.chart.panels:
        for bar in panel.bars:
            assert f"{bar.label} {' · '.join(filter(None, [bar.count, bar.share]))}" in page.text


def test_a_page_without_a_clear_change_is_titled_by_its_questions() -> None:
    words = _seed()

    [page] = answer_pages(words, LIMITS, "")

    assert len(question_pages(words)[1]) == 3
    assert page.chart.title == "Hvem ringte, på vegne av og årsak, 2016"
    assert page.chart.subtitle == ""


def test_of_more_than_ten_answers_the_largest_stand_first_everywhere() -> None:
    [told] = [told for told in _of_many(24).statements.questions if told.question.key == "agency"]

    assert [answer.option.key for answer in told.answers] == [f"a{n}" for n in reversed(range(24))]


def test_up_to_ten_answers_stand_in_the_form_s_order() -> None:
    [told] = [told for told in _of_many(10).statements.questions if told.question.key == "agency"]

    assert [answer.option.key for answer in told.answers] == [f"a{n}" for n in range(10)]


def test_a_month_has_a_further_page_where_the_card_is_full() -> None:
    words = Wording(summary("2026-10", months(("2025-10", 40), ("2026-10", 40))), Language("nb"))

    assert len(album(words, NO_TREND, LIMITS)) == len(question_pages(words)) - 1 == 1


def test_an_album_has_no_more_pages_than_the_chat_shows_together() -> None:
    many = tuple(changed(CALL.by_key["reason"], key=f"reason{n}", since=None, until=None) for n in range(70))
    form = changed(CALL, entries=(*CALL.questions, *many), picture=())
    answers = {**PLAIN, **{question.key: "guidance" for question in many}}
    words = Wording(summary("2026-10", months(("2026-10", 40), answers=answers), form), Language("nb"))

    assert len(question_pages(words)) > MOST_PAGES + 1
    assert len(album(words, NO_TREND, LIMITS)) == MOST_PAGES
