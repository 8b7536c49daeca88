"""A number mistyped at the end of a shift, corrected by a leader with `/vakter` through the whole bot."""

import pytest

from tests.bot.chat_desk import LEADER, Desk
from tests.bot.on_duty import SHIFT, ask_at_once, asked_about, on_duty
from tests.bot.tapping import answer_to, labels, seen, tap

LIST = "De siste vaktene"
REFUSED = "Bare ledere kan rette vakter."
DAY = "2026-11-03T07:30"


@pytest.fixture(autouse=True)
def at_once(desk: Desk) -> None:
    """Let no time be lost."""
    ask_at_once(desk)


async def test_a_mistyped_number_is_found_corrected_taken_back_and_corrected_again_over_restarts(
    desk: Desk,
) -> None:
    async with desk.open():
        person = await on_duty(desk)
        await desk.register(person, "Politi", "Vold", "Ja")
        asked = await asked_about(desk, person)
        standing = await tap(person, asked.id, "6 eller flere", "7", "Hopp over", "0")
        leader = desk.person(LEADER)
        page = await answer_to(leader, "/vakter", LIST)
    desk.clock.move(days=3)
    async with desk.open():
        changed = await tap(leader, page.id, labels(page)[0], "Anrop inn", "2")
        before = desk.rows(f"{SHIFT} WHERE began = '{DAY}'")
        back = await tap(leader, page.id, "Angre")
        between = desk.rows(f"{SHIFT} WHERE began = '{DAY}'")
        await tap(leader, page.id, "Anrop inn", "1", "‹ Tilbake", "Samtaler ut", "3")

    assert labels(page) == ["tir. 3.11. 07:30–15:00 · 7/1/0", "Oppdater"]
    assert changed.text.splitlines()[-1] == "Anrop inn på telefonen: var 7, er nå 2."
    assert "Anrop inn på telefonen: 7.\n" in back.text
    assert (before, between) == ([(DAY, "done", 2, 0)], [(DAY, "done", 7, 0)])
    assert desk.rows(f"{SHIFT} WHERE began = '{DAY}'") == [(DAY, "done", 1, 3)]
    assert seen(person, asked.id).text == standing.text
    assert desk.rows("SELECT number, what, before, after FROM shift_change ORDER BY number") == [
        (1, "counted", 7, 2),
        (2, "counted", 2, 7),
        (3, "counted", 7, 1),
        (4, "outgoing", 0, 3),
    ]


async def test_the_duty_phone_is_told_that_leaders_correct(desk: Desk) -> None:
    async with desk.open():
        person = await on_duty(desk)
        said = await answer_to(person, "/vakter", REFUSED)

    assert said.buttons == ()
