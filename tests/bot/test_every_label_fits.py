"""No button of correcting, entering late and finding again is cut on a phone 360 pixels wide."""

from collections.abc import AsyncIterator, Iterable

import pytest

from bot.config.forms import forms_of
from bot.demo.telegram.person import Person, Shown
from reports.words.language import Code
from storage.database.connection import Database
from storage.forms.made_screens import ONE_IN_A_ROW, THREE_IN_A_ROW, TWO_IN_A_ROW
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.bot.chat_desk import Desk
from tests.bot.tapping import labels, opened, tap

WIDEST = {1: ONE_IN_A_ROW, 2: TWO_IN_A_ROW, 3: THREE_IN_A_ROW}
"""How many characters of a label are seen, by the number of buttons in the row."""

CALL = (5, 0, -1)
SILENT, DECLINED, EARLIER = -5, -3, -1
NIGHT, YESTERDAY, ANOTHER_DAY = -4, -3, -2
OLDER, NEWER, FILL_IN = -2, -3, 1

FROM_A_FIRST_SCREEN = [(EARLIER, place, 0, *CALL) for place in (NIGHT, YESTERDAY)] + [(EARLIER, ANOTHER_DAY, 0, 0)]
"""Ways by the places of the buttons, which are the same in every language."""


def from_a_receipt(language: Code) -> list[tuple[int, ...]]:
    """Return the ways from a receipt; in English, what was also mentioned stands in a row above."""
    undo, change, also, time = (1, 2, 0, 3) if language == "en" else range(4)
    return [
        (undo, 0),
        (change, 0, 0, change, 1, 1, change, 2, 2, change, -1),
        (time, NIGHT, -1, YESTERDAY, -1, ANOTHER_DAY, 0, 0),
        (also, 0, 1, -1, also, 0, -2, also, -3),
        (change, 0, SILENT, change, *CALL),
        (change, 0, DECLINED, 1, 0),
    ]


async def along(person: Person, message: Shown, way: Iterable[int]) -> AsyncIterator[Shown]:
    """Tap the buttons at these places one after the other; yield the message first and after each."""
    yield message
    for place in way:
        message = await tap(person, message.id, labels(message)[place])
        yield message


async def first_screen(person: Person) -> Shown:
    """Ask for a first screen; what was tapped before is handled then."""
    before = person.send("/log")
    return await person.wait_for(lambda m: m.id > before and len(labels(m)) > 9 and m.text.count("\n") > 1)


async def screens(person: Person, language: Code) -> AsyncIterator[Shown]:
    """Yield every screen of the flows."""
    for way in [(*CALL, *way) for way in from_a_receipt(language)] + FROM_A_FIRST_SCREEN:
        form = await first_screen(person)
        async for shown in along(person, form, way):
            yield shown
    await first_screen(person)
    before = person.send("/last")
    page = await person.wait_for(lambda m: m.id > before and "1" in labels(m))
    async for shown in along(person, page, (OLDER, NEWER, OLDER)):
        yield shown
    lacking = await opened(person, page.id, "9")
    async for shown in along(person, lacking, (FILL_IN, *CALL)):
        yield shown


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_no_row_has_more_than_three_buttons_and_no_label_is_cut(desk: Desk, language: Code) -> None:
    desk.language = language
    async with Database.open(desk.config.database.path) as database:
        for source in ("AAAAAAAAAA", "BBBBBBBBBB"):
            draft = Draft(forms_of(desk.config)["call"], "2026-10-20", "unspecified", {}, source)
            await Records(database).save(draft, by=1, now=Hour.of(desk.clock()))
    async with desk.open():
        seen = [shown async for shown in screens(desk.person(), language)]

    rows = {row for shown in seen for row in shown.buttons}
    assert [row for row in rows if len(row) > 3 or any(len(label) > WIDEST[len(row)] for label in row)] == []
    assert len(seen) > 60
    assert len(rows) > 50
