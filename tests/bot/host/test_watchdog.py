"""The watchdog is fed while all goes round, also where a restart would not help, and starves where it would."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.host.polls import LONG_AWAY, LONGEST_POLL
from bot.host.watchdog import BEAT_SECONDS
from handlers.conversation import Refused
from storage.operations.heartbeat import Heartbeat
from tests.bot.host.conftest import Watched
from tests.handlers.centre import OWNER, open_centre
from tests.handlers.operations.clocks import Machine

FED, STARVED = [("WATCHDOG=1", "Alt virker.")], list[tuple[str, ...]]()
NOTHING_SAVED = "Samtaler kan ikke lagres. Databasen kan ikke skrives til."


async def _forbid_writing(watched: Watched, *, forbidden: bool) -> None:
    await watched.centre.database.read(f"PRAGMA query_only = {'ON' if forbidden else 'OFF'}")


async def test_a_beat_is_kept_and_feeds_it(watched: Watched) -> None:
    await watched.operations.watchdog.beat()

    assert watched.ear.told == FED
    assert await Heartbeat(watched.centre.database).last() == watched.centre.now
    assert watched.operations.watchdog.well


async def test_a_beat_goes_by_the_clock_that_health_goes_by_also_where_that_is_not_trusted(tmp_path: Path) -> None:
    machine = Machine()
    clock = machine.start(noted=machine.true + timedelta(days=1))
    async with open_centre(tmp_path, clock=clock) as centre:
        await centre.cases.operations.watchdog.beat()
        beat = await Heartbeat(centre.database).last()

    assert (clock.state, beat) == ("behind", machine.shown())


async def test_it_starves_where_polls_end_no_more_and_nothing_is_kept_then(watched: Watched) -> None:
    watched.seconds.now += LONGEST_POLL + 1
    await watched.operations.watchdog.beat()

    assert watched.ear.told == STARVED
    assert await Heartbeat(watched.centre.database).last() is None
    assert not watched.operations.watchdog.well


async def test_polls_that_fail_feed_it_and_say_for_how_long(watched: Watched) -> None:
    polls = watched.operations.polls
    polls.failed(0)
    watched.seconds.now += LONG_AWAY
    polls.failed(0)
    await watched.operations.watchdog.beat()

    assert watched.ear.told == [("WATCHDOG=1", "Telegram har ikke svart på 30 minutter.")]


async def test_it_starves_where_the_database_is_held_for_ever(watched: Watched) -> None:
    async with watched.centre.database.transaction():
        beating = asyncio.create_task(watched.operations.watchdog.beat())
        done, _ = await asyncio.wait([beating], timeout=0.05)
        told = list(watched.ear.told)
    await beating

    assert (done, told) == (set(), STARVED)
    assert watched.ear.told == FED


async def test_a_database_that_answers_with_a_fault_feeds_it_and_is_told(watched: Watched) -> None:
    watchdog, centre = watched.operations.watchdog, watched.centre
    await _forbid_writing(watched, forbidden=True)
    await watchdog.beat()
    await watchdog.tell_trouble()
    told_of_one = list(centre.sees(OWNER).texts)
    await watchdog.beat()
    await watchdog.tell_trouble()
    await watchdog.tell_trouble()

    assert watched.ear.told == [("WATCHDOG=1", "Ingenting kan lagres: Databasen kan ikke skrives til.")] * 2
    assert told_of_one == []
    assert [text[: len(NOTHING_SAVED)] for text in centre.sees(OWNER).texts] == [NOTHING_SAVED]
    assert not watchdog.well


async def test_once_it_can_be_written_again_all_is_well(watched: Watched) -> None:
    watchdog = watched.operations.watchdog
    await _forbid_writing(watched, forbidden=True)
    await watchdog.beat()
    await watchdog.beat()
    await _forbid_writing(watched, forbidden=False)
    await watchdog.beat()
    await watchdog.tell_trouble()

    assert watched.ear.told[-1:] == FED
    assert watched.centre.sees(OWNER).texts == []
    assert watchdog.well


async def test_a_beat_that_is_not_fresh_is_not_well(watched: Watched) -> None:
    await watched.operations.watchdog.beat()
    watched.seconds.now += 2 * BEAT_SECONDS

    assert not watched.operations.watchdog.well


async def test_that_telegram_was_away_for_long_is_told_once_when_somebody_can_be_reached(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    polls, absence, owner = watched.operations.polls, watched.operations.absence, watched.centre.sees(OWNER)
    await absence.tell()
    polls.failed(0)
    watched.seconds.now += 2 * 3600
    await absence.tell()
    polls.answered()
    owner.trouble = Refused("blocked")
    await absence.tell()
    owner.trouble = None
    await absence.tell()
    await absence.tell()

    assert owner.texts == [
        "Telegram svarte ikke på 2 timer, men nå er forbindelsen tilbake. Det som ble trykket imens, blir tatt nå."
    ]
    assert "could not be told" in caplog.text
