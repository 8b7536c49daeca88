"""After `clear_hours` the chats hold no answers, restarts in between or not."""

import contextlib
import sqlite3
from dataclasses import replace

import pytest

from bot.config.sections import Access, Privacy
from bot.demo.telegram.person import Person, Shown
from tests.bot.chat_desk import DUTY, LEADER, OWNER, Desk, until
from tests.bot.tapping import call, fresh, labels, last, seen, tap

ROWS = "SELECT stage, source IS NOT NULL FROM message ORDER BY chat, message"


@pytest.fixture
def clearing(desk: Desk) -> Desk:
    """Let the bot clear what is due again and again, and take a moved clock for time gone by."""
    desk.clears = True
    desk.intervals = replace(desk.intervals, clear=0.05)
    desk.take_moved_clock_for_time_gone_by()
    return desk


def _from_bot(person: Person) -> list[Shown]:
    return [shown for shown in person.messages if shown.from_bot]


async def _everything(desk: Desk) -> tuple[Person, Person]:
    """Leave in two chats every kind of message that shows answers."""
    duty, leader = desk.person(), desk.person(LEADER)
    await call(duty, "NAV", "KRISE – vold", "Ja")
    await tap(duty, (await fresh(duty)).id, "Politi")
    await tap(duty, (await fresh(duty)).id, "Vil ikke registreres")
    receipt = await last(leader)
    await tap(leader, receipt.id, "Endre")
    return duty, leader


@pytest.mark.parametrize("restarted", [False, True])
async def test_after_clear_hours_no_message_holds_an_answer(clearing: Desk, restarted: bool) -> None:
    async with clearing.open():
        duty, leader = await _everything(clearing)
        if not restarted:
            clearing.clock.move(hours=12)
            await until(lambda: len(_from_bot(duty)) == 2 and len(_from_bot(leader)) == 1)
    if restarted:
        clearing.clock.move(hours=12)
        async with clearing.open():
            await until(lambda: len(_from_bot(duty)) == 2 and len(_from_bot(leader)) == 1)

    assert [(shown.text.split("\n")[0], labels(shown)[:2]) for shown in _from_bot(duty)] == [
        ("Registrert.", ["Angre", "Endre"]),
        ("Klar for neste samtale", ["Kvinne – seg selv", "Kvinne – en annen"]),
    ]
    assert [(shown.text, labels(shown)) for shown in _from_bot(leader)] == [("Registrert.", ["Angre", "Endre"])]
    assert clearing.rows(ROWS) == [("cleared", 1), ("fresh", 0), ("cleared", 1)]


async def test_what_cannot_be_deleted_after_two_days_says_nothing(clearing: Desk) -> None:
    async with clearing.open():
        duty = clearing.person()
        left = await fresh(duty)
        await tap(duty, left.id, "Politi")
    clearing.clock.move(hours=49)
    async with clearing.open():
        await duty.wait_for("Ryddet bort.")

    assert labels(seen(duty, left.id)) == []
    assert clearing.rows(ROWS) == []


async def test_the_hours_are_the_configs(clearing: Desk) -> None:
    clearing.privacy = Privacy(clear_hours=1)
    async with clearing.open():
        duty = clearing.person()
        receipt = await call(duty)
        clearing.clock.move(hours=1)
        await until(lambda: seen(duty, receipt.id).text == "Registrert.")

    assert clearing.rows(ROWS) == [("cleared", 1), ("fresh", 0)]


async def test_what_shows_a_call_can_neither_be_forwarded_nor_saved_and_other_messages_can(desk: Desk) -> None:
    async with desk.open():
        duty, leader = await _everything(desk)
        leader.send("/hjelp")
        await leader.wait_for("Dette kan du gjøre her:")

    sent = [request.parameters for request in desk.telegram.requests if request.method == "sendMessage"]
    protected = {str(one["text"]).split("\n")[0] for one in sent if one.get("protect_content")}
    assert protected == {"Ny samtale", "Klar for neste samtale", "Et øyeblikk …"}
    assert {one["text"].split("\n")[0] for one in sent if not one.get("protect_content")} == {
        "Dette kan du gjøre her:"
    }
    for person in (duty, leader):
        shown = [message for message in person.chat.messages.values() if message.sender and message.sender.is_bot]
        assert [message.protected for message in shown if "Dette kan" not in message.text] == [True] * (
            len(shown) - (person is leader)
        )


async def test_a_message_that_was_never_noted_is_cleared_once_it_shows_answers(clearing: Desk) -> None:
    """The bot had been killed between sending the form and noting it."""
    async with clearing.open():
        duty = clearing.person()
        form = await fresh(duty)
    with contextlib.closing(sqlite3.connect(clearing.folder / "vaktlogg.db")) as connection, connection:
        connection.execute("DELETE FROM message")
    duty.tap("Politi", message_id=form.id)
    async with clearing.open():
        await duty.wait_for("Hva gjaldt samtalen?")
        await duty.answered()
        assert clearing.rows(ROWS) == [("form", 0)]
        clearing.clock.move(hours=12)
        await until(lambda: form.id not in duty.chat.messages)

    assert clearing.rows(ROWS) == []


async def test_a_seat_that_is_not_on_the_list_any_more_keeps_no_answers(clearing: Desk) -> None:
    async with clearing.open():
        duty = clearing.person()
        receipt = await call(duty)
    clearing.access = Access(owners=[OWNER], leaders=[LEADER])
    async with clearing.open():
        await until(lambda: seen(duty, receipt.id).text == "Registrert.")

    assert labels(seen(duty, receipt.id)) == []
    await until(lambda: clearing.rows(ROWS) == [])
    assert clearing.rows(f"SELECT * FROM place WHERE id = {DUTY}") == []  # noqa: S608 - a number
