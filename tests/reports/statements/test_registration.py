from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary, summarise
from reports.statements.registration import (
    CoverageStatement,
    UnknownStatement,
    coverage_change,
    unknown_change,
)
from reports.statements.statements import Statements
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from storage.figures.history import PrintedFigure
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions
from tests.reports.summaries import PLAIN, TODAY, months, summary, summary_rows, with_coverage

MINORITY = CALL.by_key["minority"]


def _covered(logged: int, counted: int) -> Coverage:
    return Coverage(logged=logged, counted=counted, answered=9, shifts=9)


@pytest.mark.parametrize(
    ("now", "before", "moved"),
    [
        (_covered(1010, 1278), _covered(905, 1312), True),
        (_covered(905, 1312), _covered(1010, 1278), True),
        (_covered(91_000, 100_000), _covered(90_000, 100_000), False),
        (_covered(9_500, 10_000), _covered(9_000, 10_000), True),
        (_covered(9_499, 10_000), _covered(9_000, 10_000), False),
        (_covered(55, 60), _covered(50, 60), False),
        (_covered(0, 0), _covered(50, 60), False),
        (_covered(55, 60), Coverage(), False),
    ],
)
def test_coverage_has_moved_where_that_is_clear_and_by_five_points_or_more(
    now: Coverage, before: Coverage, moved: bool
) -> None:
    told = with_coverage(summary("2026-10", months(("2026-10", 75))), now, before)

    assert coverage_change(told.period_counts) == (CoverageStatement(now, before) if moved else None)


def test_where_coverage_of_the_year_has_moved_only_the_year_is_not_compared() -> None:
    told = summary("2026-10", months(("2025-01", 400), ("2025-10", 70), ("2026-01", 700), ("2026-10", 140)))
    assert told.year
    year = replace(told.year, coverage=_covered(840, 900), coverage_before=_covered(470, 900))

    statements = Statements(replace(told, year=year))

    assert statements.total.verdict == "more"
    assert statements.coverage is None
    assert statements.year
    assert (statements.year.before, statements.year.verdict) == (470, "registration")


def _answered(month: str, yes: int, no: int, unknown: int) -> list[AnswerCount]:
    answers = {"yes": yes, "no": no, "unknown": unknown}
    return [row for key, n in answers.items() for row in months((month, n), answers={**PLAIN, "minority": key})]


def _shares(told: UnknownStatement | None) -> tuple[float, float | None] | None:
    return (told.share, told.earlier.share) if told else None


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ((440, 439, 20), (300, 300, 280), (20 / 899, 280 / 880)),
        ((300, 300, 280), (440, 439, 20), (280 / 880, 20 / 899)),
        ((475, 475, 50), (450, 450, 100), (50 / 1000, 100 / 1000)),
        ((474, 475, 51), (450, 450, 100), None),
        ((40, 40, 10), (40, 40, 16), None),
        ((440, 439, 20), (0, 0, 0), None),
        ((0, 0, 0), (300, 300, 280), None),
    ],
)
def test_not_known_has_moved_where_that_is_clear_and_by_five_points_or_more(
    now: tuple[int, int, int], before: tuple[int, int, int], told: tuple[float, float] | None
) -> None:
    of = summary("2026-10", _answered("2026-10", *now) + _answered("2025-10", *before))

    assert _shares(unknown_change(of, MINORITY)) == told


def test_where_not_known_has_moved_no_answer_of_the_question_is_compared_and_others_are() -> None:
    rows = _answered("2026-10", 440, 439, 20) + _answered("2025-10", 250, 350, 280)
    rows += months(("2026-10", 300), answers={**PLAIN, "reason": "violence"})

    questions = {told.question.key: told for told in Statements(summary("2026-10", rows)).questions}

    assert [answer.verdict for answer in questions["minority"].answers] == ["registration", "registration", "none"]
    assert [answer.points for answer in questions["minority"].answers] == [None] * 3
    assert _shares(questions["minority"].registration) == (20 / 1199, 280 / 880)
    assert questions["reason"].registration is None
    assert [answer.option.key for answer in questions["reason"].changed] == ["guidance", "violence"]


def test_across_a_change_of_the_question_not_known_is_not_compared_either() -> None:
    rows = _answered("2026-10", 440, 439, 20) + _answered("2025-10", 300, 300, 280)
    form = with_questions(CALL, changed(MINORITY, since=date(2026, 3, 1)))

    [*_, minority] = Statements(summary("2026-10", rows, form)).questions

    assert minority.question.key == "minority"
    assert minority.registration is None


def _typed(unknown: PrintedFigure, **known: PrintedFigure) -> Summary:
    """Summarise a year in which 300 of 1000 answered "not known", beside an earlier report."""
    printed = {("minority", option): figure for option, figure in {"unknown": unknown, **known}.items()}
    rows = summary_rows("2025", _answered("2025-01", 350, 350, 300))
    return summarise(CALL, Period.named("2025"), TODAY, replace(rows, typed={"2024": printed}))


def test_not_known_of_an_earlier_report_is_compared_where_it_says_of_how_many() -> None:
    less, unsaid = PrintedFigure(percent=Decimal(5), base=1000), PrintedFigure(percent=Decimal(5))

    assert _shares(unknown_change(_typed(less), MINORITY)) == (0.3, 0.05)
    assert unknown_change(_typed(unsaid), MINORITY) is None


def test_not_known_of_an_earlier_report_is_a_share_of_all_who_were_asked() -> None:
    same = _typed(PrintedFigure(300), yes=PrintedFigure(350), no=PrintedFigure(350))

    assert unknown_change(same, MINORITY) is None
