from dataclasses import replace

import pytest

from storage.database.connection import Database
from storage.hour import Hour
from storage.records.corrections import Correction, Corrections
from storage.records.records import Records
from storage.records.retention import forget
from storage.shifts.corrections import ShiftCorrections
from storage.shifts.handovers import Handovers
from tests.example_forms import CALL
from tests.storage.rows import NAV, NOW, RETENTION, SEAT, draft, rows

SHIFT, ENDED = "2016-07-14T15:00", "2016-07-14T22:30"
HISTORY = "SELECT what, at, by, before, after FROM change ORDER BY number"


async def forget_at(database: Database, hour: str, own_hours: int = 24) -> None:
    """Let everything be forgotten that is old at an hour."""
    await forget(database, replace(RETENTION, own_hours=own_hours), now=Hour.parse(hour))


@pytest.mark.parametrize(
    ("own_hours", "still", "no_longer"),
    [(24, "2016-07-15T23", "2016-07-16T00"), (2, "2016-07-15T01", "2016-07-15T02")],
)
async def test_who_corrected_and_in_which_hour_is_known_as_long_as_it_may_be_taken_back(
    database: Database, records: Records, corrections: Corrections, own_hours: int, still: str, no_longer: str
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await corrections.void("nonce", by=SEAT, now=NOW)
    seats = "SELECT at, by FROM change"

    await forget_at(database, still, own_hours)
    assert rows(database.path, seats) == [(str(NOW), SEAT)]

    await forget_at(database, no_longer, own_hours)
    assert rows(database.path, seats) == [("2016-07-14", None)]


async def test_so_it_is_with_the_correction_of_a_shift_and_what_was_corrected_stays(database: Database) -> None:
    handovers = Handovers(database)
    await handovers.ask(SHIFT, ENDED, [])
    await handovers.count(SHIFT, 0)
    await handovers.finish(SHIFT, None)
    await ShiftCorrections(database).correct(SHIFT, "counted", 3, by=SEAT, now=NOW)
    history = "SELECT number, what, at, by, before, after FROM shift_change"

    await forget_at(database, "2016-07-15T23")
    assert rows(database.path, history) == [(1, "counted", str(NOW), SEAT, 0, 3)]

    await forget_at(database, "2016-07-16T00")
    assert rows(database.path, history) == [(1, "counted", "2016-07-14", None, 0, 3)]


async def test_a_later_correction_is_forgotten_later(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await corrections.void("nonce", by=SEAT, now=NOW)
    await corrections.restore("nonce", by=43, now=NOW.earlier(-30))

    await forget_at(database, "2016-07-16T06")

    assert rows(database.path, "SELECT at, by FROM change") == [("2016-07-14", None), ("2016-07-16T05", 43)]


async def test_the_hours_that_a_call_was_moved_between_are_known_for_seven_days_each(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await corrections.move("nonce", Hour.parse("2016-07-10T03"), None, by=SEAT, now=NOW)
    known = []

    for hour in ("2016-07-17T03", "2016-07-17T04", "2016-07-21T22", "2016-07-21T23"):
        await forget_at(database, hour)
        known += rows(
            database.path, "SELECT before, after, occurred_at FROM change JOIN record ON record.id = record"
        )

    assert known == [
        ("2016-07-14T22", "2016-07-10T03", "2016-07-10T03"),
        ("2016-07-14T22", "2016-07-10", "2016-07-10"),
        ("2016-07-14T22", "2016-07-10", "2016-07-10"),
        ("2016-07-14", "2016-07-10", "2016-07-10"),
    ]


async def test_what_was_answered_and_the_order_of_it_stays(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    for revision, agency in enumerate(("police", "health"), 1):
        answers = {**NAV, "agency": agency}
        await corrections.answer(Correction("nonce", revision, "registered", answers, by=SEAT, at=NOW), CALL)
    await corrections.void("nonce", by=SEAT, now=NOW)
    before = rows(database.path, "SELECT number, what, before, after FROM change ORDER BY number")

    await forget_at(database, "2018-01-01T00")

    assert rows(database.path, "SELECT number, what, before, after FROM change ORDER BY number") == before
    assert [row[1:3] for row in rows(database.path, HISTORY)] == [("2016-07-14", None)] * 3


async def test_a_shift_keeps_its_number_of_calls_when_its_calls_lose_it(
    database: Database, records: Records, corrections: Corrections
) -> None:
    handovers = Handovers(database)
    await handovers.ask(SHIFT, ENDED, [])
    for source, outcome in (("a", "registered"), ("b", "irrelevant"), ("c", "unspecified"), ("d", "registered")):
        call = draft(source, NAV if outcome == "registered" else {}, outcome=outcome)  # type: ignore[arg-type]
        await records.save(replace(call, shift=SHIFT), by=SEAT, now=NOW)
    await records.save(replace(draft("next"), shift=ENDED), by=SEAT, now=NOW)
    await corrections.void("d", by=SEAT, now=NOW)
    shifts = "SELECT shift FROM record ORDER BY id"
    logged = "SELECT logged FROM shift"

    await forget_at(database, "2016-07-21T15")
    assert rows(database.path, shifts) == [(SHIFT,)] * 4 + [(ENDED,)]
    assert rows(database.path, logged) == [(None,)]

    await forget_at(database, "2016-07-21T16")
    await forget_at(database, "2016-07-21T17")
    assert rows(database.path, shifts) == [(None,)] * 4 + [(ENDED,)]
    assert rows(database.path, logged) == [(3,)]
    handover = await handovers.look(SHIFT)
    assert handover is not None
    assert handover.logged == 3


async def test_a_call_that_is_added_late_counts_in_its_shift_at_once_and_once_it_no_longer_names_it(
    database: Database, records: Records, corrections: Corrections
) -> None:
    handovers, counted = Handovers(database), []
    await handovers.ask(SHIFT, ENDED, [])
    await records.save(replace(draft("a"), shift=SHIFT), by=SEAT, now=NOW)
    await forget_at(database, "2016-07-30T12")
    for nonce in ("late", "undone"):
        await records.save(replace(draft(nonce), shift=SHIFT), by=SEAT, now=Hour.parse("2016-07-30T12"))
    await corrections.void("undone", by=SEAT, now=NOW)

    for hour in ("2016-07-30T13", "2016-07-30T14"):
        counted.append(await handovers.logged(SHIFT))
        await forget_at(database, hour)

    assert [*counted, await handovers.logged(SHIFT)] == [2, 2, 2]
    assert rows(database.path, "SELECT DISTINCT occurred_at, shift FROM record") == [("2016-07-14", None)]


async def test_a_call_that_is_moved_once_its_shift_is_forgotten_counts_in_no_other_besides(
    database: Database, records: Records, corrections: Corrections
) -> None:
    handovers = Handovers(database)
    for shift, until in ((SHIFT, ENDED), (ENDED, "2016-07-15T07:30")):
        await handovers.ask(shift, until, [])
    await records.save(replace(draft(), shift=SHIFT), by=SEAT, now=NOW)
    await forget_at(database, "2016-07-30T12")

    moved = await corrections.move("nonce", Hour.parse("2016-07-14T23"), ENDED, by=SEAT, now=NOW)
    await forget_at(database, "2016-07-30T13")

    assert moved is not None
    assert moved.occurred_at == "2016-07-14T23"
    assert [await handovers.logged(shift) for shift in (SHIFT, ENDED)] == [1, 0]


async def test_a_declined_call_is_in_the_frozen_number_of_no_shift(database: Database, records: Records) -> None:
    await Handovers(database).ask(SHIFT, ENDED, [])
    await records.save(replace(draft("d", {}, outcome="declined"), shift=SHIFT), by=SEAT, now=NOW)

    await forget_at(database, "2016-08-14T16")

    assert rows(database.path, "SELECT logged, declined FROM shift") == [(0, 0)]
