"""Of a call that is saved, nothing says that it is not."""

import contextlib
import functools
import sqlite3

import pytest

from bot.assembly import assembled
from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.person import Person
from storage.database.connection import PRAGMAS
from tests.bot.chat_desk import LEADER, Desk

SAVED = "Samtalen er lagret, men kvitteringen kunne ikke vises."


async def _last_screen(desk: Desk) -> Person:
    person = await desk.fresh_form()
    await desk.register(person, "NAV", "Vold")
    return person


@pytest.mark.parametrize("trouble", [Trouble.BAD_GATEWAY, Trouble.SILENCE, Trouble.RUBBISH])
async def test_a_receipt_that_cannot_be_shown_is_told_of_as_saved(desk: Desk, trouble: Trouble) -> None:
    async with desk.open():
        person = await _last_screen(desk)
        desk.telegram.faults.add(InjectedFault(trouble, methods=("editMessageText",)))
        form = person.messages[-1].id
        person.tap("Ja")
        told = await person.wait_for(SAVED, timeout=40)

    assert person.chat.messages[told.id].about == form
    assert len(desk.rows()) == 1
    assert not [shown for shown in person.messages if "ikke lagret" in shown.text.lower()]


@pytest.mark.parametrize("seconds", [6, 11])
async def test_a_receipt_that_telegram_wants_to_wait_for_comes_or_is_told_of_as_saved(
    desk: Desk, seconds: int
) -> None:
    async with desk.open():
        person = await _last_screen(desk)
        desk.telegram.faults.add(
            InjectedFault(Trouble.FLOOD, methods=("editMessageText",), retry_after=seconds, times=4)
        )
        person.tap("Ja")
        await person.wait_for(SAVED, timeout=40)

    assert len(desk.rows()) == 1
    assert not [shown for shown in person.messages if "ikke lagret" in shown.text.lower()]


async def test_a_saved_call_that_cannot_be_looked_up_is_not_said_to_be_unsaved(desk: Desk) -> None:
    async with desk.open():
        person = await _last_screen(desk)
        desk.telegram.faults.add(InjectedFault(Trouble.BAD_GATEWAY, methods=("editMessageText",)))
        person.tap("Ja")
        await person.wait_for(SAVED, timeout=40)
    desk.telegram.faults.clear()
    desk.assemble = functools.partial(assembled, pragmas=(*PRAGMAS, "PRAGMA busy_timeout = 50"))
    async with desk.open():
        await desk.fresh_form(LEADER)
        with contextlib.closing(sqlite3.connect(desk.folder / "vaktlogg.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            person.tap("Ja")
            await person.wait_for_notice("Akkurat nå går det ikke an å se om samtalen er lagret.")
        person.tap("Ja")
        await person.wait_for("Lagret · nr.")

    assert len(desk.rows()) == 1
    assert not [shown for shown in person.messages if "ikke lagret" in shown.text.lower()]
