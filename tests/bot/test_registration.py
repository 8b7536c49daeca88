"""Registering a call, as a person on duty does it."""

import pytest

from tests.bot.chat_desk import DUTY, Desk

FRESH = "Klar for neste samtale"


async def test_three_taps_keep_a_call_and_show_its_receipt(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "KRISE – vold", "Ikke kjent")
        receipt = await person.wait_for("Lagret")
        await person.wait_for(FRESH)

    assert receipt.text == (
        "Lagret · nr.\u00a01 i dag\nPoliti · vold · krise\n"
        "Minoritetsspråklig bakgrunn: ikke kjent\nTirsdag 3. november, kl.\u00a014–15"
    )
    assert desk.rows(
        "SELECT occurred_at, outcome, caller, behalf, agency, reason, crisis, minority FROM calls"
    ) == [("2026-11-03T14", "registered", "agency", None, "police", "violence", "yes", "unknown")]


@pytest.mark.parametrize(
    ("label", "said", "row"),
    [
        ("Taus samtale", "Lagret: taus samtale.", ("2026-11-03T14", "irrelevant", "silent")),
        ("Feil nummer/annet", "Den telles for seg.", ("2026-11-03T14", "irrelevant", "other")),
        ("Vil ikke registreres", "Lagret: én kontakt, uten opplysninger.", ("2026-11", "declined", None)),
    ],
)
async def test_a_one_tap_end_keeps_the_call_at_once(
    desk: Desk, label: str, said: str, row: tuple[str | None, ...]
) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        person.tap(label)
        receipt = await person.wait_for(said)
        await person.wait_for(FRESH)
        await person.answered()

    assert [notice.text for notice in person.notices] == [receipt.text.splitlines()[0]]
    assert desk.rows("SELECT occurred_at, outcome, aside FROM calls") == [row]


async def test_back_keeps_the_answers_and_a_change_drops_what_no_longer_applies(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "Vold", "‹ Tilbake", "‹ Tilbake")
        await desk.register(person, "Kvinne – seg selv", "Råd og veiledning", "Nei")
        await person.wait_for("Lagret")

    assert desk.rows("SELECT caller, behalf, agency, reason, crisis, minority FROM calls") == [
        ("woman", "self", None, "guidance", "no", "no")
    ]


async def test_cancel_keeps_nothing(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "Avbryt")
        await person.wait_for("Avbrutt. Ingenting er lagret.")

    assert desk.rows() == []


