"""The chats of the pretend Telegram as they look right now: messages, keyboards, notices."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import Kept
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
class Button:
    """An inline button: its label, and the published name and value of what a tap does."""

    text: str
    action: str
    value: object

    @property
    def data(self) -> str | None:
        """What a tap sends to the bot, or nothing where it does something else."""
        return str(self.value) if self.action == "callback_data" else None


Rows = tuple[tuple[Button, ...], ...]
Labels = tuple[tuple[str, ...], ...]
Acting = tuple[str, datetime]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text or a caption, and which parts of it are a command, bold and so on (offsets in UTF-16 units)."""

    text: str = ""
    entities: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One message; sent and edited are aware times, no sender means the channel itself.

    What only a bot reads of it (a voice, a contact) stands in extra as it is published.
    """

    id: int
    sent: datetime
    sender: User | None
    wording: Wording = Wording()
    photo: Kept | None = None
    document: Kept | None = None
    buttons: Rows = ()
    has_keyboard: bool = False
    edited: datetime | None = None
    extra: Json = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text, or the caption where there is a picture or a document."""
        return self.wording.text


@dataclass(frozen=True, slots=True)
class Notice:
    """A short word shown over the chat after a tap; an alert stays until it is closed."""

    text: str
    alert: bool = False


class Bell:
    """Wakes everybody who waits for something to happen in a chat."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def ring(self) -> None:
        """Wake all who wait."""
        waiting, self._waiting = self._waiting, []
        for sleeper in waiting:
            if not sleeper.done():
                sleeper.set_result(None)

    async def rung(self) -> None:
        """Wait for the next ring."""
        sleeper = asyncio.get_running_loop().create_future()
        self._waiting.append(sleeper)
        await sleeper


@dataclass(eq=False, slots=True)
class Chat:
    """One chat: what stands in it, and what is shown around it. A private chat's id is the person's."""

    id: int
    kind: Kind
    title: str
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: Labels = ()
    keyboard_came_with: int = 0
    notices: list[Notice] = field(default_factory=list)
    acting: Acting | None = None
    answered: int = 0
    closed: Callable[[], RefusedError] | None = None
    bell: Bell = field(default_factory=Bell)
    last_id: int = 0

    def post(self, message: Message) -> Message:
        """Add a message at the bottom and return it with the id it got."""
        self.last_id += 1
        return self.put(replace(message, id=self.last_id))

    def put(self, message: Message) -> Message:
        """Show a message as it is now, in the place of what stood there, and return it."""
        self.messages[message.id] = message
        if message.sender and message.sender.is_bot:
            self.acting = None
        self.bell.ring()
        return message

    def remove(self, message_id: int) -> None:
        """Take a message off the screen, and the keyboard that came with it."""
        del self.messages[message_id]
        if message_id == self.keyboard_came_with:
            self.keyboard = ()
        self.bell.ring()

    def answer(self, notice: Notice) -> None:
        """End the waiting sign of a tap, with a short word over the chat where there is one."""
        self.answered += 1
        if notice.text:
            self.notices.append(notice)
        self.bell.ring()

    def act(self, action: str, until: datetime) -> None:
        """Show what the bot is at, at most until then."""
        self.acting = (action, until)
        self.bell.ring()

    def message(self, message_id: int, doing: str) -> Message:
        """Return what has that id. Raises RefusedError, naming what was to be done, where nothing has."""
        if message_id not in self.messages:
            raise bad_request(f"message to {doing} not found")
        return self.messages[message_id]
