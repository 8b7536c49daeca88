from datetime import date

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary, SummaryRows, days_needed, summarise
from storage.figures.counts import AnswerCount
from tests.reports.forms import call_form

TODAY = date(2026, 11, 22)


def _rows(year: int, calls: int) -> list[AnswerCount]:
    return [AnswerCount(f"{year}-{month:02}", "registered", {}, calls) for month in range(1, 13)]


def _summary(name: str, since: str | None = "2024-01", before: int = 2) -> Summary:
    """Summarise calls of which there were three in every month of 2026, and two (or so) in those of 2025."""
    period = Period.named(name)
    days = days_needed(period, TODAY)
    rows = [*_rows(2025, before), *_rows(2026, 3)]
    now = [row for row in rows if row.month in days.months]
    earlier = [row for row in [*_rows(2024, 1), *rows] if row.month in days.a_year_before.months]
    return summarise(call_form(), period, TODAY, SummaryRows(now, earlier, since))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026-10", date(2025, 11, 1), date(2026, 10, 31)),
        ("2026-11", date(2025, 12, 1), TODAY),
        ("2026-T2", date(2026, 1, 1), date(2026, 8, 31)),
        ("2026", date(2026, 1, 1), TODAY),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_summary_is_made_from_these_days(name: str, first: date, last: date) -> None:
    days = days_needed(Period.named(name), TODAY)

    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize(
    ("name", "now", "before", "year", "year_before"),
    [
        ("2026-10", 3, 2, 30, 20),
        ("2026-11", 3, 2, 33, 22),
        ("2026-T2", 12, 8, 24, 16),
        ("2026-T3", 9, 6, 33, 22),
    ],
)
def test_a_period_stands_beside_the_year_before_and_in_the_year_so_far(
    name: str, now: int, before: int, year: int, year_before: int
) -> None:
    summary = _summary(name)

    assert summary.before
    assert summary.year
    assert summary.year.before
    assert (summary.now.total, summary.before.total) == (now, before)
    assert (summary.year.now.total, summary.year.before.total) == (year, year_before)


@pytest.mark.parametrize("name", ["2026", "2026-01", "2026-T1"])
def test_the_year_so_far_is_not_told_where_the_period_says_it(name: str) -> None:
    assert _summary(name).year is None


def test_a_month_is_told_in_the_course_of_twelve() -> None:
    summary = _summary("2026-10")

    assert list(summary.months) == [*Period.named("2025").months[10:], *Period.named("2026").months[:10]]
    assert [month.total for month in summary.months.values()] == [2, 2, *[3] * 10]
    assert [month.total for month in summary.months_before.values()] == [1, 1, *[2] * 10]


def test_months_that_have_not_begun_are_not_told_of() -> None:
    assert list(_summary("2026").months) == list(Period.named("2026").months[:11])
    assert list(_summary("2026-T3").months) == ["2026-09", "2026-10", "2026-11"]


@pytest.mark.parametrize(
    ("since", "compared"),
    [
        ("2024-01", ["month", "year"]),
        ("2025-01", ["month", "year"]),
        ("2025-02", ["month"]),
        ("2025-11", []),
        (None, []),
    ],
)
def test_a_year_before_that_is_not_whole_is_not_compared_with(since: str | None, compared: list[str]) -> None:
    summary = _summary("2026-10", since)

    told = {"month": summary.period_counts, "year": summary.year}
    assert [name for name, against in told.items() if against and against.before] == compared


def test_a_year_before_without_calls_is_not_compared_with() -> None:
    assert _summary("2026-10", before=0).before is None


def test_a_running_period_is_set_against_the_same_days() -> None:
    summary = _summary("2026-11")

    assert summary.running
    assert summary.before
    assert (summary.now.days.last, summary.now.days.a_year_before.last) == (TODAY, date(2025, 11, 22))
