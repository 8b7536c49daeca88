"""Which taps are not believed: a second one, where the first stood, on a screen that nobody can have read."""

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import pytest

from bot.telegram.arrival import Arrival, ButtonPosition
from bot.telegram.double_taps import REMEMBERED_CHATS, DoubleTaps, Extra, Waited
from bot.telegram.watched_chat import WatchedChat, WatchedChats
from handlers.clearing.notes import MessageNotes
from handlers.conversation import Handle, NotShown
from handlers.tap.actions import OpenReceipt, TurnPage
from handlers.tap.codec import encode
from handlers.view import Button, View
from reports.report_files import File
from reports.words.language import Language
from storage.messages.messages import Messages
from tests.bot.chat_desk import Clock
from tests.handlers.shown import Shown

CHAT, FORM, BELOW = 11, 5, 6
NOTES = MessageNotes(Messages(None), Clock(), Language("nb"))  # type: ignore[arg-type]  # nothing has to be noted
LOW_LEFT, LOW, HIGH = ButtonPosition(0, 0, 1 / 2), ButtonPosition(0, 0, 1), ButtonPosition(3, 0, 1)
LOW_RIGHT = ButtonPosition(0, 1 / 2, 1)
FIRST = Arrival(1, 11, CHAT, private=True, message=FORM, text="first", query="1", received=0.0, button=LOW)
NEXT = View("Next", [[Button("Older", TurnPage(5))], [Button("1", OpenReceipt("a"))]])
OLDER, ONE = (encode(button.tap) for row in NEXT.rows for button in row)


@dataclass
class Phone:
    """A chat that is watched, and the clock of seconds."""

    now: float = 0.0

    def __post_init__(self) -> None:
        """Remember nothing."""
        self.taps = DoubleTaps(lambda: self.now)
        self.shown = Shown(CHAT)
        self.chat = WatchedChat(self.shown, self.taps, NOTES)
        self.shown.views[Handle(FORM)] = View("Form")

    async def first(self, first: Arrival = FIRST) -> None:
        """Tap, and see the next screen in its place."""
        self.taps.believe(first)
        await self.chat.replace(Handle(first.message), NEXT)

    def second(self, after: float = 0.25, **parts: Any) -> Extra | Waited | None:  # noqa: ANN401 - an arrival's
        """Tap again at the same place, so many seconds later, unless told otherwise."""
        second = replace(FIRST, update=2, text=ONE, received=self.now + after)
        return self.taps.judge(replace(second, **parts))


@pytest.fixture
def phone() -> Phone:
    """Hold a phone."""
    return Phone()


@pytest.mark.parametrize("after", [0.0, 0.06, 0.25, 0.64])
async def test_a_tap_at_once_and_at_the_same_place_is_extra(phone: Phone, after: float) -> None:
    await phone.first()

    assert phone.second(after) == Extra("first")


@pytest.mark.parametrize(
    "parts", [{"button": HIGH}, {"sender": 12}, {"button": None}, {"text": "of the old screen"}]
)
async def test_a_tap_elsewhere_or_by_another_is_believed_however_quick(
    phone: Phone, parts: dict[str, Any]
) -> None:
    await phone.first()

    assert phone.second(**parts) is None


async def test_a_tap_beside_the_first_is_believed_and_one_that_only_overlaps_it_is_not(phone: Phone) -> None:
    await phone.first(replace(FIRST, button=LOW_LEFT))

    assert phone.second(button=LOW_RIGHT) is None
    assert phone.second(button=LOW) == Extra("first")


async def test_who_has_had_time_to_read_is_believed(phone: Phone) -> None:
    await phone.first()

    assert phone.second(0.66) is None


async def test_the_time_runs_from_the_answer_to_what_was_shown(phone: Phone) -> None:
    await phone.first()
    phone.now = 0.5
    phone.taps.showed(CHAT, FORM, NEXT, began=0.0)

    assert phone.second(0.2) == Extra("first")


async def test_what_was_not_carried_out_does_not_count_as_the_tap_before(phone: Phone) -> None:
    await phone.first()
    phone.second(0.3)

    assert phone.second(0.6) == Extra("first")
    assert phone.second(0.9) is None


async def test_before_anything_was_tapped_or_shown_every_tap_is_believed(phone: Phone) -> None:
    assert phone.second() is None

    phone.taps.believe(FIRST)

    assert phone.second() is None


async def test_writing_moves_the_finger(phone: Phone) -> None:
    await phone.first()
    phone.taps.wrote(replace(FIRST, query=None, message=BELOW))
    await phone.chat.replace(Handle(FORM), NEXT)

    assert phone.second() is None


