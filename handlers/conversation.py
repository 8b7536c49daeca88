"""The front end as use cases see it: the request, the conversation it came from, and what can go wrong there."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, Literal, NewType, Protocol

from handlers.view import View
from storage.hour import Hour

Handle = NewType("Handle", int)
"""Identifies a message within its place; only the front end knows how."""

NOBODY = 0
"""The seat of somebody who has none, or who is anonymous."""


class NotShown(Exception):
    """It is not shown; trying again later may help."""


class Uncertain(NotShown):
    """It may or may not be shown."""


class Refused(NotShown):
    """The place does not accept it, now or later."""


class Gone(Refused):
    """The message to be changed is gone, or can no longer be changed."""


class Moved(NotShown):
    """The place has moved, as when a group becomes a supergroup."""

    def __init__(self, reason: str, place: int) -> None:
        """Name the new ``place``."""
        super().__init__(reason)
        self.place = place


class Conversation(Protocol):
    """One place where things are shown, such as a chat. Every call may raise `NotShown` or one of its kinds."""

    @property
    def place(self) -> int:
        """The number of the place, as kept with the chats that get summaries."""

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Acknowledge a tap, with a notice if there is one; an ``alert`` has to be closed by hand."""

    async def show(self, view: View) -> Handle:
        """Show a view as a new message."""

    async def replace(self, message: Handle, view: View) -> None:
        """Show another view in a message; the same view again is no error."""

    async def remove(self, message: Handle) -> None:
        """Delete a message."""

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Show that something is being made."""


class Conversations(Protocol):
    """Finds a conversation with somebody who has not just done something."""

    def at(self, place: int) -> Conversation:
        """Return the conversation at a place."""

    def in_private(self, seat: int) -> Conversation:
        """Return the private conversation of a seat."""

    async def name(self, seat: int) -> str:
        """Return what the holder of a seat is called, empty where nobody knows. Raises `NotShown`."""

    async def name_of_place(self, place: int) -> str:
        """Return what a place is called, empty where that is not known. Raises `NotShown`."""


async def together(first: Coroutine[Any, Any, object], *others: Coroutine[Any, Any, object]) -> None:
    """Make the calls concurrently, the first at once; a failure does not cancel the others, and is raised last."""
    rest = asyncio.gather(*others, return_exceptions=True)
    try:
        await first
    except asyncio.CancelledError:
        rest.cancel()
        raise
    finally:
        results = await rest
    for result in results:
        if isinstance(result, BaseException):
            raise result


@dataclass(frozen=True)
class Request:
    """A tap or a command of a seat; ``origin`` is the message tapped or written.

    ``private`` tells whether only the seat reads the answer; a tap may have waited ``since`` that hour. Who has no
    seat is `NOBODY`; ``account`` is what a seat could be opened for, None for anonymous senders.
    """

    seat: int
    conversation: Conversation
    origin: Handle
    private: bool = True
    since: Hour | None = None
    account: int | None = None

    async def show(self, view: View) -> None:
        """Show the view in a new message."""
        await self.conversation.show(view)

    async def show_instead(self, view: View) -> None:
        """Show the view where the tap was made, or in a new message if that one is gone."""
        try:
            await self.conversation.replace(self.origin, view)
        except Gone:
            await self.conversation.show(view)

    async def replace(self, view: View, notice: str | None = None) -> None:
        """Acknowledge a tap and show the view where it was made, both at once."""
        await together(self.conversation.answer(notice), self.show_instead(view))

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Acknowledge a tap and show that something is being made, both at once."""
        await together(self.conversation.answer(), self.conversation.busy(making))

    async def reply(self, view: View) -> None:
        """Acknowledge a tap and show the view in a new message, both at once."""
        await together(self.conversation.answer(), self.conversation.show(view))