async def test_the_first_screen_has_neither_back_nor_cancel(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()

    labels = {label for row in person.messages[-1].buttons for label in row}
    assert not labels & {"‹ Tilbake", "Avbryt"}


async def test_a_double_tap_counts_once_and_gets_one_fresh_form(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "NAV", "Vold")
        person.tap("Ja")
        person.tap("Ja")
        person.tap("Nei")
        await person.wait_for_notice("Denne samtalen er allerede ført.")
        await person.wait_for(FRESH)

    assert desk.rows("SELECT minority FROM calls") == [("yes",)]
    assert [message.text for message in person.messages].count(person.messages[-1].text) == 1


async def test_undo_takes_the_call_back_and_again_is_harmless(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "NAV", "Vold", "Ja", "Angre")
        undone = await person.wait_for("Angret. Samtalen teller ikke med.")
        assert desk.rows() == []
        [(source,)] = desk.rows("SELECT source FROM record")
        person.tap_data(undone.id, f"Undo:{source}")
        await person.wait_for_notice("Den er allerede angret.")
        await desk.register(person, "Hent tilbake")

    assert len(desk.rows()) == 1


async def test_one_more_like_a_call_asks_the_background_only_and_takes_two_taps(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "KRISE – vold", "Ja")
        await person.wait_for(FRESH)
        desk.clock.move(minutes=9)
        person.tap("Én til som denne")
        asked = await person.wait_for("minoritetsspråklig bakgrunn?")
        await desk.register(person, "Nei")
        await person.wait_for("nr.\u00a02 i dag")

    assert asked.text.startswith("Politi · vold · krise\n")
    assert desk.rows("SELECT occurred_at, agency, reason, crisis, minority FROM calls ORDER BY id") == [
        ("2026-11-03T14", "police", "violence", "yes", "yes"),
        ("2026-11-03T14", "police", "violence", "yes", "no"),
    ]


async def test_one_more_that_waited_while_the_bot_was_off_asks_when_it_was(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "KRISE – vold", "Ja")
        await person.wait_for(FRESH)
    person.tap("Én til som denne")
    desk.clock.move(hours=3)
    async with desk.open():
        await person.wait_for("Når var samtalen?")
        await desk.register(person, "15–16", "Nei")

    assert desk.rows("SELECT occurred_at, agency, minority FROM calls ORDER BY occurred_at") == [
        ("2026-11-03T14", "police", "yes"),
        ("2026-11-03T15", "police", "no"),
    ]


async def test_one_more_can_be_changed_on_the_way_and_there_is_none_of_an_undone_call(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "Vold", "Ja")
        first = await person.wait_for("Lagret")
        await person.wait_for(FRESH)
        [(source,)] = desk.rows("SELECT source FROM record")
        person.tap("Én til som denne")
        await person.wait_for("minoritetsspråklig bakgrunn?")
        await desk.register(person, "‹ Tilbake", "Oppfølging", "Ja")
        await person.wait_for("nr.\u00a02 i dag")
        person.tap_data(first.id, f"Undo:{source}")
        await person.wait_for("Angret.")
        person.tap_data(first.id, f"Again:{source}")
        await person.wait_for_notice("Denne knappen virker ikke lenger.")

    assert desk.rows("SELECT agency, reason FROM calls") == [("police", "follow_up")]


async def test_a_call_that_ended_at_once_offers_no_more_like_it(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        person.tap("Taus samtale")
        receipt = await person.wait_for("Lagret: taus samtale.")

    assert receipt.buttons == (("Angre", "Endre"), ("Tidspunkt",))


async def test_the_hour_is_that_of_the_first_tap(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, "NAV")
        desk.clock.move(hours=10)
        await desk.register(person, "Vold", "Ja")
        receipt = await person.wait_for("Lagret")

    assert receipt.text.endswith("Tirsdag 3. november, kl.\u00a014–15")
    assert desk.rows("SELECT occurred_at, recorded_at FROM calls") == [("2026-11-03T14", "2026-11-04T00")]


async def test_the_number_counts_the_days_calls(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        for number in (1, 2, 3):
            await desk.register(person, "NAV", "Vold", "Ja")
            await person.wait_for(f"nr.\u00a0{number} i dag")


async def test_the_reply_keyboard_is_there_from_the_greeting_and_opens_a_form(desk: Desk) -> None:
    async with desk.open():
        person = desk.person(DUTY)
        person.send("/start")
        await person.wait_for("Velkommen")
        await person.wait_for("Ny samtale")
        before = len(person.messages)
        person.tap("📞 Ny samtale")
        await person.wait_for(lambda message: message.id > before + 1 and "Ny samtale" in message.text)

    assert person.keyboard == (("📞 Ny samtale",),)


async def test_an_old_forms_button_is_answered_with_a_fresh_form(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        shown = person.messages[-1]
        person.tap_data(shown.id, "call:xyzAAAAAAAAAA....AA.......")
        await person.wait_for("Skjemaet er endret siden denne knappen ble laget.")
        await person.wait_for("Ny samtale")

    assert desk.rows() == []


@pytest.mark.parametrize(
    "data",
    ["", "x", "call:", "Undo:nobody0000", "Stats:tull", "Nonsense:x", "\u00e6\u00f8\u00e5"],
)
async def test_a_hostile_tap_changes_nothing_and_is_answered(desk: Desk, data: str) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        shown = person.messages[-1]
        person.tap_data(shown.id, data)
        person.send("/log")
        await person.wait_for(lambda message: message.id > shown.id and "Ny samtale" in message.text)

    assert desk.rows("SELECT * FROM record") == []
    assert len(person.notices) == 1


async def test_a_tap_whose_call_is_kept_already_shows_the_receipt_again(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        first = person.messages[-1]
        [data] = [d for d in _data(desk, "NAV") if d.startswith("call:")]
        await desk.register(person, "NAV", "Vold", "Ja")
        person.tap_data(first.id, data)
        await person.wait_for_notice("Denne samtalen er allerede ført.")

    assert len(desk.rows()) == 1


def _data(desk: Desk, label: str) -> list[str]:
    chat = desk.person().chat
    return [
        button.data or ""
        for message in chat.messages.values()
        for row in message.buttons
        for button in row
        if button.text == label
    ]
