"""Every screen that shows an answer is marked to be cleared, and nothing that comes new tells one."""

import re
from collections.abc import AsyncIterator
from pathlib import Path as Folder

import pytest

from handlers.view import View
from tests.bot.telegram.every_button import Moment, Walk, target
from tests.bot.telegram.finger import Finger
from tests.example_forms import CALL
from tests.handlers.centre import Centre, end_shift, open_centre

COMMON_WORDS = {"", "ja", "nei", "en annen"}
LABELS = {
    option.chat_label.in_language("nb").lower() for question in CALL.questions for option in question.options
} - COMMON_WORDS
ANSWER = re.compile("|".join(rf"\b{re.escape(label)}\b" for label in sorted(LABELS)), re.IGNORECASE)
OPENING = "Et øyeblikk …"
"""What a new message says before it is noted and shows a call."""
FIRST_LINES = {
    "/log": {OPENING, "Ny samtale", "Klar for neste samtale"},
    "/last": {OPENING, "Ny samtale", "Klar for neste samtale"},
    "/shift": {"Vakten 07:30–15:00: 3\u00a0samtaler er ført.", OPENING, "Ny samtale", "Klar for neste samtale"},
    "the question about a shift": {OPENING, "Ny samtale", "Klar for neste samtale"},
}
"""What comes as a new message on a locked screen; figures and summaries tell of many calls, never of one."""


@pytest.fixture
async def centre(tmp_path: Folder) -> AsyncIterator[Centre]:
    """Open a centre where calls of every kind are kept, and one is undone."""
    async with open_centre(tmp_path, ask=True) as centre:
        await centre.write("log")
        await centre.tap("NAV", "Vold", "Ja", "Angre", "Taus samtale", "Vil ikke registreres", "NAV", "Vold", "Ja")
        yield centre


@pytest.mark.parametrize("start", FIRST_LINES)
async def test_what_shows_an_answer_is_marked_and_what_comes_new_shows_none(centre: Centre, start: str) -> None:
    shown, sent = await _shown_and_sent(centre, start)

    assert [view.text for view in shown if ANSWER.search(view.text) and not view.shows_a_call] == []
    assert [view.text for view in sent if ANSWER.search(view.text)] == []
    assert {view.text.split("\n")[0] for view in sent} == FIRST_LINES[start]


def test_an_answer_is_known_by_its_label() -> None:
    assert ANSWER.search("Politi · vold · krise")
    assert not ANSWER.search("Klar for neste samtale\nHvem ringte, og for hvem?")


async def _shown_and_sent(centre: Centre, start: str) -> tuple[list[View], list[View]]:
    """Tap every button from a start; return all that then stood in a message, and all that came as a new one."""
    screen = centre.sees()
    screen.views.clear()
    if not start.startswith("/"):
        await end_shift(centre)
    moment = await Moment.of(centre)

    async def begin() -> Finger:
        await moment.bring_back()
        finger = Finger(centre)
        if start.startswith("/"):
            finger.screen.views.clear()
            await finger.write(start[1:])
        return finger

    walk, shown = Walk(begin), list[View]()
    screen.sent.clear()
    for path in await walk.paths():
        finger = await walk.go(path[:-1])
        await finger.tap(target(finger, path[-1]))
        shown += finger.screen.views.values()
    return shown, screen.sent
