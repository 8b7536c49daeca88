"""A centre whose people see what a front end notes and clears."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.telegram.double_taps import DoubleTaps
from bot.telegram.watched_chat import WatchedChat
from handlers.clearing.clearing import Clearing
from handlers.clearing.rule import ClearingRule
from handlers.conversation import Handle, Request
from handlers.tap.codec import encode
from handlers.view import View
from storage.people.seat import Role
from tests.handlers.centre import DUTY, LEADER, Centre
from tests.handlers.shown import Shown, labels


@dataclass
class WatchedCentre:
    """What is done at a centre, each message noted; the chat of an account has its number below zero."""

    centre: Centre
    rule: ClearingRule = field(default_factory=lambda: ClearingRule(12, 24))
    roles: dict[int, Role] = field(default_factory=lambda: {-DUTY: "staff", -LEADER: "leader"})

    def at(self, place: int) -> WatchedChat:
        """Return a place, watched."""
        return WatchedChat(self.centre.shown.at(place), DoubleTaps(lambda: 0.0), self.centre.notes)

    def in_private(self, seat: int) -> WatchedChat:
        """Return the place that only this seat sees."""
        return self.at(-self.centre.account(seat))

    async def name(self, seat: int) -> str:
        """Return what the holder of a seat is called."""
        return await self.centre.shown.name(seat)

    async def name_of_place(self, place: int) -> str:
        """Return what a place is called."""
        return await self.centre.shown.name_of_place(place)

    @cached_property
    def clearing(self) -> Clearing:
        """What clears the messages."""
        clearing = self.centre.cases.clearing
        return replace(clearing, conversations=self, rule=self.rule, accounts=lambda: self.roles)

    def sees(self, seat: int = DUTY) -> Shown:
        """Return what an account sees."""
        return self.centre.sees(seat)

    def _request(self, seat: int, origin: Handle) -> Request:
        return Request(self.centre.number(seat), self.at(-seat), origin, account=seat)

    async def write(self, command: str, *, seat: int = DUTY) -> Handle:
        """Write a command; return the message that answers it."""
        [known] = [known for known in self.centre.cases.routes.commands if command in known.told.names]
        await known.answer(self._request(seat, Handle(0)), "")
        return max(self.sees(seat).views)

    async def tap(self, *labels: str, seat: int = DUTY) -> Handle:
        """Tap the newest button with each label; return the message where it stood."""
        handle = Handle(0)
        for label in labels:
            handle, button = self.sees(seat).button(label)
            await self.centre.cases.dispatch.answer(self._request(seat, handle), encode(button.tap))
        return handle

    async def call(self, *labels: str, seat: int = DUTY) -> Handle:
        """Register a call; return its receipt's message."""
        await self.write("log", seat=seat)
        return await self.tap(*(labels or ("NAV", "Vold", "Ja")), seat=seat)

    async def later(self, hours: float) -> None:
        """Let hours go by, and clear what is due."""
        self.centre.move(hours=hours)
        await self.clearing.due()

    def view(self, message: Handle, *, seat: int = DUTY) -> View | None:
        """Return what stands in a message, None where it is gone."""
        return self.sees(seat).views.get(message)

    async def rows(self) -> list[tuple[object, ...]]:
        """Return what is kept of messages: which, its stage, and whether its record is known."""
        return list(
            await self.centre.rows("SELECT message, stage, source IS NOT NULL FROM message ORDER BY chat, message")
        )


def said(view: View | None) -> tuple[str, list[list[str]]]:
    """Return the text and the labels of what stands there."""
    assert view is not None
    return view.text, labels(view)
