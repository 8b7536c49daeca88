"""Taking updates in: none lost, none twice, none in the way of another."""

import asyncio
import sqlite3

import pytest

from bot.demo.telegram.chats import Kind
from bot.demo.telegram.faults import InjectedFault, Trouble
from tests.bot.chat_desk import DUTY, LEADER, Desk, until
from tests.bot.test_run import first_screens

FRESH = "Klar for neste samtale"


async def test_taps_that_waited_while_the_bot_was_down_are_handled_when_it_is_back(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "NAV", "Vold")
    person.tap("Ja")
    async with desk.open():
        await person.wait_for("Lagret")

    assert len(desk.rows()) == 1


async def test_a_first_tap_found_after_a_gap_asks_when_the_call_was(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
    desk.clock.move(hours=3)
    person.tap("NAV")
    async with desk.open():
        asked = await person.wait_for("Når var samtalen?")
        await desk.register(person, "15–16", "Vold", "Ja")
        receipt = await person.wait_for("Lagret")

    assert [label for row in asked.buttons for label in row] == ["17–18", "16–17", "15–16", "14–15"]
    assert receipt.text.endswith("kl.\u00a015–16")


async def test_a_one_tap_end_found_after_a_gap_asks_too_and_a_later_tap_does_not(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "NAV")
        other = await desk.fresh_form(LEADER)
    desk.clock.move(hours=1)
    person.tap("Vold")
    other.tap("Taus samtale")
    async with desk.open():
        await person.wait_for("Gjelder samtalen")
        await other.wait_for("Når var samtalen?")


@pytest.mark.parametrize("trouble", [Trouble.BAD_GATEWAY, Trouble.FLOOD])
async def test_no_tap_stays_without_its_screen_when_every_twentieth_call_fails(
    desk: Desk, trouble: Trouble
) -> None:
    desk.telegram.faults.add(InjectedFault(trouble, every=20, retry_after=1))
    async with desk.open():
        person = await desk.fresh_form()
        for number in range(1, 11):
            await desk.register(person, "NAV", "Vold", "Ja")
            await person.wait_for(f"nr.\u00a0{number} i dag")
            await person.wait_for(FRESH)

    assert len(desk.rows()) == 10


async def test_one_chat_hanging_does_not_hold_up_another(desk: Desk) -> None:
    async with desk.open():
        stuck, free = await desk.fresh_form(DUTY), await desk.fresh_form(LEADER)
        desk.telegram.faults.delay(8, chat=DUTY)
        stuck.tap("NAV")
        await desk.register(free, "NAV", "Vold", "Ja")
        await free.wait_for("Lagret", timeout=3)
        desk.telegram.faults.clear()


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"message": None},
        {"message": {"message_id": 1, "chat": {"id": DUTY, "type": "private"}}},
        {
            "message": {
                "message_id": "x",
                "date": "y",
                "from": {"id": DUTY},
                "chat": {"id": DUTY, "type": "private"},
            }
        },
        {"message": {"from": {"id": DUTY}, "chat": {"id": DUTY, "type": "private"}}},
        {"callback_query": {"id": "1", "from": {"id": DUTY, "is_bot": False, "first_name": "x"}}},
        {"callback_query": {"id": "1", "from": "x", "message": 3}},
        {"edited_channel_post": []},
        {"poll": {"question": 1}},
    ],
)
async def test_an_update_that_cannot_be_read_is_stepped_over(desk: Desk, update: dict[str, object]) -> None:
    async with desk.open():
        desk.telegram.push(update)
        await desk.fresh_form()


async def test_a_tap_without_data_is_answered(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        person.tap_data(person.messages[-1].id, "")
        await person.wait_for_notice("Denne knappen virker ikke lenger.")


async def test_a_locked_database_says_not_saved_and_trying_again_saves(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "KRISE – vold")
        other = sqlite3.connect(desk.folder / "vaktlogg.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        person.tap("Ikke kjent")
        refused = await person.wait_for("IKKE LAGRET.", timeout=15)
        other.execute("ROLLBACK")
        other.close()
        assert desk.rows() == []
        await desk.register(person, "Prøv igjen")

    assert refused.text == (
        "IKKE LAGRET. Et annet program bruker databasen.\n"
        "Skriv samtalen på papir, uten navn: Politi · vold · krise · ikke kjent."
    )
    assert len(desk.rows()) == 1


async def test_a_channel_is_nobody(desk: Desk) -> None:
    channel = desk.telegram.group(-200, "Kanal", Kind.CHANNEL)
    async with desk.open():
        desk.person().within(channel).send("/log")
        await desk.fresh_form()

    assert all(message.sender is None for message in channel.messages.values())


async def test_an_id_beyond_all_reason_is_not_believed(desk: Desk) -> None:
    async with desk.open():
        await desk.fresh_form()
        ids = desk.telegram.account.updates
        before, ids._next_id = ids._next_id, 10**25
        desk.person().send("/log")
        await asyncio.sleep(0.3)
        ids._next_id = before
        desk.person().send("/log")
        await desk.person().wait_for(lambda _: first_screens(desk.person()) == 2)


@pytest.mark.parametrize(
    "update",
    [
        {"callback_query": {"id": "1", "from": {"id": DUTY, "is_bot": False, "first_name": "x"}, "data": 1}},
        {
            "message": {
                "message_id": 1,
                "from": {"id": DUTY},
                "chat": {"id": DUTY, "type": "private"},
                "text": 5,
            }
        },
    ],
)
async def test_who_is_on_the_list_is_told_that_something_could_not_be_read(
    desk: Desk, update: dict[str, object]
) -> None:
    async with desk.open():
        desk.person()
        desk.telegram.push(update)
        await desk.person().wait_for("Det kunne ikke leses. Ingenting er lagret; prøv igjen.")


async def test_a_saved_call_whose_receipt_cannot_be_shown_is_not_called_unsaved(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "NAV", "Vold")
        desk.telegram.faults.add(InjectedFault(Trouble.BAD_GATEWAY, methods=("editMessageText",)))
        person.tap("Ja")
        await person.wait_for("Samtalen er lagret, men kvitteringen kunne ikke vises.", timeout=15)

    assert len(desk.rows()) == 1


async def test_a_second_tap_that_waited_while_polls_failed_is_as_old_as_the_first_failure(desk: Desk) -> None:
    seconds = [0.0]
    desk.moment = lambda: seconds[-1]

    def polls() -> int:
        return [request.method for request in desk.telegram.requests].count("getUpdates")

    async with desk.open():
        person = await desk.fresh_form()
        await person.answered()  # so that the poll that brings the first tap is under way
        form, before = person.messages[-1].id, polls()
        desk.telegram.faults.add(InjectedFault(Trouble.BAD_GATEWAY, methods=("getUpdates",)))
        person.tap("Krisesenter")
        await person.wait_for("Hva gjaldt samtalen?")
        await until(lambda: polls() >= before + 2)
        seconds.append(1.5)
        person.tap("Vold", message_id=form)
        desk.telegram.faults.clear()
        await person.wait_for_notice("Det var et ekstra trykk. Ingenting er lagret.")


async def test_a_menu_that_telegram_keeps_waiting_holds_up_nobody(desk: Desk) -> None:
    desk.telegram.faults.add(InjectedFault(Trouble.FLOOD, methods=("setMyCommands",), retry_after=11))
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "NAV", "Vold", "Ja")
        await person.wait_for(FRESH)
