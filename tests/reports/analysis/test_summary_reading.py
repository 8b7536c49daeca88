"""What a summary is made from, read from a database file."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from reports.analysis.dispersions import ASSUMED
from reports.analysis.period import Days, Period
from reports.analysis.summary import Summary
from reports.analysis.summary_reading import summary_of
from storage.call_lists.days import ExchangeDays
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.figures.coverage import Coverage
from storage.figures.history import TOTAL, History, PrintedFigure, Typed
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.example_forms import CALL, VISITS
from tests.reports.summaries import TODAY

NOTHING_TYPED: Typed = {}
NO_CALLS: Mapping[str, int] = {}
ANSWERED = {"2025-01-10": 1, "2025-10-10": 20, "2026-01-10": 300, "2026-10-10": 4000, "2026-11-10": 50_000}
"""How many calls the telephone showed on some days, each with a digit of its own."""


def _every_month(*years: int, until: str = "2026-11") -> list[str]:
    return [month for year in years for month in Period.named(str(year)).months if month <= until]


async def _read(
    folder: Path,
    name: str,
    months: Iterable[str] = (),
    typed: Typed = NOTHING_TYPED,
    answered: Mapping[str, int] = NO_CALLS,
    form: Form = CALL,
) -> Summary:
    """Register a call on the 5th of each month, keep what was typed and answered, and summarise a period."""
    drafts = [
        Draft(CALL, f"{month}-05", "registered", {"crisis": "no"}, f"{number}")
        for number, month in enumerate(months)
    ]
    async with Database.open(folder / "vaktlogg.db") as database:
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        await History(database).keep(CALL.key, typed)
        await ExchangeDays(database).keep({date.fromisoformat(day): calls for day, calls in answered.items()})
        return await summary_of(Counts(database, CALL.key), form, Period.named(name), TODAY)


def _counted(told: Summary) -> list[int]:
    """Return the calls that the telephone showed: of the period, a year before, and of the year so far, twice."""
    compared = [told.period_counts, *([told.year] if told.year else [])]
    return [known.counted for against in compared for known in (against.coverage, against.coverage_before)]


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("2026-10", [4000, 20, 4300, 21]),
        ("2026-11", [50_000, 0, 54_300, 21]),
        ("2026-01", [300, 1]),
        ("2026-T3", [54_000, 20, 54_300, 21]),
        ("2026", [54_300, 21]),
        ("2025", [21, 0]),
        ("2026-01-01--2026-10-31", [4300, 21]),
        ("2026-01-02--2026-10-31", [0, 0]),
    ],
)
async def test_coverage_is_read_of_the_period_and_the_year_and_of_the_same_days_a_year_before(
    tmp_path: Path, name: str, counted: list[int]
) -> None:
    told = await _read(tmp_path, name, ["2026-10"], answered=ANSWERED)

    assert _counted(told) == counted
    assert told.coverage == told.period_counts.coverage


async def test_of_a_running_period_coverage_is_of_the_same_days_a_year_before(tmp_path: Path) -> None:
    answered = {"2025-11-22": 30, "2025-11-23": 400, "2026-11-21": 50}

    assert _counted(await _read(tmp_path, "2026-11", answered=answered)) == [50, 30, 50, 30]


async def test_a_record_of_a_day_that_the_telephone_showed_is_covered(tmp_path: Path) -> None:
    told = await _read(tmp_path, "2026-10", ["2026-10", "2025-10"], answered={"2026-10-05": 3, "2025-10-05": 2})

    assert told.coverage == Coverage(logged=1, counted=3, days=1)
    assert told.period_counts.coverage_before == Coverage(logged=1, counted=2, days=1)


async def test_of_a_form_whose_calls_the_telephone_does_not_count_no_coverage_is_known(tmp_path: Path) -> None:
    told = await _read(tmp_path, "2026-10", answered=ANSWERED, form=VISITS)

    assert _counted(told) == [0, 0, 0, 0]


async def test_the_years_before_a_year_are_counted_or_as_typed_in_nine_at_most(tmp_path: Path) -> None:
    typed = {str(year): {TOTAL: PrintedFigure(year)} for year in (2015, 2016, 2018, 2023)}

    told = await _read(tmp_path, "2025", _every_month(2022, 2023, 2024, 2025, 2026), typed)

    assert [(year.period.name, year.figures.total, year.figures.typed) for year in told.years] == [
        ("2016", 2016, True),
        ("2018", 2018, True),
        ("2022", 12, False),
        ("2023", 12, False),
        ("2024", 12, False),
    ]


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        (NOTHING_TYPED, [("2024", 12)]),
        ({"2023": {TOTAL: PrintedFigure(90)}}, [("2023", 90), ("2024", 12)]),
        ({"2023-T1": {TOTAL: PrintedFigure(90)}}, [("2024", 12)]),
    ],
)
async def test_a_year_that_the_register_was_not_in_use_all_of_is_known_only_as_typed_in(
    tmp_path: Path, typed: Typed, years: list[tuple[str, int]]
) -> None:
    months = [*_every_month(2023)[3:], *_every_month(2024, 2025, 2026)]

    told = await _read(tmp_path, "2025", months, typed)

    assert [(year.period.name, year.figures.total) for year in told.years] == years


async def test_of_each_year_before_coverage_is_known_too(tmp_path: Path) -> None:
    months = _every_month(2023, 2024, 2025, 2026)

    told = await _read(tmp_path, "2025", months, answered={"2023-03-05": 9, "2024-03-06": 80})

    assert [year.coverage for year in told.years] == [
        Coverage(logged=1, counted=9, days=1),
        Coverage(logged=0, counted=80, days=1),
    ]


@pytest.mark.parametrize("name", ["2025-10", "2025-T3", "2025-Q4", "2025-01-01--2025-10-31"])
async def test_a_shorter_period_has_no_years_before(tmp_path: Path, name: str) -> None:
    told = await _read(tmp_path, name, _every_month(2023, 2024, 2025), {"2022": {TOTAL: PrintedFigure(90)}})

    assert told.years == ()


@pytest.mark.parametrize(
    ("name", "first", "last", "months"),
    [
        ("2026-10", "2021-11", "2026-10", 60),
        ("2026-11", "2021-11", "2026-10", 60),
        ("2024-12", "2020-01", "2024-12", 60),
        ("2022-03", "2020-01", "2022-03", 27),
        ("2026-10-05--2026-10-20", "2021-10", "2026-09", 60),
    ],
)
async def test_the_register_s_own_history_is_its_latest_whole_months_sixty_at_most(
    tmp_path: Path, name: str, first: str, last: str, months: int
) -> None:
    told = await _read(tmp_path, name, _every_month(*range(2020, 2027)))

    assert (told.history[0].period.name, told.history[-1].period.name) == (first, last)
    assert len(told.history) == months
    assert {month.total for month in told.history} == {1}


async def test_months_in_which_the_register_was_not_in_use_all_the_time_are_no_part_of_its_history(
    tmp_path: Path,
) -> None:
    months = [*_every_month(2024, until="2024-05"), *_every_month(2025, 2026)]

    told = await _read(tmp_path, "2026-10", months)

    assert [month.period.name for month in told.history] == [
        m for m in months if m <= "2026-10" and m != "2024-05"
    ]
    assert told.use.stretches == (
        Days(date(2024, 1, 1), date(2024, 5, 6)),
        Days(date(2025, 1, 1), TODAY + timedelta(days=1)),
    )


@pytest.mark.parametrize(("first", "known"), [("2024-11", True), ("2024-12", False)])
async def test_from_24_whole_months_on_it_is_known_how_much_they_swing(
    tmp_path: Path, first: str, known: bool
) -> None:
    months = [month for month in _every_month(2024, 2025, 2026) if first <= month]

    told = await _read(tmp_path, "2026-10", months)

    assert (told.dispersions.total != ASSUMED) == known


async def test_a_year_before_is_compared_with_as_typed_in_where_it_was_not_registered(tmp_path: Path) -> None:
    typed = {"2025": {TOTAL: PrintedFigure(90)}, "2025-10": {TOTAL: PrintedFigure(7)}}

    told = await _read(tmp_path, "2026-10", ["2026-10", "2026-11"], typed)

    assert told.before
    assert (told.before.typed, told.before.total) == (True, 7)
    assert told.year
    assert told.year.before is None  # ten months are not the year


async def test_what_is_typed_in_of_a_period_without_records_is_told_too(tmp_path: Path) -> None:
    told = await _read(tmp_path, "2024", ["2026-10"], {"2024": {TOTAL: PrintedFigure(90)}})

    assert (told.now.total, told.typed_total) == (0, 90)


async def test_calls_registered_more_than_a_day_after_they_came_are_counted(tmp_path: Path) -> None:
    yesterday, before = (TODAY - timedelta(days=days) for days in (1, 2))
    drafts = [
        Draft(CALL, f"{day}T14", "registered", {"crisis": "no"}, source)
        for day, source in ((TODAY, "a"), (yesterday, "b"), (before, "c"), (before, "import:d"))
    ]
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))

        told = await summary_of(Counts(database), CALL, Period.named("2026-11"), TODAY)

    assert (told.now.total, told.late) == (4, 1)
