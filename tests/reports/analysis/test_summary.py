from dataclasses import replace
from datetime import date, timedelta

import pytest

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import Summary, SummaryRows, days_needed, summarise
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from tests.reports.forms import call_form

TODAY = date(2026, 11, 22)


def _rows(year: int, calls: int) -> list[AnswerCount]:
    return [AnswerCount(f"{year}-{month:02}", "registered", {}, calls) for month in range(1, 13)]


def _summary(name: str, since: str | None = "2024-01", before: int = 2, until: date = TODAY) -> Summary:
    """Summarise calls of which there were three in every month of 2026, and two (or so) in those of 2025."""
    period = Period.named(name)
    days = days_needed(period, TODAY)
    rows = [*_rows(2025, before), *_rows(2026, 3)]
    now = [row for row in rows if row.month in days.months]
    earlier = [row for row in [*_rows(2024, 1), *rows] if row.month in days.a_year_before.months]
    use = RegisterUse((Days(Period.named(since).first, until + timedelta(days=1)),) if since else ())
    return summarise(call_form(), period, TODAY, SummaryRows(now, earlier, use))


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


def test_a_year_before_without_calls_is_compared_with_where_the_register_was_in_use() -> None:
    used, unused = _summary("2026-10", before=0), _summary("2026-10", since="2025-11", before=0)

    assert used.before
    assert used.before.total == 0
    assert unused.before is None


OCTOBER_2024 = date(2024, 10, 1)


@pytest.mark.parametrize(
    ("first", "after", "interrupted"),
    [
        (OCTOBER_2024, date(2026, 11, 23), False),
        (date(2025, 10, 2), date(2026, 11, 23), True),
        (date(2025, 11, 1), date(2026, 11, 23), False),
        (date(2026, 10, 2), date(2026, 11, 23), True),
        (OCTOBER_2024, date(2026, 10, 31), True),
        (OCTOBER_2024, date(2025, 10, 31), True),
        (date(2026, 11, 1), date(2026, 11, 23), False),
    ],
)
def test_a_summary_is_interrupted_where_the_register_was_in_use_for_a_part_of_its_days_or_of_those_a_year_before(
    first: date, after: date, interrupted: bool
) -> None:
    summary = replace(_summary("2026-10"), use=RegisterUse((Days(first, after),)))

    assert summary.interrupted == interrupted


@pytest.mark.parametrize(("last", "whole"), [(TODAY, ["2026-10", "2026-11"]), (date(2026, 11, 21), ["2026-10"])])
def test_a_month_is_whole_where_the_register_was_in_use_on_all_its_days_so_far(
    last: date, whole: list[str]
) -> None:
    use = RegisterUse((Days(date(2026, 9, 2), last + timedelta(days=1)),))

    summary = replace(_summary("2026"), use=use)

    assert [month for month in summary.months if summary.whole(month)] == whole
    assert [month for month in summary.months if summary.known(month)] == ["2026-09", "2026-10", "2026-11"]


def test_a_period_with_a_gap_in_it_is_not_compared_and_one_without_a_call_is() -> None:
    stopped = date(2026, 9, 30)

    assert _summary("2026-09", until=stopped).before is not None
    assert _summary("2026-10", until=stopped).before is None
    assert _summary("2026-T3", until=stopped).before is None
    silent = [row for row in _rows(2025, 2) if row.month == "2025-10"]
    use = RegisterUse((Days(date(2025, 1, 1), date(2026, 10, 1)),))
    told = summarise(call_form(), Period.named("2026-10"), TODAY, SummaryRows([], silent, use))
    assert told.before
    assert (told.now.total, told.before.total) == (0, 2)


def test_what_is_known_of_coverage_stands_with_its_own_days() -> None:
    october, year = Period.named("2026-10").days, Days(date(2026, 1, 1), date(2026, 11, 1))
    stretches = (october, october.a_year_before, year, year.a_year_before)
    coverage = {days: Coverage(counted=number) for number, days in enumerate(stretches, start=1)}

    told = summarise(
        call_form(), Period.named("2026-10"), TODAY, SummaryRows([], [], RegisterUse(), coverage=coverage)
    )

    assert told.year
    assert (told.coverage.counted, told.period_counts.coverage_before.counted) == (1, 2)
    assert (told.year.coverage.counted, told.year.coverage_before.counted) == (3, 4)


def test_a_running_period_is_set_against_the_same_days() -> None:
    summary = _summary("2026-11")

    assert summary.running
    assert summary.before
    assert (summary.now.days.last, summary.now.days.a_year_before.last) == (TODAY, date(2025, 11, 22))
