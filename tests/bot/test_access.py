"""Who gets an answer, and what is refused and kept nowhere."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.config.sections import Access
from bot.demo.telegram.chats import Kind
from bot.demo.telegram.person import Person, Shown
from tests.bot.chat_desk import OWNER, STRANGER, Desk, until
from tests.bot.tapping import answer_to, opened, tap

NO_COMMAND = "Jeg forstår bare knappene og noen få kommandoer: /hjelp viser dem."
UNKNOWN = "Den kommandoen kjenner jeg ikke: /hjelp viser dem jeg kan."
DELETED = "Meldingen er slettet her og ikke lagret."
SECRET = "hun heter Fatima og bor i Storgata 1"


@pytest.mark.parametrize(
    ("send", "told"),
    [
        pytest.param(lambda person: person.send(SECRET), NO_COMMAND, id="text"),
        pytest.param(lambda person: person.send(f"/ukjent {SECRET}"), UNKNOWN, id="command"),
        pytest.param(lambda person: person.send_photo(SECRET), NO_COMMAND, id="photo"),
        pytest.param(lambda person: person.send_voice(), NO_COMMAND, id="voice"),
        pytest.param(lambda person: person.send_contact(), NO_COMMAND, id="contact"),
        pytest.param(lambda person: person.send_location(), NO_COMMAND, id="location"),
        pytest.param(
            lambda person: person.send(f"/log {SECRET}"), "Kommandoen trenger ingen ord", id="words after"
        ),
        pytest.param(
            lambda person: person.send(f"/stats {SECRET}"), "Den perioden kjenner jeg ikke.", id="no period"
        ),
        pytest.param(lambda person: person.send(f"/start {SECRET}"), "Den koden virker ikke her.", id="no code"),
    ],
)
async def test_what_is_no_tap_is_deleted_and_kept_nowhere(
    desk: Desk, send: Callable[[Person], int], told: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk.open():
        person = desk.person()
        sent = send(person)
        await person.wait_for(lambda message: message.text.startswith(told) and message.text.endswith(DELETED))

    assert sent not in [message.id for message in person.messages]
    assert SECRET.encode() not in (desk.folder / "vaktlogg.db").read_bytes()
    ours = [record for record in caplog.records if record.name.split(".")[0] in {"bot", "handlers", "storage"}]
    assert not any("Fatima" in record.getMessage() for record in ours)


async def test_what_cannot_be_deleted_is_left_to_the_sender(desk: Desk) -> None:
    desk.person().send("gammel melding")
    desk.clock.move(hours=49)

    async with desk.open():
        await desk.person().wait_for("Slett den selv.")


async def test_strangers_get_silence_whatever_they_do(desk: Desk) -> None:
    async with desk.open():
        stranger, person = desk.person(STRANGER), await desk.fresh_form()
        for words in ("hei", "/start", "/start gjetning", "/log", "/stats"):
            stranger.send(words)
        stranger.tap_data(1, "Undo:AAAAAAAAAA")
        await desk.register(person, "NAV", "Vold", "Ja")

    assert [message for message in stranger.messages if message.from_bot] == []
    assert stranger.notices == []


async def test_a_stranger_cannot_tap_in_a_group_that_staff_is_in(desk: Desk) -> None:
    group = desk.telegram.group(-100, "Kollegaer", Kind.SUPERGROUP)
    async with desk.open():
        desk.person().within(group).send("/log")
        desk.person(STRANGER).within(group).send("/log")
        await desk.fresh_form()

    assert [message for message in group.messages.values() if message.sender and message.sender.is_bot] == []


async def _first_code(desk: Desk) -> str:
    await until(lambda: any("/start " in sentence for sentence in desk.said))
    return next(sentence for sentence in reversed(desk.said) if "/start " in sentence).split("/start ")[1]


async def test_a_one_time_code_lets_the_first_administrator_in_and_nobody_else(desk: Desk) -> None:
    desk.access = Access()
    async with desk.open():
        first, second = desk.person(OWNER), desk.person(STRANGER)
        code = await _first_code(desk)
        first.send(f"/start {code}")
        await first.wait_for("Du er nå administrator.")
        first.send(f"/start {code}")
        second.send(f"/start {code}")
        await first.wait_for(lambda message: message.id > 5 and "Du er nå administrator." in message.text)

    assert [message for message in second.messages if message.from_bot] == []


async def test_the_console_shows_the_first_code_as_a_link_to_scan_too(desk: Desk) -> None:
    desk.access = Access()
    async with desk.open():
        code = await _first_code(desk)
        await until(lambda: len(desk.said) >= 4)

    assert desk.said[1] == f"https://t.me/vaktlogg_bot?start={code}"
    assert desk.said[2].count("\n") > 10


async def test_who_was_let_in_stays_in_after_a_restart(desk: Desk) -> None:
    desk.access = Access()
    async with desk.open():
        desk.person(OWNER).send(f"/start {await _first_code(desk)}")
        await desk.person(OWNER).wait_for("Du er nå administrator.")

    async with desk.open():
        await desk.fresh_form(OWNER)

    assert sum("/start" in sentence for sentence in desk.said) == 1


async def test_a_first_code_works_for_an_hour_and_then_another_is_said(desk: Desk) -> None:
    desk.access = Access()
    desk.intervals = replace(desk.intervals, ask=0.1)
    async with desk.open():
        person = desk.person(OWNER)
        late = await _first_code(desk)
        desk.clock.move(hours=1)
        await until(lambda: sum("/start" in sentence for sentence in desk.said) == 2)
        person.send(f"/start {late}")
        await person.answered()
        person.send(f"/start {await _first_code(desk)}")
        await person.wait_for("Du er nå administrator.")

    assert next(message.text for message in person.messages if message.from_bot) == "Du er nå administrator."


async def invite(desk: Desk, newcomer: Person) -> Shown:
    """Let an administrator invite somebody who uses the link; return what the administrator is asked."""
    owner = desk.person(OWNER)
    roles = await answer_to(owner, "/inviter", "Hvem skal inviteres?")
    link = await opened(owner, roles.id, "Ansatt")
    newcomer.send(f"/start {link.text.split('?start=')[1].split()[0]}")
    await newcomer.wait_for("Administratoren må slippe deg inn først")
    return await owner.wait_for("En invitasjon er brukt")


async def test_an_invited_person_waits_until_the_administrator_lets_them_in(desk: Desk) -> None:
    async with desk.open():
        newcomer = desk.person(STRANGER)
        asked = await invite(desk, newcomer)
        newcomer.send("/log")
        await newcomer.answered()
        waiting = [message.text for message in newcomer.messages if message.from_bot]
        await tap(desk.person(OWNER), asked.id, "Slipp inn")
        await newcomer.wait_for("Velkommen.")
        await desk.register(newcomer, "NAV", "Vold", "Ja")
        await newcomer.wait_for("Lagret")

    assert waiting == ["Takk. Administratoren må slippe deg inn først; da skriver jeg til deg her."]
    assert [row[3] for row in desk.rows()] == ["registered"]


async def test_a_removed_seat_is_a_stranger_from_the_next_tap_on_in_messages_already_open_too(desk: Desk) -> None:
    desk.access = Access(owners=[OWNER])
    async with desk.open():
        owner, person = desk.person(OWNER), desk.person(STRANGER)
        await tap(owner, (await invite(desk, person)).id, "Slipp inn")
        form = await person.wait_for("Ny samtale")
        await person.answered()
        before = len([message for message in person.messages if message.from_bot])
        people = await answer_to(owner, "/folk", "Disse har tilgang:")
        await tap(owner, people.id, "Nr. 2", "Fjern", "Ja, fjern")
        person.tap("NAV", message_id=form.id)
        person.send("/log")
        await owner.answered()
        await desk.fresh_form(OWNER)

    assert len([message for message in person.messages if message.from_bot]) == before
    assert desk.rows() == []


async def test_a_strangers_words_that_only_look_like_a_code_get_silence(desk: Desk) -> None:
    async with desk.open():
        stranger = desk.person(STRANGER)
        chat = {"id": STRANGER, "type": "private", "first_name": "x"}
        desk.telegram.push(
            {
                "message": {
                    "message_id": 1,
                    "date": 1,
                    "from": {"id": STRANGER, "is_bot": False, "first_name": "x"},
                    "chat": chat,
                    "text": "/start hei",
                    "entities": [{"type": "code", "offset": 0, "length": 10}],
                }
            }
        )
        await desk.fresh_form()

    assert [shown for shown in stranger.messages if shown.from_bot] == []


async def test_the_menu_of_commands_is_that_of_the_role_as_soon_as_one_writes(desk: Desk) -> None:
    async with desk.open():
        person, owner = desk.person(), desk.person(OWNER)
        for one in (person, owner):
            one.send("/start")
            await until(lambda one=one: one.chat.commands is not None)  # type: ignore[misc]

    menus = [[command["command"] for command in one.chat.commands or ()] for one in (person, owner)]
    assert menus == [
        ["logg", "siste", "vakt", "stats", "personvern", "hjelp"],
        [
            "logg",
            "siste",
            "vakter",
            "stats",
            "rapport",
            "folk",
            "inviter",
            "bind",
            "chats",
            "audit",
            "personvern",
            "hjelp",
        ],
    ]
