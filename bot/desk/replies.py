"""What a use case has answered at the desk, until the next page shows it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from handlers.cards import NOT_KEPT
from handlers.conversation import Conversation, Handle
from handlers.recent import RecentValues
from handlers.view import View

MOST = 500
"""How many browsers' replies wait at most."""
ANSWERS = -(1 << 60)
"""The handles of what is collected are below this, and those of cards above."""


@dataclass(frozen=True)
class FailedTap:
    """What a tap carried that could not be answered, and the card that it was made on, 0 for none."""

    carried: str
    card: int


@dataclass(frozen=True)
class SavedCall:
    """What was saved, in a line, and what a tap carries that undoes it, empty for none."""

    words: str
    undo: str = ""


@dataclass(frozen=True)
class Reply:
    """Notices and views; an ``alert`` is a notice that has to be closed by hand.

    A tap that ``failed`` can be made again; a call that was ``saved`` is told of above the form.
    """

    notices: Sequence[str] = ()
    alerts: Sequence[str] = ()
    views: Sequence[View] = ()
    failed: FailedTap | None = None
    saved: SavedCall | None = None


@dataclass
class DeskConversation:
    """Collects what a use case shows to whoever has just done something; cards change where they stand."""

    own: Conversation
    notices: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    views: dict[int, View] = field(default_factory=dict)
    failed: FailedTap | None = None

    @property
    def place(self) -> int:
        """The place of the seat's own conversation."""
        return self.own.place

    @property
    def reply(self) -> Reply:
        """What was collected."""
        return Reply(tuple(self.notices), tuple(self.alerts), tuple(self.views.values()), self.failed)

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Collect a notice."""
        if notice:
            (self.alerts if alert else self.notices).append(notice)

    async def show(self, view: View) -> Handle:
        """Collect a view; what went wrong is an alert, and a fresh form always at hand."""
        if view.about is not None:
            self.alerts.append(view.text)
        elif view.stage != "fresh":
            return self._collected(view)
        return NOT_KEPT

    async def replace(self, message: Handle, view: View) -> None:
        """Change a card, or collect the view that stands in the place of what was tapped."""
        if message:
            await self.own.replace(message, view)
        else:
            self._collected(view)

    async def remove(self, message: Handle) -> None:
        """Take a card away, or what was collected."""
        if message < ANSWERS:
            self.views.pop(message, None)
        elif message:
            await self.own.remove(message)

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Show nothing: the page waits."""

    def _collected(self, view: View) -> Handle:
        # Use cases remember handles from one visit to the next: none may come again.
        handle = Handle(ANSWERS - 1 - secrets.randbits(48))
        self.views[handle] = view
        return handle


@dataclass
class Replies:
    """The replies that wait, by the number of the browser; those of the latest are kept."""

    _waiting: RecentValues[int, Reply] = field(default_factory=lambda: RecentValues(MOST))

    def put(self, device: int, reply: Reply) -> None:
        """Keep a reply until the browser's next page."""
        self._waiting.put(device, reply)

    def take(self, device: int) -> Reply:
        """Return the reply that waits for a browser, once."""
        return self._waiting.take(device) or Reply()
