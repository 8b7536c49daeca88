"""Finding a call again with /last, when its message is long gone."""

import pytest

from bot.config.forms import forms_of
from bot.config.sections import Access
from storage.database.connection import Database
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.bot.chat_desk import DUTY, LEADER, OWNER, STRANGER, Desk
from tests.bot.tapping import answer_to, call, carried, fresh, labels, last, newest, opened, tap

ANOTHER = 14
PAGE = "De siste samtalene"
AGENCIES = ("Barnevernet", "Politi", "NAV", "Krisesenter", "Helsevesen", "Advokat")


@pytest.fixture
def shared(desk: Desk) -> Desk:
    """Let two staff seats use the desk, which takes a moved clock for time gone by."""
    desk.take_moved_clock_for_time_gone_by()
    desk.access = Access(owners=[OWNER], leaders=[LEADER], staff=[DUTY, ANOTHER])
    return desk


async def without_details(desk: Desk, *sources: str) -> None:
    """Keep calls without details, as the end of a shift leaves them."""
    async with Database.open(desk.config.database.path) as database:
        for source in sources:
            draft = Draft(
                forms_of(desk.config)["call"], "2026-11-03", "unspecified", {}, source, "2026-11-03T07:30"
            )
            await Records(database).save(draft, by=1, now=Hour.of(desk.clock()))


async def test_nothing_registered_is_said_so(desk: Desk) -> None:
    async with desk.open():
        said = await answer_to(desk.person(), "/last", "Ingen samtaler er ført her ennå.")

    assert said.buttons == ()


@pytest.mark.parametrize("command", ["/last", "/siste"])
async def test_the_latest_come_first_each_with_its_time_and_what_it_was(desk: Desk, command: str) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person, "NAV", "KRISE – vold", "Ja")
        await tap(person, receipt.id, "Angre")
        form = await fresh(person)
        await tap(person, form.id, "Taus samtale")
        await call(person, "Kvinne – seg selv", "Oppfølging", "Nei")
        page = await answer_to(person, command, PAGE)

    time = "tir. 3.11., kl.\u00a014–15"
    assert page.text.splitlines() == [
        "De siste samtalene, den nyeste først. Velg en for å endre den.",
        f"1. {time} – Kvinne · seg selv · oppfølging",
        f"2. {time} – Taus samtale",
        f"3. {time} – NAV · vold · krise – angret",
    ]
    assert page.buttons == (("1", "2", "3"), ("Oppdater",), ("Ny samtale",))


