"""A seat's private conversation where there is a desk: what is told unasked stands there as a card."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handlers.conversation import Conversation, Gone, Handle, NotShown
from handlers.tap.codec import encode
from handlers.view import Rows, View
from storage.cards.cards import Cards

LOG = logging.getLogger(__name__)
NOT_KEPT = Handle(0)
"""The handle of what is shown nowhere: a form is always at hand at the desk."""
DESKS = 1 << 60
"""A desk's place is this and the number of its seat; Telegram's numbers are all below it."""


@dataclass(frozen=True)
class SeatCards:
    """The cards of one seat, which say what messages in its chat say."""

    seat: int
    cards: Cards

    async def follow(self, message: Handle, view: View | None) -> None:
        """Let a message's card say what the message says now, or go with it. Raises a `DatabaseFault`."""
        if view is None:
            await self.cards.remove(self.seat, message)
        else:
            await self.cards.change(self.seat, message, view.text, carried(view.rows))


@dataclass(frozen=True)
class CardConversation:
    """Shows views as cards of a ``seat``, and in its private ``chat`` as well if it has one.

    What belongs to a call, and the buttons at hand, are the chat's alone.
    """

    seat: int
    cards: Cards
    chat: Conversation | None = None

    @property
    def place(self) -> int:
        """The number of the chat, or of the desk of this seat."""
        return self.chat.place if self.chat else DESKS + self.seat

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Answer a tap in the chat."""
        if self.chat:
            await self.chat.answer(notice, alert=alert)

    async def show(self, view: View) -> Handle:
        """Show a view as a card, and in the chat; where the chat is out of reach, the card says it alone."""
        if view.stage or view.menu:
            return await self.chat.show(view) if self.chat else NOT_KEPT
        message = None
        if self.chat:
            try:
                message = await self.chat.show(view)
            except NotShown:
                message = None
        return Handle(await self.cards.put(self.seat, view.text, carried(view.rows), message))

    async def replace(self, message: Handle, view: View) -> None:
        """Show another view in a card, and in the message that says the same if that can be reached."""
        there = await self.cards.change(self.seat, message, view.text, carried(view.rows))
        if self.chat and message > 0:
            try:
                await self.chat.replace(message, view)
            except NotShown as error:
                if not there:
                    raise
                LOG.info("What a card says was not brought up to date in its chat: %s", error)
        elif not there:
            raise Gone("There is no such card")

    async def remove(self, message: Handle) -> None:
        """Take a card away, and the message that says the same."""
        await self.cards.remove(self.seat, message)
        if self.chat and message > 0:
            await self.chat.remove(message)

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Show in the chat that something is being made."""
        if self.chat:
            await self.chat.busy(making)


def carried(rows: Rows) -> Sequence[Sequence[tuple[str, str]]]:
    """Return rows of buttons as a card keeps them: each label, and what its tap carries."""
    return [[(button.label, encode(button.tap)) for button in row] for row in rows]
