"""`/shifts`: who may not correct, and which shifts cannot be corrected."""

from datetime import timedelta

import pytest

from handlers.conversation import Handle
from tests.handlers.centre import DUTY, LEADER, OTHER, Centre, end_shift
from tests.handlers.shifts.answering import CHANGES, DAY, LISTED, SHIFT, answer

STRANGER = 99
NONE = "Ingen vakt fra de siste 31 dagene kan rettes."
LEADERS_ONLY = "Bare ledere kan rette vakter. Skriv /vakt for denne vakten."


@pytest.mark.parametrize("seat", [DUTY, OTHER])
async def test_staff_are_told_that_leaders_correct(asking: Centre, seat: int) -> None:
    await answer(asking)

    assert (await asking.write("shifts", seat=seat)).text == LEADERS_ONLY


async def test_a_stranger_gets_silence(asking: Centre) -> None:
    await asking.write("shifts", seat=STRANGER)

    assert asking.sees(STRANGER).calls == []


@pytest.mark.parametrize(
    "carried",
    [
        "Shifts:0",
        f"Shift:{DAY}_",
        f"Calls:{DAY}_counted",
        f"Greater:{DAY}_counted_6",
        f"Correct:{DAY}_counted_5",
        f"Takeback:{DAY}_1",
    ],
)
async def test_a_tap_of_staff_is_refused_too(asking: Centre, carried: str) -> None:
    await answer(asking)
    before = dict(asking.sees(DUTY).views)

    await asking.send(Handle(1), carried, seat=DUTY)

    assert asking.sees(DUTY).alerts == [LEADERS_ONLY]
    assert asking.sees(DUTY).views == before
    assert await asking.rows(CHANGES) == []


@pytest.mark.parametrize("carried", [f"Correct:{DAY}_counted_1000", f"Correct:{DAY}_counted_05", f"Shift:{DAY}"])
async def test_a_hostile_tap_changes_nothing(asking: Centre, carried: str) -> None:
    await answer(asking)

    await asking.send(Handle(1), carried, seat=LEADER)

    assert asking.sees(LEADER).notices == ["Denne knappen virker ikke lenger. Trykket er ikke lagret."]
    assert await asking.rows(SHIFT) == [("done", 3, 4)]


@pytest.mark.parametrize("answers", [(), ("3",), ("0",)], ids=["incoming", "missing", "outgoing"])
async def test_a_shift_that_is_still_asked_is_not_listed_and_goes_on_undisturbed(
    asking: Centre, answers: tuple[str, ...]
) -> None:
    await end_shift(asking)
    for label in answers:
        await asking.tap(label, seat=DUTY)
    standing, kept = dict(asking.sees(DUTY).views), await asking.rows(SHIFT)

    listed = await asking.write("shifts", seat=LEADER)
    for carried in (f"Shift:{DAY}_", f"Correct:{DAY}_counted_5", f"Takeback:{DAY}_1"):
        await asking.send(Handle(1), carried, seat=LEADER)

    assert listed.text == NONE
    assert asking.sees(LEADER).notices == ["Vakten svarer fortsatt selv. Den kan rettes etterpå."] * 3
    assert asking.sees(DUTY).views == standing
    assert await asking.rows(SHIFT) == kept


async def test_a_shift_that_nobody_answered_can_be_corrected_once_its_question_is_gone(asking: Centre) -> None:
    await end_shift(asking)
    asking.move(hours=24)
    await asking.cases.questions.due()
    await asking.write("shifts", seat=LEADER)

    await asking.tap("tir. 3.11. 07:30–15:00 · –/0/–", "Anrop inn", "4", seat=LEADER)

    assert (await asking.rows(SHIFT))[0] == ("done", 4, None)


@pytest.mark.parametrize("shift", ["2026-11-02T2230", "2026-11-03T0731", "1999-01-01T0000"])
async def test_a_shift_that_nobody_was_asked_about_is_refused(asking: Centre, shift: str) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)
    [place] = asking.sees(LEADER).views

    await asking.send(place, f"Correct:{shift}_counted_5", seat=LEADER)

    assert asking.sees(LEADER).notices == ["Ingen ble spurt om den vakten."]
    assert asking.sees(LEADER).newest.text.splitlines() == LISTED


async def test_the_buttons_of_an_old_message_say_that_it_is_too_late(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)
    await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", "Anrop inn", seat=LEADER)
    asking.now += timedelta(days=31)

    shown = await asking.tap("5", seat=LEADER)

    assert asking.sees(LEADER).notices == ["En vakt kan rettes i 31 dager."]
    assert shown.text == NONE
    assert await asking.rows(SHIFT) == [("done", 3, 4)]
