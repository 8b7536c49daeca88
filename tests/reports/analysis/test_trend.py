from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reports.analysis.period import Period
from reports.analysis.trend import Trend, YearFigures, trend_of
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.figures.history import TOTAL, History, PrintedFigure, Typed
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions
from tests.reports.summaries import TODAY

NOTHING_TYPED: Typed = {}


async def _trend(
    folder: Path, name: str, calls: Mapping[str, int], typed: Typed = NOTHING_TYPED, form: Form = CALL
) -> Trend:
    """Register so many calls in each month (`2026-05`), the first of each a crisis, and return the trend."""
    drafts = [
        Draft(CALL, f"{month}-11", "registered", {"crisis": "no" if n else "yes"}, f"{month}.{n}")
        for month, many in calls.items()
        for n in range(many)
    ]
    async with Database.open(folder / "vaktlogg.db") as database:
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        await History(database).keep(CALL.key, typed)
        return await trend_of(Counts(database), form, Period.named(name))


@pytest.mark.parametrize(
    ("name", "months", "tertials", "years"),
    [
        (
            "2025-T2",
            "2024-05 2024-06 2024-07 2024-08 2025-05 2025-06 2025-07 2025-08",
            "2022-T3 2023-T1 2023-T2 2023-T3 2024-T1 2024-T2 2024-T3 2025-T1 2025-T2",
            "2021 2022 2023 2024 2025",
        ),
        (
            "2025",
            (
                "2024-01 2024-02 2024-03 2024-04 2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12"
                " 2025-01 2025-02 2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12"
            ),
            "2023-T1 2023-T2 2023-T3 2024-T1 2024-T2 2024-T3 2025-T1 2025-T2 2025-T3",
            "2021 2022 2023 2024 2025",
        ),
    ],
)
async def test_a_trend_has_two_years_months_nine_tertials_and_five_years(
    tmp_path: Path, name: str, months: str, tertials: str, years: str
) -> None:
    trend = await _trend(tmp_path, name, {"2015-01": 1})

    assert [month.period.name for month in trend.months] == months.split()
    assert [tertial.period.name for tertial in trend.tertials] == tertials.split()
    assert [year.name for year in trend.years] == years.split()


async def test_every_call_counts_in_its_month_its_tertial_and_its_year(tmp_path: Path) -> None:
    calls = {"2024-01": 1, "2024-12": 2, "2025-01": 3, "2025-08": 4, "2025-09": 5, "2025-12": 6}

    trend = await _trend(tmp_path, "2025", calls)

    assert {month.period.name: month.total for month in trend.months if month.total} == calls
    assert [tertial.total for tertial in trend.tertials] == [1, 0, 2, 3, 4, 11]
    assert [tertial.highlighted for tertial in trend.tertials] == [1, 0, 1, 1, 1, 2]
    assert trend.years == (
        YearFigures("2024", 3, 2, typed=False),
        YearFigures("2025", 18, 4, typed=False),
    )


@pytest.mark.parametrize(
    ("first", "month", "tertial", "year"),
    [
        ("2025-01", "2025-05", "2025-T1", "2025"),
        ("2025-02", "2025-05", "2025-T2", "2026"),
        ("2025-06", "2025-06", "2025-T3", "2026"),
        ("2026-01", "2026-05", "2026-T1", "2026"),
        ("2026-02", "2026-05", "2026-T2", None),
        ("2026-08", "2026-08", None, None),
    ],
)
async def test_a_period_that_began_before_the_first_record_is_left_out(
    tmp_path: Path, first: str, month: str, tertial: str | None, year: str | None
) -> None:
    trend = await _trend(tmp_path, "2026-T2", {first: 1})

    assert trend.months[0].period.name == month
    assert next((told.period.name for told in trend.tertials), None) == tertial
    assert next((told.name for told in trend.years), None) == year


async def test_without_a_record_there_is_nothing_to_show(tmp_path: Path) -> None:
    assert await _trend(tmp_path, "2025", {}) == Trend((), (), ())


async def test_a_year_before_the_records_is_told_from_an_earlier_report(tmp_path: Path) -> None:
    typed = {
        "2023": {TOTAL: PrintedFigure(90), ("crisis", "yes"): PrintedFigure(20)},
        "2024": {TOTAL: PrintedFigure(80), ("crisis", "yes"): PrintedFigure(percent=Decimal(7))},
    }

    trend = await _trend(tmp_path, "2025", {"2025-01": 3}, typed)

    assert trend.years == (
        YearFigures("2023", 90, 20, typed=True),
        YearFigures("2024", 80, None, typed=True),
        YearFigures("2025", 3, 1, typed=False),
    )


@pytest.mark.parametrize(
    "typed",
    [
        {"2024": {("crisis", "yes"): PrintedFigure(20)}},
        {"2020": {TOTAL: PrintedFigure(90)}},
        {"2024-T1": {TOTAL: PrintedFigure(9)}},
    ],
)
async def test_an_earlier_report_of_another_period_or_without_a_total_tells_of_no_year(
    tmp_path: Path, typed: Typed
) -> None:
    trend = await _trend(tmp_path, "2025", {"2025-01": 3}, typed)

    assert [year.name for year in trend.years] == ["2025"]


async def test_a_year_that_has_records_is_told_from_them_alone(tmp_path: Path) -> None:
    trend = await _trend(tmp_path, "2025", {"2025-01": 3}, {"2025": {TOTAL: PrintedFigure(90)}})

    assert trend.years == (YearFigures("2025", 3, 1, typed=False),)


async def test_the_highlighted_of_a_year_in_which_they_were_not_asked_are_not_known(tmp_path: Path) -> None:
    later = with_questions(CALL, changed(CALL.by_key["crisis"], since=date(2025, 12, 31)))

    trend = await _trend(tmp_path, "2025", {"2024-01": 2, "2025-12": 3}, form=later)

    assert [(year.name, year.highlighted) for year in trend.years] == [("2024", None), ("2025", 1)]
