"""What somebody has just done: who, where, and on what."""

from dataclasses import dataclass

from handlers.conversation import Conversation, Gone, Handle, together
from handlers.view import View
from storage.hour import Hour

NOBODY = 0
"""The seat of somebody who does not show who it is."""


@dataclass(frozen=True)
class Request:
    """A tap or a command of a seat; ``origin`` is what was tapped or written.

    ``private`` tells whether the seat alone reads the answer, ``since`` that it may have waited since that hour.
    """

    seat: int
    conversation: Conversation
    origin: Handle
    private: bool = True
    since: Hour | None = None

    async def show(self, view: View) -> None:
        """Show the view below."""
        await self.conversation.show(view)

    async def show_instead(self, view: View) -> None:
        """Show the view where the tap was made, or below where that is gone."""
        try:
            await self.conversation.replace(self.origin, view)
        except Gone:
            await self.conversation.show(view)

    async def replace(self, view: View, notice: str | None = None) -> None:
        """Answer a tap and show the view where it was made: both at once."""
        await together(self.conversation.answer(notice), self.show_instead(view))

    async def follow(self, view: View) -> None:
        """Answer a tap and show the view below: both at once."""
        await together(self.conversation.answer(), self.conversation.show(view))
