"""What a clock that was a year ahead has left behind is set right, and nothing else is touched."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from storage.database.connection import Database
from storage.hour import Hour
from storage.operations.spoilt_times import MendedTimes, SpoiltTimes
from storage.people.codes import FIRST_VALID, INVITE_VALID, moment_text
from storage.records.records import Draft, Records
from tests.storage.rows import NAV, draft

NOW = datetime(2026, 11, 3, 14, 20, tzinfo=ZoneInfo("Europe/Oslo"))
LATER = Hour.parse("2027-11-03T14")
NOTHING = MendedTimes((), 0, 0)
MINUTE, HOUR, DAY = "2026-11-03T14:20", "2026-11-03T14", "2026-11-03"


async def mend(database: Database) -> MendedTimes:
    """Set right what lies after 3 November 2026."""
    return await SpoiltTimes(database).mend(NOW, warned_after=83)


async def keep(database: Database, statement: str, *facts: object) -> None:
    """Put something in."""
    await database.write(statement, facts)


async def test_in_a_database_of_a_right_clock_there_is_nothing_to_mend(
    database: Database, records: Records
) -> None:
    await records.save(draft(at=HOUR), by=1, now=Hour.parse(HOUR))

    assert await mend(database) == NOTHING


@pytest.mark.parametrize("state", ["sent", "sending", "failed"])
async def test_summaries_of_periods_that_are_not_over_become_due_again_under_their_numbers(
    database: Database, state: str
) -> None:
    periods = {"2026-10", "2026-11", "2026-T2", "2026-T3", "2025", "2026", "2027-03"}
    for number, period in enumerate(sorted(periods)):
        await keep(
            database,
            "INSERT INTO delivery VALUES (?, 'monthly', ?, 1, ?, 1, 'why', '{}', '{}')",
            *(number, period, state),
        )

    mended = await mend(database)

    assert mended == MendedTimes(("2026", "2026-11", "2026-T3", "2027-03"), 0, 0)
    rows = await database.read("SELECT number, period, state, told, reason, tally, retold FROM delivery")
    assert {period: rest for _, period, *rest in rows} == {
        period: ["pending", 0, "", None, None] if period in mended.periods else [state, 1, "why", "{}", "{}"]
        for period in periods
    }
    assert [number for number, *_ in rows] == list(range(len(periods)))
    assert await mend(database) == NOTHING


SPOILT: list[tuple[str, str, Any]] = [
    (
        (
            "INSERT INTO bound_chat (chat, language, monthly_since, tertial_since, annual_since)"
            " VALUES (1, 'nb', '2027-11-03T08:00', '2026-01-01T08:00', '2026-11-03T15:00')"
        ),
        "SELECT monthly_since, tertial_since, annual_since FROM bound_chat",
        [(MINUTE, "2026-01-01T08:00", "2026-11-03T15:00")],
    ),
    (
        "INSERT INTO folder VALUES (1, '2027-11-03T08:00', '2026-01-01T08:00', '2026-01-01T08:00')",
        "SELECT monthly_since FROM folder",
        [(MINUTE,)],
    ),
    ("INSERT INTO shifts_since VALUES (1, '2027-11-03T08:00')", "SELECT since FROM shifts_since", [(MINUTE,)]),
    (
        "INSERT INTO message (chat, message, hour, stage) VALUES (1, 7, '2027-11-03T08', 'form')",
        "SELECT hour FROM message",
        [(HOUR,)],
    ),
    (
        "INSERT INTO audit (at, by, act, about) VALUES ('2027-11-03T08', 1, 'renewed', '2')",
        "SELECT at FROM audit",
        [(HOUR,)],
    ),
    (
        "INSERT INTO seat (role, used_on, warned) VALUES ('staff', '2027-11-03', 1)",
        "SELECT used_on, warned FROM seat",
        [(DAY, 0)],
    ),
    (
        (
            "INSERT INTO invite (digest, role, first, expires)"
            " VALUES (zeroblob(32), 'administrator', 1, '2027-11-03T08:00:00+00:00')"
        ),
        "SELECT expires FROM invite",
        [(moment_text(NOW + FIRST_VALID),)],
    ),
    (
        (
            "INSERT INTO invite (digest, role, first, expires)"
            " VALUES (zeroblob(32), 'staff', 0, '2027-11-03T08:00:00+00:00')"
        ),
        "SELECT expires FROM invite",
        [(moment_text(NOW + INVITE_VALID),)],
    ),
    (
        "INSERT INTO bind_code (digest, expires) VALUES (zeroblob(32), '2027-11-03T08:00:00+00:00')",
        "SELECT expires FROM bind_code",
        [("2026-11-03T13:30:00+00:00",)],
    ),
    ("INSERT INTO alert VALUES ('clock', '2027-11-03')", "SELECT * FROM alert", []),
    (
        (
            "INSERT INTO shift (began, ended, step, counted, outgoing, logged)"
            " VALUES ('2027-11-03T07:30', '2027-11-03T15:00', 'done', 4, 2, 0)"
        ),
        "SELECT ended, step, counted, outgoing, logged FROM shift",
        [(None, "open", None, None, None)],
    ),
    (
        "INSERT INTO import_file VALUES (1, '', 'call', '2027-11-03', 3, 'done')",
        "SELECT day FROM import_file",
        [(DAY,)],
    ),
]


@pytest.mark.parametrize(("spoilt", "look", "right"), SPOILT)
async def test_a_time_to_come_is_brought_back_to_now(
    database: Database, spoilt: str, look: str, right: list[tuple[object, ...]]
) -> None:
    await keep(database, "INSERT INTO place (id) VALUES (-1001)")
    await keep(database, spoilt)

    mended = await mend(database)

    assert await database.read(look) == right
    assert mended.times > 0
    assert await mend(database) == NOTHING


@pytest.mark.parametrize(("used_on", "warned"), [("2026-08-12", 1), ("2026-08-13", 0)])
async def test_who_was_warned_too_soon_is_warned_again_in_time(
    database: Database, used_on: str, warned: int
) -> None:
    await keep(database, "INSERT INTO seat (role, used_on, warned) VALUES ('staff', ?, 1)", used_on)
    await mend(database)

    assert await database.read("SELECT warned FROM seat") == [(warned,)]


async def test_calls_registered_in_the_future_are_counted_and_forgotten_in_their_time_but_not_moved(
    database: Database, records: Records
) -> None:
    await records.save(draft("one", at=str(LATER)), by=1, now=LATER)
    await records.save(draft("earlier", at=HOUR), by=1, now=LATER)
    await records.save(Draft(draft().form, str(LATER), "declined", {}, "declined"), by=1, now=LATER)

    assert (await mend(database)).calls == 1
    rows = await database.read("SELECT occurred_at, recorded_at FROM record WHERE outcome <> 'declined'")
    assert sorted(rows) == [(HOUR, HOUR), (str(LATER), HOUR)]
    assert await mend(database) == NOTHING


async def test_corrections_made_in_the_future_are_of_now(database: Database, records: Records) -> None:
    saved = await records.save(draft(at=HOUR, answers=NAV), by=1, now=Hour.parse(HOUR))
    await keep(
        database,
        "INSERT INTO change SELECT id, 1, 'outcome', '2027-11-03T08', 1, 'a', 'b' FROM record WHERE source = ?",
        saved.record.source,
    )
    await mend(database)

    assert await database.read("SELECT at FROM change") == [(HOUR,)]
