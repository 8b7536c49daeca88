"""What is long enough without a poll to be a gap, across restarts too."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.telegram.polling_gap import Backlog, PollingGap
from storage.database.connection import Database
from storage.database.last_poll import LastPoll
from storage.hour import Hour
from tests.bot.chat_desk import OSLO, Clock
from tests.handlers.operations.clocks import NOON, Machine, watched

LONGEST = timedelta(minutes=10)
QUARTER_TO = datetime(2026, 11, 3, 13, 45, 30, tzinfo=OSLO)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a database that soon gives up waiting for another program."""
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        async with database.reading() as connection:
            await connection.execute("PRAGMA busy_timeout = 10")
        yield database


async def loaded(database: Database, clock: Clock) -> PollingGap:
    """Return the gaps of a run that has just begun."""
    gap = PollingGap(LastPoll(database), watched(clock), LONGEST)
    await gap.load()
    return gap


async def test_in_the_very_first_run_nothing_has_waited_and_the_time_is_kept(database: Database) -> None:
    gap = await loaded(database, Clock(QUARTER_TO))

    assert gap.since() is None
    assert await LastPoll(database).read() == QUARTER_TO.replace(second=0)


@pytest.mark.parametrize(
    ("minutes", "since"), [(0, None), (9.9, None), (10, "2026-11-03T13"), (60 * 24 * 3, "2026-11-03T13")]
)
async def test_what_comes_long_after_the_last_poll_may_have_waited_since_its_hour(
    database: Database, minutes: float, since: str | None
) -> None:
    clock = Clock(QUARTER_TO)
    gap = await loaded(database, clock)

    clock.move(minutes=minutes)

    assert gap.since() == (Hour.parse(since) if since else None)


@pytest.mark.parametrize(("minutes", "since"), [(9, None), (11, "2026-11-03T13")])
async def test_the_time_between_two_runs_counts_too(database: Database, minutes: float, since: str | None) -> None:
    clock = Clock(QUARTER_TO)
    await loaded(database, clock)

    clock.move(minutes=minutes)

    assert (await loaded(database, clock)).since() == (Hour.parse(since) if since else None)


async def test_the_hour_of_an_earlier_run_is_the_one_on_todays_wall(database: Database) -> None:
    await loaded(database, Clock(datetime(2026, 11, 3, 12, 45, tzinfo=UTC)))

    gap = await loaded(database, Clock(QUARTER_TO + timedelta(hours=3)))

    assert gap.since() == Hour.parse("2026-11-03T13")


async def test_a_poll_ends_the_gap(database: Database) -> None:
    clock = Clock(QUARTER_TO)
    gap = await loaded(database, clock)
    clock.move(hours=2)

    await gap.polled()

    assert gap.since() is None


async def test_before_anything_is_known_there_is_no_gap(database: Database) -> None:
    assert PollingGap(LastPoll(database), watched(Clock()), LONGEST).since() is None


@pytest.mark.parametrize(("seconds", "minute"), [(45, 45), (60, 46)])
async def test_the_time_is_kept_once_a_minute(database: Database, seconds: float, minute: int) -> None:
    clock = Clock(QUARTER_TO)
    gap = await loaded(database, clock)

    clock.move(seconds=seconds)
    await gap.polled()

    kept = await LastPoll(database).read()
    assert kept is not None
    assert kept.minute == minute


async def test_a_time_that_cannot_be_kept_is_logged_and_known_all_the_same(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock(QUARTER_TO)
    gap = await loaded(database, clock)
    clock.move(hours=1)
    with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        await gap.polled()

    assert gap.since() is None
    errors = [record.getMessage() for record in caplog.records if record.name == "bot.telegram.polling_gap"]
    assert [error.partition(":")[0] for error in errors] == ["The time of the last poll was not noted"]


@pytest.mark.parametrize(
    ("before", "minutes", "since"),
    [
        (datetime(2026, 3, 29, 1, 59, tzinfo=OSLO), 2, None),
        (datetime(2026, 10, 25, 2, 50, tzinfo=OSLO), 30, "2026-10-25T02"),
    ],
)
async def test_a_clock_change_is_no_gap_and_hides_none(
    database: Database, before: datetime, minutes: float, since: str | None
) -> None:
    clock = Clock(before)
    gap = await loaded(database, clock)

    clock.now = (before.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(OSLO)

    assert gap.since() == (Hour.parse(since) if since else None)


def test_an_update_may_have_waited_from_when_it_is_found_until_it_is_done() -> None:
    backlog = Backlog()
    backlog.found(5, Hour.parse("2026-11-03T13"))

    assert (backlog.since(5), backlog.since(6)) == (Hour.parse("2026-11-03T13"), None)

    backlog.done(5)
    backlog.done(6)

    assert backlog.since(5) is None


@pytest.mark.parametrize("off_by", [timedelta(days=365), timedelta(days=-365)])
async def test_while_the_clock_is_beside_the_world_no_time_is_noted_and_what_comes_may_have_waited(
    database: Database, off_by: timedelta
) -> None:
    machine = Machine()
    gap = PollingGap(LastPoll(database), machine.start(), LONGEST)
    await gap.load()
    await machine.world.ask()
    machine.off_by = off_by
    machine.wait(minutes=5)
    await gap.polled()

    assert await LastPoll(database).read() == NOON
    assert gap.since() == Hour.parse("2026-11-03T11")
    machine.off_by = timedelta()
    await gap.polled()
    assert await LastPoll(database).read() == NOON + timedelta(minutes=5)
    assert gap.since() is None


async def test_what_waited_for_longer_than_the_doubt_has_waited_since_then(database: Database) -> None:
    machine = Machine()
    gap = PollingGap(LastPoll(database), machine.start(), LONGEST)
    await gap.load()
    machine.wait(hours=9)
    machine.off_by = timedelta(days=365)

    assert gap.since() == Hour.of(NOON)


async def test_a_note_of_the_future_is_replaced_by_the_present(database: Database) -> None:
    await LastPoll(database).keep(NOON + timedelta(days=365))
    machine = Machine()
    await machine.world.ask()
    gap = PollingGap(LastPoll(database), machine.start(NOON + timedelta(days=365)), LONGEST)
    await gap.load()
    await gap.polled()

    assert await LastPoll(database).read() == NOON
