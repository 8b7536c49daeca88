"""The end of a shift: asked once, answered by whoever comes first, and what is missing caught up with."""

import asyncio
from dataclasses import replace

import pytest

from bot.config.sections import Forms, ShiftsSection
from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.telegram.transport import Timeouts
from tests.bot.chat_desk import Desk
from tests.bot.on_duty import OTHER, QUESTION, SHIFT, STAFF, ask_at_once, asked_about, on_duty
from tests.bot.tapping import answer_to, carried, fresh, labels, newest, opened, tap


@pytest.fixture(autouse=True)
def at_once(desk: Desk) -> None:
    """Let no time be lost."""
    ask_at_once(desk)


async def test_it_counts_what_is_registered_whatever_the_outcome(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        await desk.register(person, "Politi", "Vold", "Ja")
        for label in ("Taus samtale", "Vil ikke registreres"):
            await desk.register(await desk.fresh_form(), label)
        asked = await asked_about(desk, person)

    assert asked.text == f"Vakten 07:30–15:00: 3\u00a0samtaler er ført.\n{QUESTION}"
    assert asked.buttons == (("Vet ikke",), ("0", "1", "2", "3", "4", "5"), ("6 eller flere",))


@pytest.mark.parametrize(
    ("answer", "step", "counted"), [("0", "outgoing", 0), ("Vet ikke", "outgoing", None), ("2", "missing", 2)]
)
async def test_a_zero_is_kept_as_such_and_not_known_as_nothing(
    desk: Desk, answer: str, step: str, counted: int | None
) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        await tap(person, asked.id, answer)

    assert desk.rows(SHIFT) == [("2026-11-03T07:30", step, counted, None)]


async def test_larger_numbers_and_calls_out_are_told_by_buttons(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        await tap(person, asked.id, "6 eller flere", "Flere ›", "Flere ›", "19", "Hopp over", "11–15")
        last = await tap(person, asked.id, "14")

    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "done", 19, 14)]
    assert (last.buttons, last.text.splitlines()[-1]) == ((), "Samtaler ut: 14.")


async def test_who_registered_is_asked_and_the_others_are_not(desk: Desk) -> None:
    desk.access = STAFF
    async with desk.open():
        first, second = await on_duty(desk), await on_duty(desk, OTHER)
        await desk.register(second, "Taus samtale")
        await asked_about(desk, second)
        await fresh(first)

    assert [shown.text for shown in first.messages if QUESTION in shown.text] == []


async def test_with_nobodys_calls_all_are_asked_and_the_first_answer_settles_it(desk: Desk) -> None:
    desk.access = STAFF
    async with desk.open():
        first, second = await on_duty(desk), await on_duty(desk, OTHER)
        asked = await asked_about(desk, first)
        there = await second.wait_for(QUESTION)
        late = carried(second, there.id, "5")
        await tap(first, asked.id, "0")
        await second.wait_for("Alt er ført. Takk for innsatsen!")
        second.tap_data(there.id, late)
        await second.wait_for_notice("Vakten er allerede besvart.")

    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "outgoing", 0, None)]


async def test_what_is_missing_is_registered_now_and_the_question_counts_down(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        await tap(person, asked.id, "2")
        hours = await opened(person, asked.id, "Før nå")
        await tap(person, hours.id, "07–08", "NAV", "Vold", "Ja")
        left = await person.wait_for(lambda m: m.id == asked.id and "Da mangler 1." in m.text)
        await tap(person, asked.id, "Uten detaljer")

    assert labels(hours)[:2] == ["07–08", "08–09"]
    assert left.text.startswith("Vakten 07:30–15:00: 1\u00a0samtale er ført, telefonen viser 2.")
    assert desk.rows("SELECT occurred_at, outcome, shift FROM record ORDER BY id") == [
        ("2026-11-03T07", "registered", "2026-11-03T07:30"),
        ("2026-11-03", "unspecified", "2026-11-03T07:30"),
    ]


async def test_calls_registered_after_the_handover_can_go_to_the_shift_before(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        await desk.register(person, "Taus samtale")
        await tap(person, asked.id, "1", "Ført etter vaktskiftet")

    assert desk.rows("SELECT occurred_at, shift FROM record") == [("2026-11-03T15", "2026-11-03T07:30")]
    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "outgoing", 1, None)]


async def test_a_wrong_number_can_be_told_anew(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        await tap(person, asked.id, "5", "‹ Tilbake", "1", "Gjaldt noe annet")

    assert desk.rows("SELECT outcome FROM record") == [("irrelevant",)]


async def test_a_declined_call_taken_back_and_brought_back_counts_once(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        await desk.register(person, "Vil ikke registreres")
        receipt = await person.wait_for("uten opplysninger")
        await tap(person, receipt.id, "Angre", "Hent tilbake")
        asked = await asked_about(desk, person)

    assert asked.text.startswith("Vakten 07:30–15:00: 1\u00a0samtale er ført.")


async def test_what_nobody_answered_is_taken_away_after_a_day_and_cannot_be_answered_then(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        answer = carried(person, asked.id, "3")
        desk.clock.move(hours=24)
        await person.wait_for(lambda m: m.id > asked.id and m.text.startswith("Vakten"))
        while asked.id in {shown.id for shown in person.messages}:
            await fresh(person)
        person.tap_data(newest(person), answer)
        await person.wait_for_notice("Det er for sent å svare for denne vakten.")

    assert desk.rows(f"{SHIFT} LIMIT 1") == [("2026-11-03T07:30", "done", None, None)]


async def test_a_restart_asks_about_the_last_shift_only_and_never_twice(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
    desk.clock.move(hours=40)
    for _ in range(2):
        async with desk.open():
            await person.wait_for(QUESTION)
            await fresh(person)

    assert desk.rows(SHIFT) == [("2026-11-04T15:00", "incoming", None, None)]
    assert sum(QUESTION in shown.text for shown in person.messages) == 1


async def test_nothing_is_asked_about_a_shift_before_the_first_start_or_where_it_is_off(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        await fresh(person)
    desk.shifts = ShiftsSection(ask=False)
    desk.clock.move(hours=2)
    async with desk.open():
        await fresh(person)

    assert desk.rows(SHIFT) == []


async def test_an_own_register_of_calls_out_is_not_asked_for_besides(desk: Desk) -> None:
    desk.forms = Forms(enabled=["call", "outgoing"])
    async with desk.open():
        person = desk.person()
        await answer_to(person, "/start", "Velkommen")
        while not desk.rows("SELECT since FROM shifts_since"):
            await answer_to(person, "/log", "Hva vil du registrere?")
        asked = await asked_about(desk, person)
        shown = await tap(person, asked.id, "0")

    assert shown.buttons == ()
    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "done", 0, None)]


async def test_a_question_that_may_have_been_sent_is_not_sent_again_and_again(desk: Desk) -> None:
    desk.intervals = replace(desk.intervals, timeouts=Timeouts(read=0.3))
    async with desk.open():
        person = await on_duty(desk)
        lost = desk.telegram.faults.add(InjectedFault(Trouble.LOST_ANSWER, methods=("sendMessage",)))
        asked = await asked_about(desk, person)
        while not desk.rows("SELECT message FROM shift_question WHERE message IS NOT NULL"):  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)
        desk.telegram.faults.clear()
        await tap(person, asked.id, "0")

    assert lost.struck == 1
    assert sum("Vakten" in shown.text for shown in person.messages) == 1
