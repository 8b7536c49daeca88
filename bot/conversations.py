"""Finding a conversation by its place, whichever way in it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.stores import Stores
from handlers.cards import CardConversation
from handlers.conversation import Conversation, Conversations, Handle, Refused
from handlers.summaries.letters import MAILBOXES
from handlers.view import View


@dataclass(frozen=True)
class Nowhere:
    """A place that nothing can be shown at, since its way in is not served."""

    place: int

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Answer nobody."""

    async def show(self, view: View) -> Handle:
        """Refuse."""
        del view
        raise Refused("its way in is not served")

    async def replace(self, message: Handle, view: View) -> None:
        """Refuse."""
        del message, view
        raise Refused("its way in is not served")

    async def remove(self, message: Handle) -> None:
        """Refuse."""
        del message
        raise Refused("its way in is not served")

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Show nothing."""


@dataclass(frozen=True)
class AllConversations:
    """The conversations of every way in that is served: ``chats`` where there is a bot, and the ``desk``.

    One of the ``mailboxes`` is a place too, by its number and its address, but no conversation.
    """

    stores: Stores
    chats: Conversations | None
    desk: bool
    mailboxes: Mapping[int, str]

    def at(self, place: int) -> Conversation:
        """Return the conversation at a place."""
        return self.chats.at(place) if self.chats and place not in MAILBOXES else Nowhere(place)

    def in_private(self, seat: int) -> Conversation:
        """Return the private conversation of a seat: its chat, its cards at the desk, or both."""
        known = self.stores.seats.find(seat)
        has_account = known is not None and known.account is not None
        chat = self.chats.in_private(seat) if self.chats and has_account else None
        if self.desk and (chat is None or self.stores.devices.of(seat)):
            return CardConversation(seat, self.stores.cards, chat)
        return chat or Nowhere(0)

    async def name(self, seat: int) -> str:
        """Return what the holder of a seat is called in the chat, empty where nobody knows. Raises `NotShown`."""
        known = self.stores.seats.find(seat)
        if self.chats is None or known is None or known.account is None:
            return ""
        return await self.chats.name(seat)

    async def name_of_place(self, place: int) -> str:
        """Return what a place is called, empty where that is not known. Raises `NotShown`."""
        if place in MAILBOXES:
            return self.mailboxes.get(place, "")
        return await self.chats.name_of_place(place) if self.chats else ""
