from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary_reading import reading_of
from reports.analysis.trend import Trend, trend_of
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.example_forms import CALL
from tests.reports.summaries import TODAY

LONG = RegisterUse((Days(date(2015, 1, 1), date(2026, 12, 1)),))
NO_CALLS: Mapping[str, int] = {}


async def _trend(folder: Path, name: str, calls: Mapping[str, int] = NO_CALLS, use: RegisterUse = LONG) -> Trend:
    """Register so many calls in each month (`2026-05`), the first of each a crisis, and return the trend."""
    drafts = [
        Draft(CALL, f"{month}-11", "registered", {"crisis": "no" if n else "yes"}, f"{month}.{n}")
        for month, many in calls.items()
        for n in range(many)
    ]
    async with Database.open(folder / "vaktlogg.db") as database:
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        return await trend_of(reading_of(Counts(database), CALL, TODAY), Period.named(name), use)


@pytest.mark.parametrize(
    ("name", "months", "tertials"),
    [
        (
            "2025-T2",
            "2024-05 2024-06 2024-07 2024-08 2025-05 2025-06 2025-07 2025-08",
            "2022-T3 2023-T1 2023-T2 2023-T3 2024-T1 2024-T2 2024-T3 2025-T1 2025-T2",
        ),
        (
            "2025",
            (
                "2024-01 2024-02 2024-03 2024-04 2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12"
                " 2025-01 2025-02 2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12"
            ),
            "2023-T1 2023-T2 2023-T3 2024-T1 2024-T2 2024-T3 2025-T1 2025-T2 2025-T3",
        ),
        (
            "2026-T3",
            "2025-09 2025-10 2025-11 2026-09 2026-10 2026-11",
            "2024-T1 2024-T2 2024-T3 2025-T1 2025-T2 2025-T3 2026-T1 2026-T2 2026-T3",
        ),
    ],
)
async def test_a_trend_has_two_years_months_and_nine_tertials_as_far_as_they_have_begun(
    tmp_path: Path, name: str, months: str, tertials: str
) -> None:
    trend = await _trend(tmp_path, name)

    assert [month.period.name for month in trend.months] == months.split()
    assert [tertial.period.name for tertial in trend.tertials] == tertials.split()


async def test_every_call_counts_in_its_month_and_its_tertial(tmp_path: Path) -> None:
    calls = {"2024-01": 1, "2024-12": 2, "2025-01": 3, "2025-08": 4, "2025-09": 5, "2025-12": 6}

    trend = await _trend(tmp_path, "2025", calls)

    assert {month.period.name: month.total for month in trend.months if month.total} == calls
    assert [tertial.total for tertial in trend.tertials] == [0, 0, 0, 1, 0, 2, 3, 4, 11]
    assert [tertial.highlighted for tertial in trend.tertials] == [0, 0, 0, 1, 0, 1, 1, 1, 2]


async def test_a_year_before_a_running_period_is_counted_up_to_the_same_day(tmp_path: Path) -> None:
    drafts = [Draft(CALL, day, "registered", {"crisis": "no"}, day) for day in ("2025-11-22", "2025-11-23")]
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))

        trend = await trend_of(reading_of(Counts(database), CALL, TODAY), Period.named("2026-T3"), LONG)

    assert {month.period.name: month.total for month in trend.months if month.total} == {"2025-11": 1}
    assert {told.period.name: told.total for told in trend.tertials if told.total} == {"2025-T3": 2}


@pytest.mark.parametrize(
    ("first", "month", "tertial"),
    [
        (date(2025, 1, 1), "2025-05", "2025-T1"),
        (date(2025, 2, 1), "2025-05", "2025-T2"),
        (date(2025, 6, 1), "2025-06", "2025-T3"),
        (date(2026, 2, 1), "2026-05", "2026-T2"),
        (date(2026, 8, 1), "2026-08", None),
    ],
)
async def test_a_period_that_began_before_the_register_did_is_left_out(
    tmp_path: Path, first: date, month: str, tertial: str | None
) -> None:
    trend = await _trend(tmp_path, "2026-T2", use=RegisterUse((Days(first, date(2026, 12, 1)),)))

    assert trend.months[0].period.name == month
    assert next((told.period.name for told in trend.tertials), None) == tertial


async def test_a_period_with_a_gap_in_it_is_left_out(tmp_path: Path) -> None:
    use = RegisterUse((Days(date(2025, 1, 1), date(2025, 6, 1)), Days(date(2025, 8, 1), date(2026, 12, 1))))

    trend = await _trend(tmp_path, "2026-T2", use=use)

    assert [month.period.name for month in trend.months] == [
        "2025-05", "2025-08", "2026-05", "2026-06", "2026-07", "2026-08"
    ]  # fmt: skip
    assert [told.period.name for told in trend.tertials] == ["2025-T1", "2025-T3", "2026-T1", "2026-T2"]


async def test_without_a_register_in_use_there_is_nothing_to_show(tmp_path: Path) -> None:
    assert await _trend(tmp_path, "2025", {"2025-01": 1}, RegisterUse()) == Trend((), ())
