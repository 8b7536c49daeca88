"""The bot's account on the pretend Telegram: its chats, updates and files, and the taps to be answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.demo.telegram.api_types import callback_query, message_in
from bot.demo.telegram.chats import Chat, ChatMessage, Kind, User
from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import FileStore
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.updates import Updates

TAP_EXPIRY: Final = timedelta(seconds=15)
TOO_LATE: Final = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on an inline button, which the bot may still answer; ``at`` is an aware time."""

    chat: Chat
    at: datetime


class Account:
    """Everything the pretend Telegram knows; ``clock`` returns aware times."""

    def __init__(self, bot: User, clock: Callable[[], datetime]) -> None:
        self.bot = bot
        self.clock = clock
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self.files = FileStore()
        self.commands: list[Json] = []
        self.webhook = ""
        self._taps: dict[str, Tap] = {}
        self._last_tap = 0

    def open_chat(self, chat_id: int, kind: Kind, title: str) -> Chat:
        """Return the chat with that id, which is made if there is none."""
        return self.chats.setdefault(chat_id, Chat(chat_id, kind, title))

    def chat(self, chat_id: object) -> Chat:
        """Return the chat with that id, a number or its text.

        Raises RefusedError if there is no such chat, or if the bot may not write to it.
        """
        try:
            chat = self.chats.get(int(str(chat_id)))
        except ValueError:
            chat = None
        if chat is None:
            raise bad_request("chat not found")
        if chat.closed:
            raise chat.closed()
        return chat

    def receive(self, chat: Chat, message: ChatMessage) -> ChatMessage:
        """Post what somebody wrote and tell the bot."""
        posted = chat.post(message)
        kind = "channel_post" if chat.kind is Kind.CHANNEL else "message"
        self.updates.push({kind: message_in(chat, posted)})
        return posted

    def tap(self, chat: Chat, message_id: int, data: str, by: User) -> str:
        """Tell the bot that somebody tapped an inline button, and return the tap's id; the message may be gone."""
        self._last_tap += 1
        tap_id = str(4_000_000_000 + self._last_tap)
        now = self.clock()
        self._taps = {waiting: tap for waiting, tap in self._taps.items() if now - tap.at <= TAP_EXPIRY}
        self._taps[tap_id] = Tap(chat, now)
        self.updates.push({"callback_query": callback_query(tap_id, chat, message_id, data, by)})
        return tap_id

    def chat_of_tap(self, tap_id: str) -> Chat:
        """Return the chat in which a tap was made, for as long as it may be answered.

        Raises RefusedError for an unknown tap, and for one too long ago.
        """
        tap = self._taps.get(tap_id)
        if tap is None or self.clock() - tap.at > TAP_EXPIRY:
            raise bad_request(TOO_LATE)
        return tap.chat

    def chat_named_in(self, parameters: Json) -> int | None:
        """Return the id of the chat that a call is about, or None."""
        if "chat_id" in parameters:
            return parameters["chat_id"] if isinstance(parameters["chat_id"], int) else None
        tap = self._taps.get(parameters.get("callback_query_id", ""))
        return tap.chat.id if tap else None
