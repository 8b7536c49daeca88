"""The socket between an open page and one person's chat: changes go out, texts and taps come in."""

import asyncio
from collections.abc import AsyncIterator
from itertools import islice
from typing import Annotated, Final, Literal

from aiohttp import WSCloseCode, web
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from bot.demo.telegram.account import Account
from bot.demo.telegram.chats import Acting, Chat, ChatMessage, Labels
from bot.demo.telegram.contract import Json
from bot.demo.telegram.person import Person

SHOWN: Final = 300
LARGEST_MESSAGE: Final = 32 * 1024


class WrittenText(BaseModel, frozen=True):
    """The person wrote a text, or tapped the keyboard under the text field."""

    do: Literal["say"]
    text: str = Field(min_length=1, max_length=4096)


class TappedButton(BaseModel, frozen=True):
    """The person tapped an inline button."""

    do: Literal["press"]
    message: int
    data: str = Field(min_length=1, max_length=64)


PAGE_MESSAGE: Final[TypeAdapter[WrittenText | TappedButton]] = TypeAdapter(
    Annotated[WrittenText | TappedButton, Field(discriminator="do")]
)


class PageState:
    """What one open page shows of a chat."""

    def __init__(self, person: Person, account: Account) -> None:
        self._person = person
        self._account = account
        self._fresh = True
        self._shown: dict[int, ChatMessage] = {}
        self._keyboard: Labels = ()
        self._acting: Acting | None = None
        self._answered = person.chat.answered
        self._noticed = len(person.notices)

    def changes(self) -> Json:
        """Return what the page does not show yet: empty if it is up to date, marked as fresh the first time."""
        chat = self._person.chat
        now = dict(islice(reversed(chat.messages.items()), SHOWN))
        put = [message for message in reversed(now.values()) if self._shown.get(message.id) is not message]
        gone = [message_id for message_id in self._shown if message_id not in now]
        self._shown = now
        changes: Json = {"fresh": True} if self._fresh else {}
        self._fresh = False
        if put:
            changes["put"] = [_shown(message, self._person.id) for message in put]
        if gone:
            changes["gone"] = gone
        return changes | self._changes_around(chat)

    def _changes_around(self, chat: Chat) -> Json:
        changes: Json = {}
        if self._keyboard != chat.keyboard:
            changes["keyboard"] = self._keyboard = chat.keyboard
        if self._acting != chat.acting:
            self._acting = chat.acting
            changes["acting"] = self._at_work()
        if chat.answered != self._answered:
            notices = chat.notices[self._noticed :]
            changes["answered"] = [{"text": notice.text, "alert": notice.alert} for notice in notices]
            self._answered, self._noticed = chat.answered, len(chat.notices)
        return changes

    def _at_work(self) -> Json | None:
        if self._acting is None:
            return None
        action, until = self._acting
        return {"action": action, "seconds": (until - self._account.clock()).total_seconds()}


async def follow(person: Person, account: Account, socket: web.WebSocketResponse) -> None:
    """Keep a page up to date and carry out what is done on it, until it is closed."""
    sending = asyncio.create_task(_send_changes(PageState(person, account), person.chat, socket))
    try:
        async for message in _received(socket):
            match message:
                case WrittenText(text=text):
                    person.send(text)
                case TappedButton(message=message_id, data=data):
                    person.tap_data(message_id, data)
    finally:
        sending.cancel()
        await asyncio.wait([sending])


async def _send_changes(page: PageState, chat: Chat, socket: web.WebSocketResponse) -> None:
    while not socket.closed:
        try:
            if changes := page.changes():
                await socket.send_json(changes)
            else:
                await chat.changed.wait()
        except ConnectionError:
            return


async def _received(socket: web.WebSocketResponse) -> AsyncIterator[WrittenText | TappedButton]:
    async for frame in socket:
        try:
            message = PAGE_MESSAGE.validate_json(frame.data)
        except ValidationError:
            await socket.close(code=WSCloseCode.POLICY_VIOLATION)
            return
        yield message


def _shown(message: ChatMessage, seat: int) -> Json:
    photo, document = message.photo, message.document
    return {
        "id": message.id,
        "own": message.sender is not None and message.sender.id == seat,
        "text": message.text,
        "marks": message.formatted.entities,
        "sent": int(message.sent.timestamp()),
        "edited": message.edited is not None,
        "photo": photo and {"id": photo.id, "width": photo.width, "height": photo.height},
        "document": document and {"id": document.id, "name": document.upload.name},
        "buttons": [[{"text": button.text, "data": button.data} for button in row] for row in message.buttons],
    }
