"""What a corrected shift does to coverage, and that neither it nor what is kept of it tells of a declined call."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import connect

import pytest

from storage.database.connection import Database
from storage.figures.coverage import coverage_between
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Draft, Records
from storage.records.retention import forget
from storage.shifts.corrections import AnsweredShift, ShiftCorrections
from tests.example_forms import CALL
from tests.storage.rows import RETENTION, SEAT, give_key, rows
from tests.storage.shifts.answered_shifts import DAY, EVENING, LEADER, NIGHT, NOW, answered, kept

SETTLED = Hour.parse("2026-11-06T09")
NOVEMBER = (date(2026, 11, 1), date(2026, 12, 1))
LATE = [Draft(CALL, DAY[:13], "declined", {}, f"late{n}", DAY) for n in range(3)]
LATE_CALLS = "SELECT calls, late FROM declined_in_shifts"


@pytest.fixture
def shifts(database: Database) -> ShiftCorrections:
    """Correct the shifts of the fresh database."""
    return ShiftCorrections(database)


async def coverage(database: Database) -> tuple[int, int]:
    """Return how many calls of November are logged, of how many counted."""
    november = await coverage_between(database, "call", *NOVEMBER)
    return november.logged, november.counted


async def settle(database: Database) -> None:
    """Let it be forgotten of which shift the declined calls were."""
    await forget(database, RETENTION, now=SETTLED)


@pytest.mark.parametrize("known_to_all", [False, True], ids=["before two days", "after two days"])
@pytest.mark.parametrize("calls", [0, 1, 3, 7, None])
@pytest.mark.parametrize(("registered", "declined"), [(0, 0), (2, 0), (2, 1), (0, 2), (3, 2)])
async def test_the_same_number_means_the_same_to_coverage_before_and_after_the_declined_calls_go_to_the_month(
    database: Database,
    shifts: ShiftCorrections,
    registered: int,
    declined: int,
    calls: int | None,
    *,
    known_to_all: bool,
) -> None:
    await kept(database, registered, declined)
    await answered(database, DAY, 6)
    if known_to_all:
        await settle(database)

    await shifts.correct(DAY, "counted", calls, by=LEADER, now=SETTLED)
    at_once = await coverage(database)
    await settle(database)

    with_declined = declined if calls is not None or known_to_all else 0
    expected = (min(registered, calls or 0) + with_declined, (calls or 0) + with_declined)
    assert await coverage(database) == expected
    assert at_once == (expected if calls is not None or known_to_all else (0, 0))


@pytest.mark.parametrize("settled", [False, True])
async def test_what_is_taken_back_leaves_coverage_as_it_was(
    database: Database, shifts: ShiftCorrections, *, settled: bool
) -> None:
    await kept(database, 2, 1)
    await answered(database, DAY, 6)
    if settled:
        await settle(database)
    before = await coverage(database)

    for calls in (2, None):
        change = await shifts.correct(DAY, "counted", calls, by=LEADER, now=SETTLED)
        assert change is not None
        await shifts.take_back(DAY, change.number, by=LEADER, now=SETTLED)

    assert before == (3, 6)
    assert await coverage(database) == before


async def test_of_a_shift_that_was_frozen_coverage_takes_the_frozen_number_and_the_corrected_one(
    database: Database, shifts: ShiftCorrections
) -> None:
    await kept(database, 3, 0)
    await answered(database, DAY, 30)
    await shifts.correct(DAY, "counted", 4, by=LEADER, now=NOW)

    await forget(database, RETENTION, now=Hour.parse("2027-01-01T00"))

    assert rows(database.path, "SELECT logged, counted FROM shift") == [(3, 4)]
    assert await coverage(database) == (3, 4)


@pytest.mark.parametrize("coarsen_days", [2, 7, 31])
async def test_a_shift_is_corrected_for_31_days_with_its_number_of_calls_however_soon_hours_are_cut(
    database: Database, shifts: ShiftCorrections, coarsen_days: int
) -> None:
    await kept(database, 2, 0)
    await answered(database, DAY, 6)
    last = Hour.parse(DAY[:13]).earlier(-31 * 24)
    await forget(database, replace(RETENTION, coarsen_days=coarsen_days), now=last)

    await shifts.correct(DAY, "counted", 4, by=LEADER, now=last)

    assert await shifts.find(DAY, now=last) == AnsweredShift(DAY, EVENING, 2, 4, None, 0)
    assert await coverage(database) == (2, 4)
    assert await shifts.find(DAY, now=last.earlier(-1)) is None


async def test_no_figure_of_a_listed_shift_moves_as_a_declined_call_comes_or_goes_to_the_month(
    database: Database, shifts: ShiftCorrections
) -> None:
    await kept(database, 2, 1)
    await answered(database, DAY, 6)
    seen = [await shifts.find(DAY, now=NOW)]

    late = Draft(CALL, DAY[:13], "declined", {}, "late", DAY)
    await Records(database).save(late, by=SEAT, now=NOW)
    seen.append(await shifts.find(DAY, now=NOW))
    await settle(database)
    seen.append(await shifts.find(DAY, now=SETTLED))
    await Records(database).save(replace(late, source="later"), by=SEAT, now=SETTLED)
    await settle(database)
    seen.append(await shifts.find(DAY, now=SETTLED))

    assert seen == [AnsweredShift(DAY, EVENING, 2, 5, None, 0)] * 4
    assert await coverage(database) == (5, 6)


async def test_nothing_is_left_that_tells_in_which_of_two_corrected_shifts_a_call_was_declined(
    tmp_path: Path,
) -> None:
    files = []
    for declining in (DAY, EVENING):
        async with Database.open(tmp_path / f"{declining[-5:-3]}.db") as database:
            call = Draft(CALL, declining[:13], "declined", {}, "nonce", declining)
            await give_key(database)
            await Records(database).save(call, by=SEAT, now=NOW)
            for shift in (DAY, EVENING):
                await answered(database, shift, 9 + (shift == declining))
                await ShiftCorrections(database).correct(shift, "counted", 2, by=LEADER, now=NOW)
            await forget(database, RETENTION, now=SETTLED)
            with closing(connect(database.path)) as connection:
                files.append(list(connection.iterdump()))

    assert files[0] == files[1]
    assert any("shift_change" in line and ",9,2)" in line for line in files[0])


async def test_late_declined_calls_that_are_undone_no_longer_count_as_logged_and_do_again_when_brought_back(
    database: Database,
) -> None:
    await kept(database, 2, 0)
    await answered(database, DAY, 6)
    corrections, logged = Corrections(database), []
    for call in LATE:
        await Records(database).save(call, by=SEAT, now=NOW)
    for change in (corrections.void, corrections.restore):
        for call in LATE:
            await change(call.source, by=SEAT, now=NOW, shift=NIGHT)
        logged.append(await coverage(database))

    assert logged == [(2, 6), (5, 6)]


async def test_a_declined_call_of_the_shift_on_duty_comes_and_goes_there_and_leaves_the_late_ones_alone(
    database: Database,
) -> None:
    await kept(database, 2, 0)
    await answered(database, DAY, 6)
    await Records(database).save(LATE[0], by=SEAT, now=NOW)
    await kept(database, 0, 1, NIGHT)
    corrections, seen = Corrections(database), []
    for change in (corrections.void, corrections.restore):
        await change(f"{NIGHT}d0", by=SEAT, now=NOW, shift=NIGHT)
        seen.append(rows(database.path, "SELECT declined FROM shift WHERE step = 'open'"))

    assert seen == [[(0,)], [(1,)]]
    assert rows(database.path, LATE_CALLS) == [(0, 1)]


@pytest.mark.parametrize("settled", [False, True])
async def test_a_counted_declined_call_is_not_late_however_often_it_is_undone_and_brought_back(
    database: Database, *, settled: bool
) -> None:
    await kept(database, 0, 1)
    await kept(database, 0, 1, EVENING)
    await answered(database, DAY, 6)
    await answered(database, EVENING, 6)
    corrections = Corrections(database)
    await Records(database).save(LATE[0], by=SEAT, now=NOW)
    if settled:
        await settle(database)
    before = await coverage(database)
    for _ in range(3):
        await corrections.void(f"{DAY}d0", by=SEAT, now=NOW, shift=NIGHT)
        await corrections.restore(f"{DAY}d0", by=SEAT, now=NOW, shift=NIGHT)

    assert before == (3, 12)
    assert await coverage(database) == before


async def test_what_a_shift_has_answered_keeps_its_declined_calls_though_one_is_undone(database: Database) -> None:
    await kept(database, 0, 1)
    await answered(database, DAY, 6)
    corrections, declined = Corrections(database), []
    for change in (corrections.void, corrections.restore):
        await change(f"{DAY}d0", by=SEAT, now=NOW, shift=DAY)
        declined += rows(database.path, "SELECT declined FROM shift")

    assert declined == [(1,), (1,)]
