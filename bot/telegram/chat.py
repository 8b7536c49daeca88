"""A Telegram chat as a conversation: views become messages with their keyboards."""

from dataclasses import dataclass
from typing import Literal

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest

from bot.telegram.outcomes import our_outcomes
from handlers.conversation import Handle
from handlers.tap.codec import encode
from handlers.view import View
from reports.report_files import File

SAME = "message is not modified"
LATE = ("query is too old", "query_id_invalid", "query id is invalid")


@dataclass(frozen=True)
class TelegramChat:
    """A chat; ``query`` is the tap that is waiting for an answer."""

    bot: Bot
    place: int
    query: CallbackQuery | None = None

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Answer the tap, with a notice or alert if there is one; being too late is no error."""
        if self.query is None:
            return
        with our_outcomes():
            try:
                await self.query.answer(notice, show_alert=alert)
            except BadRequest as refusal:
                if not any(words in refusal.message.lower() for words in LATE):
                    raise

    async def show(self, view: View) -> Handle:
        """Send a message, or an album as one."""
        with our_outcomes():
            message = await self._send(view)
        return Handle(message.message_id)

    async def _send(self, view: View) -> Message:
        markup = _keyboard(view)
        if view.file:
            name, content = view.file.name, view.file.content
            return await self.bot.send_document(
                self.place, content, caption=view.text or None, filename=name, reply_markup=markup
            )
        if view.picture and view.album:
            pages = [_photo(page.file, page.text) for page in view.album]
            first, *_ = await self.bot.send_media_group(self.place, [_photo(view.picture, view.text), *pages])
            return first
        if view.picture:
            name, content = view.picture.name, view.picture.content
            return await self.bot.send_photo(
                self.place, content, caption=view.text, filename=name, reply_markup=markup
            )
        return await self.bot.send_message(self.place, view.text, reply_markup=markup)

    async def replace(self, message: Handle, view: View) -> None:
        """Edit a message, with its picture if it has one; the same content again is no error."""
        markup = _buttons(view)
        with our_outcomes():
            try:
                if view.picture:
                    photo = _photo(view.picture, view.text)
                    await self.bot.edit_message_media(photo, self.place, message, reply_markup=markup)
                else:
                    await self.bot.edit_message_text(view.text, self.place, message, reply_markup=markup)
            except BadRequest as refusal:
                if SAME not in refusal.message.lower():
                    raise

    async def remove(self, message: Handle) -> None:
        """Delete a message; Telegram allows that for two days."""
        with our_outcomes():
            await self.bot.delete_message(self.place, message)

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Show that something is being uploaded."""
        action = ChatAction.UPLOAD_PHOTO if making == "picture" else ChatAction.UPLOAD_DOCUMENT
        with our_outcomes():
            await self.bot.send_chat_action(self.place, action)


@dataclass(frozen=True)
class TelegramChats:
    """Every chat; a private chat has the number of its seat."""

    bot: Bot

    def at(self, place: int) -> TelegramChat:
        """Return a chat."""
        return TelegramChat(self.bot, place)

    def in_private(self, seat: int) -> TelegramChat:
        """Return the private chat of a seat."""
        return TelegramChat(self.bot, seat)


def _photo(file: File, caption: str) -> InputMediaPhoto:
    return InputMediaPhoto(file.content, caption, filename=file.name)


def _keyboard(view: View) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """Return the message's buttons, or the persistent keyboard."""
    if not view.menu:
        return _buttons(view)
    keys = [KeyboardButton(label) for label in view.menu]
    return ReplyKeyboardMarkup([keys], resize_keyboard=True, is_persistent=True)


def _buttons(view: View) -> InlineKeyboardMarkup | None:
    rows = [
        [InlineKeyboardButton(button.label, callback_data=encode(button.tap)) for button in row]
        for row in view.rows
    ]
    return InlineKeyboardMarkup(rows) if rows else None
