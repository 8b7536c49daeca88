"""The chats of the pretend Telegram as they look now: messages, keyboards, notices."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import StoredFile
from bot.demo.telegram.refusals import RefusedError, bad_request


class Kind(StrEnum):
    """The kinds of chat."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account: a person, or the bot."""

    id: int
    name: str
    username: str = ""
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class InlineButton:
    """An inline button: its label, and the name and value of its action as they are published."""

    text: str
    action: str
    value: object

    @property
    def data(self) -> str | None:
        """What a tap sends to the bot; None for a button that does something else."""
        return str(self.value) if self.action == "callback_data" else None


Rows = tuple[tuple[InlineButton, ...], ...]
Labels = tuple[tuple[str, ...], ...]
Acting = tuple[str, datetime]


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text or caption and its entities: kind, offset and length in UTF-16 units."""

    text: str = ""
    entities: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message; ``sent`` and ``edited`` are aware times, and a channel's post has no sender.

    A ``protected`` one can be neither forwarded nor saved; what is ``about`` another quotes it. ``extra`` holds
    other content (a voice message, a contact) as the Bot API publishes it.
    """

    id: int
    sent: datetime
    sender: User | None
    formatted: FormattedText = FormattedText()
    photo: StoredFile | None = None
    document: StoredFile | None = None
    buttons: Rows = ()
    has_keyboard: bool = False
    protected: bool = False
    about: int | None = None
    edited: datetime | None = None
    extra: Json = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text, or the caption where there is a picture or a document."""
        return self.formatted.text


@dataclass(frozen=True, slots=True)
class Notice:
    """A short text shown over the chat after a tap, which it names; an alert stays until it is closed."""

    text: str
    alert: bool = False
    tap: str = field(default="", compare=False)


class ChangeSignal(asyncio.Event):
    """Something changes, again and again; whoever waits is woken by the next change."""

    def notify(self) -> None:
        """Wake all who wait."""
        self.set()
        self.clear()


@dataclass(eq=False, slots=True)
class Chat:
    """One chat: its messages and what is shown around them. A private chat's id is the person's."""

    id: int
    kind: Kind
    title: str
    messages: dict[int, ChatMessage] = field(default_factory=dict)
    keyboard: Labels = ()
    keyboard_came_with: int = 0
    notices: list[Notice] = field(default_factory=list)
    acting: Acting | None = None
    commands: Sequence[Mapping[str, str]] | None = None
    answered: int = 0
    closed: Callable[[], RefusedError] | None = None
    changed: ChangeSignal = field(default_factory=ChangeSignal)
    last_id: int = 0

    def post(self, message: ChatMessage) -> ChatMessage:
        """Add a message at the bottom and return it with its id."""
        self.last_id += 1
        return self.put(replace(message, id=self.last_id))

    def put(self, message: ChatMessage) -> ChatMessage:
        """Show a message in place of its earlier version, and return it."""
        self.messages[message.id] = message
        if message.sender and message.sender.is_bot:
            self.acting = None
        self.changed.notify()
        return message

    def remove(self, message_id: int) -> None:
        """Remove a message, and the keyboard that came with it."""
        del self.messages[message_id]
        if message_id == self.keyboard_came_with:
            self.keyboard = ()
        self.changed.notify()

    def answer(self, notice: Notice) -> None:
        """End the waiting sign of a tap, and show a notice if it has a text."""
        self.answered += 1
        if notice.text:
            self.notices.append(notice)
        self.changed.notify()

    def offer(self, commands: Sequence[Mapping[str, str]]) -> None:
        """Show these commands in the menu."""
        self.commands = commands
        self.changed.notify()

    def act(self, action: str, until: datetime) -> None:
        """Show what the bot is doing, at most until then."""
        self.acting = (action, until)
        self.changed.notify()

    def message(self, message_id: int, doing: str) -> ChatMessage:
        """Return a message. Raises RefusedError, which names what was to be done, if there is none."""
        if message_id not in self.messages:
            raise bad_request(f"message to {doing} not found")
        return self.messages[message_id]
