"""The socket between an open page and one person's chat: changes go out, texts and taps come in."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from itertools import islice
from typing import Annotated, Final, Literal, TypeAlias

from aiohttp import WSCloseCode, web
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from bot.demo.next_report import NextReport
from bot.demo.telegram.account import Account
from bot.demo.telegram.chats import Acting, Chat, ChatMessage, Labels, Notice
from bot.demo.telegram.contract import Json
from bot.demo.telegram.person import Person
from reports.words.language import Language, upper_first

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


class SentPhoto(BaseModel, frozen=True):
    """The person sent a picture."""

    do: Literal["photo"]


class Jumped(BaseModel, frozen=True):
    """The person wants to see the next report come."""

    do: Literal["jump"]


Done: TypeAlias = WrittenText | TappedButton | SentPhoto | Jumped
PAGE_MESSAGE: Final[TypeAdapter[Done]] = TypeAdapter(Annotated[Done, Field(discriminator="do")])


class PageState:
    """What one open page shows of a chat."""

    def __init__(self, person: Person, account: Account, language: Language) -> None:
        self._person = person
        self._account = account
        self._language = language
        self._fresh = True
        self._shown: dict[int, ChatMessage] = {}
        self._keyboard: Labels = ()
        self._commands: Sequence[Mapping[str, str]] = ()
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
            changes["put"] = [self._message(message) for message in put]
        if gone:
            changes["gone"] = gone
        return changes | self._changes_around(chat)

    def _changes_around(self, chat: Chat) -> Json:
        changes: Json = {}
        if self._keyboard != chat.keyboard:
            changes["keyboard"] = self._keyboard = chat.keyboard
        if self._commands != (chat.commands or ()):
            changes["commands"] = self._commands = chat.commands or ()
        if self._acting != chat.acting:
            self._acting = chat.acting
            changes["acting"] = self._at_work()
        if chat.answered != self._answered:
            notices = chat.notices[self._noticed :]
            changes["answered"] = [{"text": notice.text, "alert": notice.alert} for notice in notices]
            self._answered, self._noticed = chat.answered, len(chat.notices)
        return changes

    def _message(self, message: ChatMessage) -> Json:
        sent = message.sent.astimezone(self._account.clock().tzinfo)
        day = upper_first(self._language.day(sent.date()))
        return _shown(message, self._person.id) | {"day": day, "time": f"{sent:%H:%M}"}

    def _at_work(self) -> Json | None:
        if self._acting is None:
            return None
        action, until = self._acting
        return {"action": action, "seconds": (until - self._account.clock()).total_seconds()}


async def follow(
    page: PageState, person: Person, next_report: NextReport | None, socket: web.WebSocketResponse
) -> None:
    """Keep a page up to date and carry out what is done on it, until it is closed."""
    sending = asyncio.create_task(_send_changes(page, person.chat, socket))
    try:
        async for message in _received(socket):
            match message:
                case WrittenText(text=text):
                    person.send(text)
                case TappedButton(message=message_id, data=data):
                    person.tap_data(message_id, data)
                case SentPhoto():
                    person.send_photo()
                case Jumped():
                    if next_report:
                        person.chat.answer(Notice(await next_report.jump(), alert=True))
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


async def _received(socket: web.WebSocketResponse) -> AsyncIterator[Done]:
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
        "edited": message.edited is not None,
        "photo": photo and {"id": photo.id, "width": photo.width, "height": photo.height},
        "document": document and {"id": document.id, "name": document.upload.name},
        "buttons": [[{"text": button.text, "data": button.data} for button in row] for row in message.buttons],
    }
