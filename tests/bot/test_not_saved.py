"""When the disk will not take a call, the chat says so, and what to write on paper."""

import functools

from bot.assembly import assembled
from storage.database.connection import PRAGMAS
from tests.bot.chat_desk import Desk


async def test_a_full_disk_is_said_and_once_there_is_room_trying_again_saves(desk: Desk) -> None:
    async with desk.open():
        await desk.fresh_form()
    [(pages,)] = desk.rows("PRAGMA page_count")
    desk.assemble = functools.partial(assembled, pragmas=(*PRAGMAS, f"PRAGMA max_page_count = {pages}"))
    async with desk.open():
        person = await desk.fresh_form()
        while not _refused(desk):
            await desk.register(person, "Politi", "KRISE – vold", "Ikke kjent")
        refused = await person.wait_for("IKKE LAGRET.")
        kept = len(desk.rows())
    desk.assemble = assembled
    async with desk.open():
        await desk.register(person, "Prøv igjen")

    assert refused.text == (
        "IKKE LAGRET. Disken er full.\nSkriv samtalen på papir, uten navn: Politi · vold · krise · ikke kjent."
    )
    assert len(desk.rows()) == kept + 1


def _refused(desk: Desk) -> bool:
    return any("IKKE LAGRET" in shown.text for shown in desk.person().messages)


async def test_a_database_that_was_moved_away_is_said_and_once_it_is_back_trying_again_saves(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Kvinne – seg selv", "Vold")
        (desk.folder / "vaktlogg.db").rename(desk.folder / "moved.db")
        person.tap("Ja")
        refused = await person.wait_for("IKKE LAGRET.")
        await desk.fresh_form()
        (desk.folder / "moved.db").rename(desk.folder / "vaktlogg.db")
        await desk.register(person, "Prøv igjen")

    assert refused.text.startswith("IKKE LAGRET. Databasen er flyttet, slettet eller byttet ut.")
    assert len(desk.rows()) == 1


async def test_trying_again_in_vain_is_answered_though_the_message_stays_as_it_is(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Kvinne – seg selv", "Vold")
        (desk.folder / "vaktlogg.db").rename(desk.folder / "moved.db")
        person.tap("Ja")
        refused = await person.wait_for("IKKE LAGRET.")
        await person.answered()
        again = person.tap("Prøv igjen")
        await person.answered()
        (desk.folder / "moved.db").rename(desk.folder / "vaktlogg.db")

    assert [notice.text for notice in person.notices if notice.tap == again] == ["Ikke lagret."]
    assert person.messages[-1].text == refused.text


async def test_a_one_tap_end_that_is_not_saved_says_so_too_and_brings_no_fresh_form(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        (desk.folder / "vaktlogg.db").rename(desk.folder / "moved.db")
        person.tap("Vil ikke registreres")
        await person.wait_for("Skriv samtalen på papir, uten navn: én kontakt, uten opplysninger.")
        await person.answered()

    assert not [shown for shown in person.messages if "Klar for neste" in shown.text]
