"""The end of a shift when it goes wrong: wrong numbers, two phones at once, restarts, no way to Telegram."""

import asyncio
from dataclasses import replace

import pytest

from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.person import Person
from bot.telegram.transport import Timeouts
from tests.bot.chat_desk import LEADER, Desk
from tests.bot.on_duty import OTHER, QUESTION, SHIFT, STAFF, ask_at_once, asked_about, on_duty
from tests.bot.tapping import carried, fresh, labels, newest, opened, seen, tap

ANSWERED = "Vakten er allerede besvart."


@pytest.fixture(autouse=True)
def at_once(desk: Desk) -> None:
    """Let no time be lost."""
    ask_at_once(desk)


async def test_more_calls_than_the_telephone_shows_are_told_of(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        await desk.register(person, "Taus samtale")
        asked = await asked_about(desk, person)
        shown = await tap(person, asked.id, "0")

    assert shown.text.splitlines()[:2] == [
        "Vakten 07:30–15:00: 1\u00a0samtale er ført, telefonen viser 0.",
        "Det er ført flere enn telefonen viser. Se i /last om noen er ført to ganger.",
    ]


async def test_what_is_missing_may_stay_so(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        shown = await tap(person, asked.id, "3", "Hopp over", "Hopp over")

    assert shown.text == "Vakten 07:30–15:00: 0\u00a0samtaler er ført, telefonen viser 3.\nTakk!"
    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "done", 3, None)]
    assert desk.rows("SELECT * FROM record") == []


@pytest.mark.parametrize(
    ("hours", "label", "shift"),
    [
        pytest.param(8.5, "22–23", "2026-11-03T15:00", id="the last half hour of the evening"),
        pytest.param(17.5, "i går 22–23", "2026-11-03T22:30", id="the first half hour of the night"),
        pytest.param(17.5, "07–08", "2026-11-03T22:30", id="the last half hour of the night"),
    ],
)
async def test_a_call_in_an_hour_that_two_shifts_share_goes_to_the_one_that_was_asked_about(
    desk: Desk, hours: float, label: str, shift: str
) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person, hours=hours)
        await tap(person, asked.id, "1")
        choice = await opened(person, asked.id, "Før nå")
        await tap(person, choice.id, label, "Taus samtale")
        await person.wait_for(lambda m: m.id == asked.id and "Alt er ført." in m.text)

    assert desk.rows("SELECT shift FROM record") == [(shift,)]


async def test_two_phones_that_answer_at_once_are_one_answer(desk: Desk) -> None:
    desk.access = STAFF
    async with desk.open():
        one, other = await on_duty(desk), await on_duty(desk, OTHER)
        asked = [(one, (await asked_about(desk, one)).id), (other, (await other.wait_for(QUESTION)).id)]
        _tap_at_once(asked, "3", "5")
        shown = [await phone.wait_for("Da mangler") for phone, _ in asked]
        await _settled(asked)
        told = sum(notice.text == ANSWERED for phone, _ in asked for notice in phone.notices)
        _tap_at_once(asked, "Uten detaljer", "Uten detaljer")
        for phone, _ in asked:
            await phone.wait_for("Alt er ført.")
        await _settled(asked)

    [(kept,)] = desk.rows("SELECT counted FROM shift")
    assert kept in {3, 5}
    assert (shown[0].text, told) == (shown[1].text, 1)
    assert desk.rows("SELECT outcome, count(*) FROM record") == [("unspecified", kept)]


def _tap_at_once(asked: list[tuple[Person, int]], *labels: str) -> None:
    taps = [(*each, carried(*each, label)) for each, label in zip(asked, labels, strict=True)]
    for phone, message, data in taps:
        phone.tap_data(message, data)


async def _settled(asked: list[tuple[Person, int]]) -> None:
    for phone, _ in asked:
        await fresh(phone)


async def test_leaders_are_not_asked_and_a_phone_that_has_blocked_us_holds_nobody_up(desk: Desk) -> None:
    desk.access = STAFF
    async with desk.open():
        leader, blocked, person = desk.person(LEADER), await on_duty(desk), await on_duty(desk, OTHER)
        await fresh(leader)
        await desk.register(leader, "Taus samtale")
        blocked.block()
        asked = await asked_about(desk, person)
        await tap(person, asked.id, "1")

    assert desk.rows("SELECT account FROM shift_question JOIN way_in USING (seat)") == [(OTHER,)]
    assert [shown.text for shown in leader.messages if QUESTION in shown.text] == []
    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "outgoing", 1, None)]


async def test_what_cannot_be_asked_now_is_asked_later_and_once(desk: Desk) -> None:
    desk.intervals = replace(desk.intervals, timeouts=Timeouts(pauses=()))
    async with desk.open():
        person = await on_duty(desk)
        down = desk.telegram.faults.add(InjectedFault(Trouble.BAD_GATEWAY, methods=("sendMessage",), times=3))
        await asked_about(desk, person)
        await fresh(person)
        await asyncio.sleep(0.3)

    assert down.struck == 3
    assert sum(QUESTION in shown.text for shown in person.messages) == 1


async def test_a_restart_between_the_question_and_each_answer_changes_nothing(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
    for label in ("2", "Uten detaljer", "1–5", "4"):
        async with desk.open():
            await tap(person, asked.id, label)

    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "done", 2, 4)]
    assert desk.rows("SELECT count(*) FROM record") == [(2,)]


@pytest.mark.parametrize("days", [3, 8])
async def test_after_days_without_the_bot_nobody_can_answer_any_more(desk: Desk, days: int) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        answer = carried(person, asked.id, "3")
    desk.clock.move(days=days)
    async with desk.open():
        await person.wait_for(lambda m: m.id > asked.id and m.text.startswith("Vakten"))
        person.tap_data(asked.id, answer)
        await person.wait_for_notice("Det er for sent å svare for denne vakten.")

    assert labels(seen(person, asked.id)) == []
    assert desk.rows(f"{SHIFT} LIMIT 1") == [("2026-11-03T07:30", "done", None, None)]


async def test_a_question_too_old_to_be_deleted_says_that_nobody_answered(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
    desk.clock.move(days=3)
    async with desk.open():
        shown = await person.wait_for(lambda m: m.id == asked.id and QUESTION not in m.text)

    assert (shown.text, shown.buttons) == ("Vakten ble ikke besvart.", ())


@pytest.mark.parametrize(
    "data",
    [
        "Counted:2026-11-03T0730",
        "Counted:2026-11-03T0730_",
        "Counted:2026-11-03T0730_-1",
        "Counted:2026-11-03T0730_1000",
        "Counted:2026-11-03T0731_1",
        "Counted:2026-11-02T2230_1",
        "Counted:9999-12-31T2230_1",
        "More:2026-11-03T0730_x",
        "Out:2026-11-03T0730_many",
        "Now:x",
    ],
)
async def test_a_hostile_tap_answers_nothing(desk: Desk, data: str) -> None:
    async with desk.open():
        person = await on_duty(desk)
        asked = await asked_about(desk, person)
        person.tap_data(asked.id, data)
        await person.wait_for_notice("Denne knappen virker ikke lenger. Trykket er ikke lagret.")

    assert desk.rows(SHIFT) == [("2026-11-03T07:30", "incoming", None, None)]
    assert newest(person) == asked.id
