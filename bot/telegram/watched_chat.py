"""A chat that notes what it shows, and when: a tap is judged by the screen it was made on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.telegram.bot_api import BotApi
from bot.telegram.chat import TelegramChat
from bot.telegram.double_taps import DoubleTaps
from bot.telegram.names import shown_name
from bot.telegram.outcomes import our_outcomes
from handlers.conversation import Conversation, Handle
from handlers.view import View
from storage.people.seats import Seats

NO_CHAT = 0
"""The number of no chat: Telegram refuses what is to be shown there."""


@dataclass(frozen=True)
class WatchedChat:
    """A chat, and the memory of what it showed; ``slow`` is told when somebody is to wait."""

    chat: Conversation
    taps: DoubleTaps
    slow: Callable[[], Awaitable[None]] | None = field(default=None, compare=False)

    @property
    def place(self) -> int:
        """The chat's number."""
        return self.chat.place

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Answer the tap."""
        await self.chat.answer(notice, alert=alert)

    async def show(self, view: View) -> Handle:
        """Send a message, and note it."""
        began = self.taps.moment()
        message = await self.chat.show(view)
        self.taps.showed(self.place, message, view, began)
        return message

    async def replace(self, message: Handle, view: View) -> None:
        """Edit a message, and note it; also where it failed, for it may have been shown."""
        began = self.taps.moment()
        try:
            await self.chat.replace(message, view)
        finally:
            self.taps.showed(self.place, message, view, began)

    async def remove(self, message: Handle) -> None:
        """Delete a message."""
        await self.chat.remove(message)

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
    seats: Seats

    def at(self, place: int) -> WatchedChat:
        """Return a chat."""
        return WatchedChat(TelegramChat(self.api, place), self.taps)

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
