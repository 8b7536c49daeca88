"""All that is asked of a front end: a place where things are shown, and what can go wrong there."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Literal, NewType, Protocol

from handlers.view import View

Handle = NewType("Handle", int)
"""A message, as its place knows it; what it means is the front end's."""


class NotShown(Exception):
    """It does not stand there now; trying again later may help."""


class Uncertain(NotShown):
    """Nobody knows whether it stands there."""


class Refused(NotShown):
    """The place does not take it, and will not later."""


class Gone(Refused):
    """What was to be changed is no longer there, or can no longer be changed."""


class Moved(NotShown):
    """The place has become another one."""

    def __init__(self, reason: str, place: int) -> None:
        """Be about the move to ``place``."""
        super().__init__(reason)
        self.place = place


class Conversation(Protocol):
    """One place where things are shown. Every call may raise `NotShown`, as one of the above."""

    @property
    def place(self) -> int:
        """Where it is, as the chats that summaries go to are kept."""

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """End the waiting of who tapped, with a notice if there is one, as an alert to be closed by hand."""

    async def show(self, view: View) -> Handle:
        """Show something new, below everything else."""

    async def replace(self, message: Handle, view: View) -> None:
        """Show something else there; showing the same again is no fault."""

    async def remove(self, message: Handle) -> None:
        """Take it away."""

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Tell that something is being made."""


class Conversations(Protocol):
    """The way to those who have not just done something."""

    def at(self, place: int) -> Conversation:
        """Return the conversation at a place."""

    def alone_with(self, seat: int) -> Conversation:
        """Return the conversation that only this seat reads."""


async def together(*calls: Coroutine[Any, Any, object]) -> None:
    """Make the calls side by side; one failing does not cancel the others, and is raised after."""
    results = await asyncio.gather(*calls, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