async def test_in_a_new_message_below_the_newest_the_same_row_is_under_the_finger(phone: Phone) -> None:
    phone.taps.believe(FIRST)
    phone.taps.showed(CHAT, BELOW, NEXT, began=0.0)

    assert phone.second(message=BELOW) == Extra("first")
    assert phone.second(message=BELOW, button=HIGH) is None


async def test_in_a_new_message_below_an_older_one_a_higher_row_is_under_the_finger(phone: Phone) -> None:
    phone.taps.showed(CHAT, BELOW, NEXT, began=0.0)
    phone.taps.believe(FIRST)
    phone.taps.showed(CHAT, BELOW + 1, NEXT, began=0.0)

    assert phone.second(message=BELOW + 1, button=HIGH) == Extra("first")
    assert phone.second(message=BELOW + 1) is None


@pytest.mark.parametrize(("row", "verdict"), [(3, Extra("first")), (2, None), (0, Extra("first"))])
async def test_a_message_pushed_up_brings_a_lower_row_under_the_finger(
    phone: Phone, row: int, verdict: Extra | None
) -> None:
    await phone.first(replace(FIRST, button=HIGH))
    phone.taps.showed(CHAT, BELOW, NEXT, began=0.0)

    assert phone.second(button=replace(HIGH, row=row)) == verdict


async def test_a_message_above_comes_down_as_the_tapped_one_grows_smaller(phone: Phone) -> None:
    await phone.first()

    assert phone.second(message=FORM - 1, button=HIGH, text="anything") == Extra("first", elsewhere=True)


async def test_a_message_in_between_is_pushed_up_by_a_new_one(phone: Phone) -> None:
    phone.taps.showed(CHAT, BELOW, NEXT, began=0.0)
    await phone.first()
    assert phone.second(message=BELOW, text="anything") is None

    phone.taps.showed(CHAT, BELOW + 1, NEXT, began=0.0)

    assert phone.second(message=BELOW, text="anything") == Extra("first", elsewhere=True)


async def test_a_tap_that_came_before_its_screen_was_shown_has_waited(phone: Phone) -> None:
    phone.now = 10.0
    await phone.first()

    assert phone.second(-1.0, button=HIGH) == Waited("first", View(NEXT.text, NEXT.rows))
    assert phone.second(-1.0, text="of the old screen") is None
    assert phone.second(-1.0, message=FORM - 1) is None


async def test_a_picture_is_not_shown_again_where_a_tap_has_waited(phone: Phone) -> None:
    phone.now = 10.0
    phone.taps.believe(FIRST)
    await phone.chat.replace(Handle(FORM), replace(NEXT, picture=File("stats.png", b"")))

    assert phone.second(-1.0) == Waited("first", None)


async def test_what_could_not_be_shown_may_have_been_shown(phone: Phone) -> None:
    phone.taps.believe(FIRST)
    phone.shown.views.clear()

    with pytest.raises(NotShown):
        await phone.chat.replace(Handle(FORM), NEXT)

    assert phone.second() == Extra("first")


async def test_the_chats_of_longest_ago_are_forgotten(phone: Phone) -> None:
    await phone.first()
    for number in range(1, REMEMBERED_CHATS):
        phone.taps.believe(replace(FIRST, chat=CHAT + number))
    assert phone.second() == Extra("first")

    phone.taps.believe(replace(FIRST, chat=CHAT + REMEMBERED_CHATS))

    assert phone.second() is None


async def test_a_watched_chat_notes_what_it_shows_and_does_all_that_the_chat_does(phone: Phone) -> None:
    phone.taps.believe(replace(FIRST, message=0))

    below = await phone.chat.show(NEXT)
    await phone.chat.busy("file")
    await phone.chat.answer("Saved", alert=True)
    await phone.chat.remove(Handle(FORM))

    assert phone.chat.place == CHAT
    assert phone.shown.calls == ["show", "busy with a file", "answer", "remove"]
    assert phone.shown.alerts == ["Saved"]
    assert phone.second(message=below) == Extra("first")


def test_every_chat_is_watched() -> None:
    taps = DoubleTaps(lambda: 0.0)
    nobody = SimpleNamespace(of=lambda _: None)
    chats = WatchedChats(None, taps, NOTES, nobody)  # type: ignore[arg-type]  # nothing is shown

    assert chats.at(-5).taps is taps
    assert chats.at(-5).place == -5


def test_a_screen_to_be_shown_again_is_still_known_to_show_a_call(phone: Phone) -> None:
    form = replace(NEXT, stage="form")
    phone.taps.believe(FIRST)
    phone.now = 1.0
    phone.taps.showed(CHAT, Handle(FORM), form, began=phone.now)

    assert phone.second(after=-0.5) == Waited("first", form)
