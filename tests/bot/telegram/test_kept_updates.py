"""What takes long holds up nobody, and is answered though the bot ends meanwhile."""

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from bot.telegram.arrival import Arrival, ButtonPosition
from bot.telegram.kept_updates import KeptUpdates
from storage.database.connection import Database
from storage.database.update_store import UpdateStore
from storage.deliveries.chats import Chats
from tests.bot.chat_desk import LEADER, Desk, until
from tests.storage.binding import bind
from tests.storage.people.holding import seats_with

MORE_THAN_TELEGRAM_GIVES = 120
DUTY, GROUP, STRANGER = 7_700_123, -1_009_876_543, 8_800_456
ASKED = Arrival(7, DUTY, DUTY, private=True, message=3, text="/stats 2016", query=None)
IN_GROUP = Arrival(9, DUTY, GROUP, private=False, message=3, text="x", query="q")
BY_STRANGER = Arrival(10, STRANGER, STRANGER, private=True, message=3, text="x", query="q")
TAPPED = Arrival(8, DUTY, DUTY, True, 4, "x", "q", 2.5, ButtonPosition(1, 0.0, 0.5))  # noqa: FBT003 - as it stands there


def _kept(desk: Desk) -> int:
    return len(desk.rows("SELECT * FROM kept_update"))


async def _asked_for_statistics(desk: Desk) -> None:
    """Ask for them while Telegram takes longer than any picture."""
    await desk.fresh_form(LEADER)
    desk.telegram.faults.delay(60, chat=LEADER)
    desk.person(LEADER).send("/stats")
    await until(lambda: _kept(desk) == 1)


async def test_taps_go_on_while_something_takes_long_however_many_they_are(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await _asked_for_statistics(desk)
        for _ in range(MORE_THAN_TELEGRAM_GIVES):
            person.tap_data(person.messages[-1].id, "no button of ours")
        await until(lambda: len(person.notices) == MORE_THAN_TELEGRAM_GIVES)
        await desk.register(person, "NAV", "Vold", "Ja")
        await person.wait_for("Lagret")
        desk.telegram.faults.clear()

    assert len(desk.rows()) == 1


async def test_nothing_that_takes_long_is_asked_for_again_and_again(desk: Desk) -> None:
    async with desk.open():
        await _asked_for_statistics(desk)
        desk.telegram.requests.clear()
        await asyncio.sleep(1.5)
        polls = [request.method for request in desk.telegram.requests].count("getUpdates")
        desk.telegram.faults.clear()

    assert polls <= 2


async def test_statistics_that_the_bot_ended_before_are_shown_when_it_is_back(desk: Desk) -> None:
    async with desk.open():
        await _asked_for_statistics(desk)
    desk.telegram.faults.clear()
    async with desk.open():
        await desk.person(LEADER).wait_for(lambda shown: shown.photo is not None)
        await until(lambda: _kept(desk) == 0)


async def test_what_is_answered_is_forgotten(desk: Desk) -> None:
    async with desk.open():
        leader = desk.person(LEADER)
        leader.send("/stats")
        await leader.wait_for(lambda shown: shown.photo is not None)
        await leader.answered()

    assert _kept(desk) == 0


async def test_of_somebody_who_is_no_longer_on_the_list_nothing_is_taken_up(desk: Desk) -> None:
    async with desk.open():
        await _asked_for_statistics(desk)
    desk.access = desk.access.model_copy(update={"leaders": []})
    desk.telegram.faults.clear()
    before = len(desk.person(LEADER).messages)
    async with desk.open():
        await desk.fresh_form()

    assert len(desk.person(LEADER).messages) == before


async def _kept_in(database: Database) -> KeptUpdates:
    """Know the duty phone, and a bound group."""
    chats = Chats(database)
    await chats.load()
    if not chats.bound(GROUP):
        await bind(chats, GROUP, "2026-11-03T14:00")
    return KeptUpdates(UpdateStore(database), await seats_with(database, {DUTY: "staff"}), chats)


@pytest.mark.parametrize("arrival", [ASKED, TAPPED, IN_GROUP, BY_STRANGER])
async def test_what_is_left_over_comes_back_as_it_was_and_is_not_kept_once_more(
    tmp_path: Path, arrival: Arrival
) -> None:
    async with Database.open(tmp_path / "v.db") as database:
        await bind(Chats(database), STRANGER, "2026-11-03T14:00")
        await (await _kept_in(database)).keep(arrival)
        [[text]] = await database.read("SELECT arrival FROM kept_update")
        kept = await _kept_in(database)
        left = await kept.left_over()
        await kept.keep(arrival)
        again = await (await _kept_in(database)).left_over()

    assert left == [replace(arrival, query="" if arrival.tap else None)]
    assert not any(number in text for number in (str(DUTY), str(-GROUP), str(STRANGER)))
    assert arrival.update in kept
    assert again == []


async def test_what_cannot_be_kept_is_telegrams_to_keep(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "v.db"
    async with Database.open(path, pragmas=("PRAGMA busy_timeout = 1",)) as database:
        seats = await seats_with(database, {DUTY: "staff"})
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        kept = KeptUpdates(UpdateStore(database), seats, Chats(database))
        await kept.keep(ASKED)
        other.close()

    assert ASKED.update not in kept
    assert [record.levelname for record in caplog.records if record.name == "bot.telegram.kept_updates"] == [
        "ERROR"
    ]


async def test_what_another_version_kept_in_another_way_is_stepped_over(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "v.db") as database:
        await UpdateStore(database).add(1, '{"sender": 5}')
        await (await _kept_in(database)).keep(ASKED)
        left = await (await _kept_in(database)).left_over()

    assert left == [ASKED]