async def test_there_are_five_a_page_older_and_newer(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        for agency in AGENCIES:
            await call(person, agency, "Vold", "Nei")
        page = await answer_to(person, "/last", PAGE)
        older = await tap(person, page.id, "Eldre ›")
        newer = await tap(person, page.id, "‹ Nyere")
        receipt = await opened(person, (await tap(person, page.id, "Eldre ›")).id, "6")

    assert page.buttons == (("1", "2", "3"), ("4", "5"), ("Oppdater", "Eldre ›"), ("Ny samtale",))
    assert older.buttons == (("6",), ("‹ Nyere", "Oppdater"), ("Ny samtale",))
    assert older.text.splitlines()[1].endswith("Barnevernet · vold")
    assert (newer.text, newer.buttons) == (page.text, page.buttons)
    assert "\nBarnevernet · vold\n" in receipt.text


async def test_a_page_that_has_emptied_meanwhile_shows_the_first(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipts = [await call(person, agency, "Vold", "Nei") for agency in AGENCIES]
        page = await answer_to(person, "/last", PAGE)
        await tap(person, receipts[-1].id, "Endre", "Hvem", "Vil ikke registreres")
        after = await tap(person, page.id, "Eldre ›")

    assert after.buttons == (("1", "2", "3"), ("4", "5"), ("Oppdater",), ("Ny samtale",))


async def test_staff_see_their_own_and_the_shifts_and_a_leader_everybodys(shared: Desk) -> None:
    async with shared.open():
        person, other, leader = (shared.person(seat) for seat in (DUTY, ANOTHER, LEADER))
        await call(person, "Politi", "Vold", "Nei")
        shared.clock.move(hours=1)  # half past three, after the handover
        await call(other, "NAV", "Vold", "Nei")
        seats = [await answer_to(one, "/last", PAGE) for one in (person, other, leader)]

    assert [[line.split(" – ")[-1] for line in page.text.splitlines()[1:]] for page in seats] == [
        ["NAV · vold", "Politi · vold"],
        ["NAV · vold"],
        ["NAV · vold", "Politi · vold"],
    ]


async def test_declined_calls_stand_nowhere(shared: Desk) -> None:
    async with shared.open():
        person = shared.person()
        form = await fresh(person)
        await tap(person, form.id, "Vil ikke registreres")
        for seat in (DUTY, LEADER):
            await answer_to(shared.person(seat), "/last", "Ingen samtaler er ført her ennå.")


async def test_a_call_found_again_has_the_same_buttons_as_its_receipt(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        again = await last(person)

    assert (again.text, again.buttons) == (receipt.text, receipt.buttons)


async def test_a_call_without_details_is_filled_in_from_there(desk: Desk) -> None:
    await without_details(desk, "AAAAAAAAAA", "BBBBBBBBBB")
    async with desk.open():
        person = desk.person()
        page = await answer_to(person, "/last", PAGE)
        receipt = await opened(person, page.id, "2")
        first = await tap(person, receipt.id, "Fyll ut")
        filled = await tap(person, receipt.id, "Politi", "Vold", "Ja")

    assert page.text.splitlines()[1:] == ["1. tir. 3.11. – uten detaljer", "2. tir. 3.11. – uten detaljer"]
    assert receipt.text.endswith("Samtalen mangler detaljer.\nTirsdag 3. november")
    assert receipt.buttons == (("Angre", "Fyll ut"), ("Tidspunkt",))
    assert first.text.startswith("Hvem ringte, og for hvem?")
    assert labels(first)[-1] == "Avbryt"
    assert filled.buttons == (("Angre", "Endre", "Også nevnt"), ("Tidspunkt", "Én til som denne"))
    assert desk.rows("SELECT id, outcome, shift FROM record ORDER BY id") == [
        (1, "registered", "2026-11-03T07:30"),
        (2, "unspecified", "2026-11-03T07:30"),
    ]
    assert desk.rows("SELECT what, before FROM change ORDER BY number") == [
        ("outcome", "unspecified"),
        ("answers", "{}"),
    ]


async def test_every_command_and_button_twice_changes_nothing(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        await call(person)
        before = desk.rows("SELECT * FROM record")
        pages = [await answer_to(person, "/last", PAGE) for _ in range(2)]
        for data in (carried(person, pages[0].id, "1"), "Last:0", "Last:5", "Last:100000"):
            for _ in range(2):
                person.tap_data(pages[0].id, data)
        await fresh(person)

    assert pages[0].text == pages[1].text
    assert desk.rows("SELECT * FROM record") == before
    assert desk.rows("SELECT * FROM change") == []


@pytest.mark.parametrize(
    "data", ["Last:-1", "Last:100001", "Last:x", "Show:nobody0000", "Change:nobody0000", "Ask:A"]
)
async def test_a_hostile_button_is_answered_and_changes_nothing(desk: Desk, data: str) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        person.tap_data(receipt.id, data)
        await person.wait_for_notice("Denne knappen virker ikke lenger.")

    assert desk.rows("SELECT * FROM change") == []


async def test_a_stranger_gets_no_answer(desk: Desk) -> None:
    async with desk.open():
        person, stranger = desk.person(), desk.person(STRANGER)
        receipt = await call(person)
        stranger.send("/last")
        stranger.tap_data(newest(stranger), carried(person, receipt.id, "Endre"))
        await fresh(person)

    assert [shown for shown in stranger.messages if shown.from_bot] == []
    assert stranger.notices == []
