"""Declined calls: with their shift while it can be asked about, then with the month, and nothing tells which."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import connect

import pytest

from storage.database.connection import Database
from storage.figures.coverage import Coverage, coverage_between
from storage.hour import Hour
from storage.records.records import Draft, Records
from storage.records.retention import forget
from storage.shifts.handovers import Handovers
from tests.example_forms import CALL
from tests.storage.rows import RETENTION, SEAT, give_key, rows

DAY, EVENING = "2026-11-03T07:30", "2026-11-03T15:00"
ENDS = {DAY: EVENING, EVENING: "2026-11-03T22:30"}
NOW = Hour.parse("2026-11-03T16")
STILL, SETTLED = Hour.parse("2026-11-05T07"), Hour.parse("2026-11-05T16")
MONTH = (date(2026, 11, 1), date(2026, 12, 1))
DECLINED = Draft(CALL, "2026-11-03T14", "declined", {}, "nonce", DAY)


async def answered(database: Database, shift: str, counted: int | None, out: int | None = None) -> None:
    """Ask about a shift and answer, though some be missing."""
    handovers = Handovers(database)
    await handovers.ask(shift, ENDS[shift], [SEAT])
    await handovers.count(shift, counted)
    await handovers.move_on(shift, whatever=True)
    await handovers.finish(shift, out)


async def after(database: Database, hour: Hour) -> list[tuple[object, ...]]:
    """Forget what is old at that hour, and return what is still known of the shifts."""
    await forget(database, RETENTION, now=hour)
    return rows(database.path, "SELECT began, counted, declined FROM shift ORDER BY began")


def in_months(database: Database) -> list[tuple[object, ...]]:
    """Return the declined calls of counted shifts."""
    return rows(database.path, "SELECT * FROM declined_in_shifts")


async def test_it_counts_with_its_shift_while_that_can_be_asked_about(
    database: Database, records: Records
) -> None:
    await records.save(DECLINED, by=SEAT, now=NOW)
    await answered(database, DAY, 3)

    assert await after(database, STILL) == [(DAY, 3, 1)]
    assert await after(database, SETTLED) == [(DAY, 2, 0)]
    assert in_months(database) == [("2026-11", 1, 0)]


@pytest.mark.parametrize(("ask", "left"), [(False, []), (True, [(DAY, None, 0)])])
async def test_of_a_shift_that_nobody_answered_none_is_counted(
    database: Database, records: Records, ask: bool, left: list[tuple[object, ...]]
) -> None:
    await records.save(DECLINED, by=SEAT, now=NOW)
    if ask:
        await answered(database, DAY, None)

    assert await after(database, SETTLED) == left
    assert in_months(database) == []


async def test_nothing_is_left_that_tells_in_which_shift_it_was(tmp_path: Path) -> None:
    files = []
    for shift in (DAY, EVENING):
        async with Database.open(tmp_path / f"{shift[-5:-3]}.db") as database:
            await give_key(database)
            await Records(database).save(replace(DECLINED, shift=shift), by=SEAT, now=NOW)
            for each in (DAY, EVENING):
                await answered(database, each, 1 if each == shift else 0)
            await after(database, SETTLED)
        files.append(dump(database.path))

    assert files[0] == files[1]


def dump(path: Path) -> list[str]:
    """Return everything that a database file tells."""
    with closing(connect(path)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("counted", range(5))
@pytest.mark.parametrize("declined", range(4))
async def test_coverage_stays_the_same_when_they_go_to_the_month(
    database: Database, records: Records, counted: int, declined: int
) -> None:
    await records.save(Draft(CALL, "2026-11-03T14", "irrelevant", {}, "other", DAY), by=SEAT, now=NOW)
    for number in range(declined):
        await records.save(replace(DECLINED, source=f"{number}"), by=SEAT, now=NOW)
    await answered(database, DAY, counted, out=2)
    before = await coverage_between(database, "call", *MONTH)
    await after(database, SETTLED)

    assert before == Coverage(
        logged=min(1 + declined, counted),
        counted=counted,
        answered=1,
        shifts=1,
        outgoing=2,
        outgoing_shifts=1,
        asked=1,
    )
    assert await coverage_between(database, "call", *MONTH) == before


@pytest.mark.parametrize("now", [NOW, SETTLED])
async def test_one_that_is_added_after_the_shift_has_answered_is_logged_in_the_month_and_changes_no_shift(
    database: Database, records: Records, now: Hour
) -> None:
    await answered(database, DAY, 3)
    await after(database, now)

    await records.save(DECLINED, by=SEAT, now=now)

    assert rows(database.path, "SELECT began, counted, declined FROM shift") == [(DAY, 3, 0)]
    assert await after(database, SETTLED) == [(DAY, 3, 0)]
    assert in_months(database) == [("2026-11", 0, 1)]
    coverage = await coverage_between(database, "call", *MONTH)
    assert (coverage.logged, coverage.counted) == (1, 3)


async def test_one_that_is_added_to_a_shift_that_did_not_know_is_logged_nowhere(
    database: Database, records: Records
) -> None:
    await answered(database, DAY, None)

    await records.save(DECLINED, by=SEAT, now=NOW)

    assert await after(database, SETTLED) == [(DAY, None, 0)]
    assert in_months(database) == []
