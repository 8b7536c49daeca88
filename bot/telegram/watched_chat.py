"""A chat that notes what it shows, and when: to judge a tap by its screen, and to clear what shows a call."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.telegram.bot_api import BotApi
from bot.telegram.chat import TelegramChat
from bot.telegram.double_taps import DoubleTaps
from bot.telegram.names import shown_name
from bot.telegram.outcomes import our_outcomes
from handlers.cards import SeatCards
from handlers.clearing.notes import MessageNotes
from handlers.conversation import Conversation, Handle
from handlers.view import View
from storage.cards.cards import Cards
from storage.people.seats import Seats

NO_CHAT = 0
"""The number of no chat: Telegram refuses what is to be shown there."""


@dataclass(frozen=True)
class WatchedChat:
    """A chat, and the memory of what it showed; ``slow`` is told when somebody is to wait.

    What also stands on one of a seat's ``cards`` at the desk changes there with it. Nothing of a call ever stands
    in a message that is not noted, wherever the program ends.
    """

    chat: Conversation
    taps: DoubleTaps
    notes: MessageNotes
    slow: Callable[[], Awaitable[None]] | None = field(default=None, compare=False)
    cards: SeatCards | None = field(default=None, compare=False)

    @property
    def place(self) -> int:
        """The chat's number."""
        return self.chat.place

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Answer the tap."""
        await self.chat.answer(notice, alert=alert)

    async def show(self, view: View) -> Handle:
        """Send a message, and note it; one that shows a call is noted before it does."""
        if view.shows_a_call:
            message = await self.chat.show(self.notes.opening)
            await self.notes.note(self.place, message, view)
            await self._edit(message, view)
            return message
        began = self.taps.moment()
        message = await self.chat.show(view)
        self.taps.showed(self.place, message, view, began)
        await self.notes.note(self.place, message, view)
        return message

    async def replace(self, message: Handle, view: View) -> None:
        """Edit a message, and note it; one that has not been noted is, before it shows a call.

        Nobody waits for the note of one that has: killed in between, the program answers the same tap again. What
        somebody else has come to show there meanwhile stays noted.
        """
        before = self.notes.find(self.place, message)
        if before is None and view.shows_a_call:
            await self.notes.note(self.place, message, view)
        await self._edit(message, view)
        if view.shows_a_call or self.notes.find(self.place, message) == before:
            await self.notes.note(self.place, message, view)
        if self.cards:
            await self.cards.follow(message, view)

    async def _edit(self, message: Handle, view: View) -> None:
        """Edit a message, and remember it for the next tap; also where it failed, for it may have been shown."""
        began = self.taps.moment()
        try:
            await self.chat.replace(message, view)
        finally:
            self.taps.showed(self.place, message, view, began)

    async def remove(self, message: Handle) -> None:
        """Delete a message, of which nothing is noted then."""
        await self.chat.remove(message)
        await self.notes.note(self.place, message, None)
        if self.cards:
            await self.cards.follow(message, None)

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Show that something is being uploaded, which takes a while."""
        if self.slow is not None:
            await self.slow()
        await self.chat.busy(making)


@dataclass(frozen=True)
class WatchedChats:
    """Every chat, watched; a private chat has the number of the account that its seat comes in by."""

    api: BotApi
    taps: DoubleTaps
    notes: MessageNotes
    seats: Seats
    cards: Cards | None = None

    def at(self, place: int) -> WatchedChat:
        """Return a chat."""
        return self.of_tap(place)

    def of_tap(
        self, place: int, query: str | None = None, slow: Callable[[], Awaitable[None]] | None = None
    ) -> WatchedChat:
        """Return a chat in which the tap that ``query`` identifies waits for its answer."""
        seat = self.seats.of(place)
        cards = SeatCards(seat.number, self.cards) if seat and self.cards else None
        return WatchedChat(TelegramChat(self.api, place, query), self.taps, self.notes, slow, cards)

    def in_private(self, seat: int) -> WatchedChat:
        """Return the private chat of a seat."""
        return self.at(self._account(seat))

    async def name(self, seat: int) -> str:
        """Return the first and last name, and the user name, that Telegram gives for a seat."""
        return await self.name_of_place(self._account(seat))

    async def name_of_place(self, place: int) -> str:
        """Return the same of a chat, which may be a group."""
        with our_outcomes():
            return shown_name(await self.api.get("getChat", {"chat_id": place}))

    def _account(self, seat: int) -> int:
        known = self.seats.find(seat)
        return (known.account if known else None) or NO_CHAT
