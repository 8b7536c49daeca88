"""A Telegram chat as a conversation: views become messages with their keyboards."""

from dataclasses import dataclass
from typing import Literal

from telegram import InlineKeyboardMarkup, InputMediaPhoto, Message, MessageEntity
from telegram.constants import ChatAction

from bot.telegram.bot_api import BotApi, Json
from bot.telegram.outcomes import our_outcomes
from handlers.conversation import Handle
from handlers.tap.codec import encode
from handlers.view import View
from reports.report_files import File

SAME = "message is not modified"
NOT_THERE = "message to delete not found"
LATE = ("query is too old", "query_id_invalid", "query id is invalid")


@dataclass(frozen=True)
class TelegramChat:
    """A chat; ``query`` identifies the tap that is waiting for an answer."""

    api: BotApi
    place: int
    query: str | None = None

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """Answer the tap, with a notice or alert if there is one; being too late is no error."""
        if self.query is None:
            return
        with our_outcomes(*LATE):
            parameters = {"callback_query_id": self.query, "text": notice, "show_alert": alert or None}
            await self.api.do("answerCallbackQuery", parameters)

    async def show(self, view: View) -> Handle:
        """Send a message, or an album as one."""
        with our_outcomes():
            if view.file:
                return Handle((await self._send_file(view.file, view)).message_id)
            if view.picture:
                return Handle((await self._send_picture(view.picture, view)).message_id)
            parameters = {
                "chat_id": self.place,
                **_text(view),
                "reply_markup": _keyboard(view),
                # Neither copied nor forwarded, whatever it comes to show.
                "protect_content": True if view.stage else None,
                "reply_parameters": _quoted(view),
            }
            return Handle((await self.api.get("sendMessage", parameters))["message_id"])

    async def _send_file(self, file: File, view: View) -> Message:
        caption = view.text or None
        return await self.api.bot.send_document(
            self.place, file.content, caption=caption, filename=file.name, reply_markup=_markup(view)
        )

    async def _send_picture(self, picture: File, view: View) -> Message:
        if view.album:
            pages = [_photo(page.file, page.text) for page in view.album]
            first, *_ = await self.api.bot.send_media_group(self.place, [_photo(picture, view.text), *pages])
            return first
        return await self.api.bot.send_photo(
            self.place,
            picture.content,
            caption=view.text,
            caption_entities=_entities(view.text),
            filename=picture.name,
            reply_markup=_markup(view),
        )

    async def replace(self, message: Handle, view: View) -> None:
        """Edit a message, with its picture if it has one; the same content again is no error."""
        with our_outcomes(SAME):
            if view.picture:
                photo = _photo(view.picture, view.text)
                await self.api.bot.edit_message_media(photo, self.place, message, reply_markup=_markup(view))
            else:
                where = {"chat_id": self.place, "message_id": message}
                await self.api.do("editMessageText", {**where, **_text(view), "reply_markup": _buttons(view)})

    async def remove(self, message: Handle) -> None:
        """Delete a message; Telegram allows that for two days. One that is gone already is no error."""
        with our_outcomes(NOT_THERE):
            await self.api.do("deleteMessage", {"chat_id": self.place, "message_id": message})

    async def busy(self, making: Literal["picture", "file"]) -> None:
        """Show that something is being uploaded."""
        action = ChatAction.UPLOAD_PHOTO if making == "picture" else ChatAction.UPLOAD_DOCUMENT
        with our_outcomes():
            await self.api.do("sendChatAction", {"chat_id": self.place, "action": action})


def _photo(file: File, caption: str) -> InputMediaPhoto:
    return InputMediaPhoto(file.content, caption, caption_entities=_entities(caption), filename=file.name)


def _text(view: View) -> Json:
    """Return the text of a message, its first line in bold where there are more."""
    length = _headline(view.text)
    bold = [{"type": MessageEntity.BOLD, "offset": 0, "length": length}] if length else None
    return {"text": view.text, "entities": bold}


def _entities(text: str) -> list[MessageEntity]:
    length = _headline(text)
    return [MessageEntity(MessageEntity.BOLD, 0, length)] if length else []


def _headline(text: str) -> int:
    """Return how long the first of several lines is, in units of UTF-16; 0 where there is only one."""
    first, more, _ = text.partition("\n")
    return len(first.encode("utf-16-le")) // 2 if more else 0


def _quoted(view: View) -> Json | None:
    """Return the message that stands above the text, if it is still there."""
    return {"message_id": view.about, "allow_sending_without_reply": True} if view.about else None


def _markup(view: View) -> InlineKeyboardMarkup | None:
    buttons = _buttons(view)
    return None if buttons is None else InlineKeyboardMarkup.de_json(buttons, None)


def _keyboard(view: View) -> Json | None:
    """Return the message's buttons, or the persistent keyboard."""
    if not view.menu:
        return _buttons(view)
    keys = [{"text": label} for label in view.menu]
    return {"keyboard": [keys], "resize_keyboard": True, "is_persistent": True}


def _buttons(view: View) -> Json | None:
    if not view.rows:
        return None
    rows = [[{"text": button.label, "callback_data": encode(button.tap)} for button in row] for row in view.rows]
    return {"inline_keyboard": rows}
