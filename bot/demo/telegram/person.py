"""Somebody with a phone, who writes, taps and reads the chat."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.demo.telegram.account import Account
from bot.demo.telegram.chats import Chat, ChatMessage, Kind, Labels, Notice, Rows, User
from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import SMALL_PICTURE, StoredFile, Upload
from bot.demo.telegram.formatting import with_commands
from bot.demo.telegram.refusals import blocked

T = TypeVar("T")


class NotOnScreenError(LookupError):
    """There is no such button, message or notice on the screen."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as it is on the screen; buttons are rows of labels, files their bytes."""

    id: int
    text: str
    from_bot: bool
    buttons: Labels
    photo: bytes | None
    document: bytes | None
    edited: bool


class Person:
    """A person in one chat, at first the private one with the bot, whose id is the person's."""

    def __init__(self, account: Account, user: User, chat: Chat) -> None:
        self.id = user.id
        self.name = user.name
        self.chat = chat
        self._account = account
        self._user = user

    def within(self, chat: Chat) -> "Person":
        """Return the same person, writing and tapping in another chat."""
        return Person(self._account, self._user, chat)

    def send(self, text: str) -> int:
        """Write a text and return the message's id."""
        return self._send(text)

    def send_photo(self, caption: str = "") -> int:
        """Send a small picture."""
        picture = self._account.files.add_picture(Upload("bilde.png", SMALL_PICTURE))
        return self._send(caption, photo=picture)

    def send_voice(self) -> int:
        """Send a voice message of three seconds."""
        voice = {"file_id": "voice-1", "file_unique_id": "voice-1", "duration": 3, "mime_type": "audio/ogg"}
        return self._send(extra={"voice": voice})

    def send_contact(self) -> int:
        """Share a contact from the phone."""
        return self._send(extra={"contact": {"phone_number": "+4700000000", "first_name": "Ukjent"}})

    def send_location(self) -> int:
        """Share a location."""
        return self._send(extra={"location": {"latitude": 59.284, "longitude": 11.11}})

    def tap(self, label: str, *, message_id: int | None = None) -> str:
        """Tap the newest button with that label, inline or on the keyboard under the text field.

        Returns the tap's id, empty for the keyboard.
        Raises NotOnScreenError if there is none, in the message named or in the whole chat.
        """
        for message in reversed(self.chat.messages.values()):
            data = _data_of(message.buttons, label)
            if data is not None and message_id in {None, message.id}:
                return self.tap_data(message.id, data)
        if message_id is None and any(label in row for row in self.chat.keyboard):
            self.send(label)
            return ""
        raise NotOnScreenError(f"no button «{label}» among {[shown.buttons for shown in self.messages]}")

    def tap_data(self, message_id: int, data: str) -> str:
        """Send any data as a tap on any message, as a hostile client may, and return the tap's id."""
        return self._account.tap(self.chat, message_id, data, self._user)

    def block(self) -> None:
        """Block the bot: it can write nothing more to this chat."""
        self.chat.closed = blocked

    @property
    def messages(self) -> list[Shown]:
        """The messages on the screen now, oldest first."""
        return [_shown(message) for message in self.chat.messages.values()]

    @property
    def notices(self) -> list[Notice]:
        """The notices shown over the chat, oldest first."""
        return self.chat.notices

    @property
    def keyboard(self) -> Labels:
        """The labels of the keyboard under the text field, by rows."""
        return self.chat.keyboard

    async def wait_for(self, sought: str | Callable[[Shown], bool], timeout: float = 20.0) -> Shown:  # noqa: ASYNC109 - a person's patience
        """Return the newest message, as soon as there is one, with these words of the bot or for which this holds.

        Raises NotOnScreenError after that many seconds, with what was there instead.
        """
        fits = _says(sought) if isinstance(sought, str) else sought
        messages = self.chat.messages
        return await self._first(lambda: filter(fits, map(_shown, reversed(messages.values()))), sought, timeout)

    async def wait_for_notice(self, text: str, timeout: float = 20.0) -> Notice:  # noqa: ASYNC109 - a person's patience
        """Return the newest notice that holds the words. Raises NotOnScreenError after that many seconds."""
        return await self._first(
            lambda: (notice for notice in reversed(self.notices) if text in notice.text), text, timeout
        )

    async def _first(self, look: Callable[[], Iterator[T]], sought: object, seconds: float) -> T:
        try:
            async with asyncio.timeout(seconds):
                while (found := next(look(), None)) is None:
                    await self.chat.changed.wait()
        except TimeoutError:
            seen = [shown.text for shown in self.messages[-5:]]
            raise NotOnScreenError(
                f"waited {seconds} s for {sought!r}, saw {seen} and the notices {self.notices[-5:]}"
            ) from None
        return found

    async def answered(self, timeout: float = 20.0) -> None:  # noqa: ASYNC109 - a person's patience
        """Wait until the bot has confirmed every update. Raises `TimeoutError` after that many seconds."""
        async with asyncio.timeout(timeout):
            await self._account.updates.confirmed()

    def _send(self, text: str = "", photo: StoredFile | None = None, extra: Json | None = None) -> int:
        sender = None if self.chat.kind is Kind.CHANNEL else self._user
        now = self._account.clock()
        message = ChatMessage(0, now, sender, with_commands(text), photo, extra=extra or {})
        return self._account.receive(self.chat, message).id


def _data_of(rows: Rows, label: str) -> str | None:
    fitting = (button.data for row in rows for button in row if button.text == label)
    return next((data for data in fitting if data is not None), None)


def _says(words: str) -> Callable[[Shown], bool]:
    return lambda shown: shown.from_bot and words in shown.text


def _shown(message: ChatMessage) -> Shown:
    return Shown(
        id=message.id,
        text=message.text,
        from_bot=message.sender is not None and message.sender.is_bot,
        buttons=tuple(tuple(button.text for button in row) for row in message.buttons),
        photo=message.photo.upload.content if message.photo else None,
        document=message.document.upload.content if message.document else None,
        edited=message.edited is not None,
    )
