"""What may be said of a summary is decided once, and every text says the same."""

from collections.abc import Mapping

import pytest

from reports.statements.questions import QuestionStatement
from reports.statements.statements import Statements
from reports.words.language import Language
from reports.words.prose import prose
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.reports.chapters import prose_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import LIMITS, PLAIN, months, summary


def _calls(month: str, agencies: Mapping[str, int]) -> list[AnswerCount]:
    return [row for key, n in agencies.items() for row in months((month, n), answers={**PLAIN, "agency": key})]


def _agencies(now: Mapping[str, int], before: Mapping[str, int] | None = None) -> QuestionStatement:
    """Say how many called from each agency in October, and in October of the year before."""
    rows = _calls("2026-10", now) + _calls("2025-10", before or {})
    return next(q for q in Statements(summary("2026-10", rows)).questions if q.question.key == "agency")


@pytest.mark.parametrize(
    ("counts", "ranked", "leaders", "foremost"),
    [
        ({"nav": 9, "police": 5, "other": 7}, "nav police other", "nav", "nav other police"),
        ({"nav": 5, "police": 5, "lawyer": 1}, "police nav lawyer", "police nav", "police nav lawyer"),
        (
            {"nav": 9, "police": 8, "health": 3, "shelter": 3, "lawyer": 3},
            "nav police shelter health lawyer",
            "nav",
            "nav police",
        ),
        (
            dict.fromkeys(("nav", "police", "health", "shelter", "lawyer"), 2),
            "police nav shelter health lawyer",
            "",
            "",
        ),
        ({"other": 3}, "other", "other", "other"),
    ],
)
def test_answers_are_ranked_by_their_count_and_what_is_left_over_comes_last(
    counts: Mapping[str, int], ranked: str, leaders: str, foremost: str
) -> None:
    said = _agencies(counts)

    assert [a.option.key for a in said.ranked] == ranked.split()
    assert [a.option.key for a in said.leaders] == leaders.split()
    assert [a.option.key for a in said.foremost] == foremost.split()


def test_the_only_other_answer_makes_up_the_base_with_the_leading_one() -> None:
    [_, behalf, *_] = Statements(summary("2016", seed_rows())).questions

    assert behalf.only_other is not None
    assert behalf.only_other.option.key == "other"
    assert _agencies({"nav": 3, "police": 2, "health": 1}).only_other is None


def test_an_answer_is_clearly_otherwise_only_as_one_picked_among_the_others() -> None:
    said = _agencies({"nav": 40, "police": 24, "health": 5}, {"nav": 12, "police": 12, "health": 6})

    assert [a.option.key for a in said.more] == ["nav"]
    assert "police" in [a.option.key for a in said.same]
    assert said.fewer == []


def test_shares_need_a_base_and_what_is_not_known_is_never_compared() -> None:
    unknown = months(("2025-10", 9), ("2026-10", 9), answers={**PLAIN, "reason": "unknown"})

    few, many = (
        Statements(summary("2026-10", [*months(("2026-10", known)), *unknown])).questions[2] for known in (19, 30)
    )

    assert [answer.share for answer in few.answers] == [None] * 4
    assert [answer.share for answer in many.answers] == [0, 0, 1, None]
    assert (many.base, many.unknown) == (30, 9)
    assert [a.change.verdict for a in many.answers if a.option.unknown] == ["no_base"]


def test_of_a_yes_and_its_no_the_yes_alone_is_compared() -> None:
    rows = [*months(("2025-10", 60)), *months(("2026-10", 60), answers={**PLAIN, "minority": "yes"})]
    minority = Statements(summary("2026-10", rows)).questions[-1]

    assert minority.yes is not None
    assert [a.option.key for a in (*minority.more, *minority.fewer)] == ["yes"]


def test_prose_and_chapter_name_the_same_clear_changes() -> None:
    of = summary("2016", seed_rows() + rows_of_2015())
    changes = {
        answer.option.label.nb: (answer.count, answer.before)
        for question in Statements(of).questions
        for answer in (*question.more, *question.fewer)
    }

    short, long = prose(Wording(of, Language("nb")), LIMITS), prose_of(told(of))

    assert set(changes) == {"Barnevernet", "Helsevesenet", "Kommunen og andre", "Ja"}
    for name, (now, before) in changes.items():
        assert f"{name} under" in short
        assert f"({now}, mot {before}" in long or name == "Ja"
