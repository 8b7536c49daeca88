"""Correcting a call from its receipt: what is asked again, and what is kept."""

import pytest

from tests.bot.chat_desk import DUTY, Desk
from tests.bot.tapping import call, carried, fresh, seen, tap

CALLS = "SELECT caller, behalf, agency, reason, crisis, minority FROM calls ORDER BY id"
HISTORY = "SELECT what, account FROM change LEFT JOIN way_in ON seat = by ORDER BY record, number"
POLICE = ("agency", None, "police", "violence", "no", "no")


@pytest.mark.parametrize(
    ("screen", "answer", "row"),
    [
        ("Hvem", "Kvinne – en annen", ("woman", "other", None, "violence", "no", "no")),
        ("Hvem", "NAV", ("agency", None, "nav", "violence", "no", "no")),
        ("Hva", "KRISE – råd", ("agency", None, "police", "guidance", "yes", "no")),
        ("Bakgrunn", "Ikke kjent", ("agency", None, "police", "violence", "no", "unknown")),
    ],
)
async def test_one_screen_is_asked_again_and_the_rest_stays(
    desk: Desk, screen: str, answer: str, row: tuple[str | None, ...]
) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        choice = await tap(person, receipt.id, "Endre")
        asked = await tap(person, receipt.id, screen)
        changed = await tap(person, receipt.id, answer)
        notice = await person.wait_for_notice("Endret.")

    assert choice.text.splitlines()[-1] == "Hva vil du endre?"
    assert choice.buttons == (("Hvem", "Hva", "Bakgrunn"), ("‹ Tilbake",))
    assert asked.text.startswith("Politi · vold\nMinoritetsspråklig bakgrunn: nei\n")
    assert asked.buttons[-1] == ("Avbryt",)
    assert changed.text.startswith("Lagret · nr.\u00a01 i dag\n")
    assert changed.buttons == receipt.buttons
    assert not notice.alert
    assert desk.rows(CALLS) == [row]
    assert desk.rows(HISTORY) == [("answers", DUTY)]


@pytest.mark.parametrize("way", [("Endre", "Hva", "Avbryt"), ("Endre", "‹ Tilbake"), ("Tidspunkt", "‹ Tilbake")])
async def test_breaking_off_changes_nothing_and_shows_the_receipt_again(desk: Desk, way: tuple[str, ...]) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        after = await tap(person, receipt.id, *way)

    assert (after.text, after.buttons) == (receipt.text, receipt.buttons)
    assert desk.rows(CALLS) == [POLICE]
    assert desk.rows(HISTORY) == []


async def test_the_same_answer_again_leaves_no_trace(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        after = await tap(person, receipt.id, "Endre", "Hva", "Vold")

    assert after.text == receipt.text
    assert desk.rows(HISTORY) == []


async def test_a_call_becomes_one_of_the_others_and_back(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        silent = await tap(person, receipt.id, "Endre", "Hvem", "Taus samtale")
        filled = await tap(person, receipt.id, "Endre", "NAV", "KRISE – vold", "Ja")

    assert silent.text.startswith("Lagret: taus samtale. Den telles for seg.\n")
    assert filled.text.startswith("Lagret · nr.\u00a01 i dag\nNAV · vold · krise\n")
    assert desk.rows(HISTORY) == [(what, DUTY) for what in ("outcome", "answers") * 2]


async def test_one_who_declines_after_all_leaves_the_month_alone_and_a_second_tap_says_the_same(
    desk: Desk,
) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        await tap(person, receipt.id, "Endre", "Hva", "KRISE – vold")
        await tap(person, receipt.id, "Endre", "Hvem")
        declining = carried(person, receipt.id, "Vil ikke registreres")
        declined = await tap(person, receipt.id, "Vil ikke registreres")
        person.tap_data(receipt.id, declining)
        await fresh(person)

    assert declined.text == "Lagret: én kontakt, uten opplysninger."
    assert declined.buttons == (("Siste samtaler",), ("Angre",))
    assert [notice.text for notice in person.notices] == ["Lagret: Politi · vold", *["Endret."] * 3]
    assert desk.rows("SELECT occurred_at, recorded_by, answers, shift FROM record") == [
        ("2026-11", None, "{}", None)
    ]
    assert desk.rows(HISTORY) == []


async def test_a_button_from_before_another_correction_saves_nothing_and_shows_the_call_as_it_is(
    desk: Desk,
) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        await tap(person, receipt.id, "Endre", "Hva")
        stale = carried(person, receipt.id, "Oppfølging")
        now = await tap(person, receipt.id, "KRISE – vold")
        person.tap_data(receipt.id, stale)
        await person.wait_for_notice("Samtalen er endret i mellomtiden.")

    assert seen(person, receipt.id).text == now.text
    assert desk.rows(CALLS) == [("agency", None, "police", "violence", "yes", "no")]
    assert len(desk.rows(HISTORY)) == 1


async def test_every_button_tapped_twice_changes_what_one_tap_changes(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        for label in ("Endre", "Hva", "KRISE – vold", "Tidspunkt", "I går", "09–10", "Angre", "Hent tilbake"):
            data = carried(person, receipt.id, label)
            await tap(person, receipt.id, label)
            person.tap_data(receipt.id, data)
            await fresh(person)

    assert desk.rows("SELECT occurred_at, reason, crisis FROM calls") == [("2026-11-02T09", "violence", "yes")]
    assert [what for what, _ in desk.rows(HISTORY)] == ["answers", "occurred_at", "voided_at", "voided_at"]
