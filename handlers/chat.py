"""Speaking in a chat: sending, editing in place, answering a tap, several at once."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest

SAME = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "no media in the message")
LATE = ("query is too old", "query_id_invalid", "query id is invalid")


async def together(*calls: Coroutine[Any, Any, object]) -> None:
    """Make the calls side by side; one failing does not cancel the others, and is raised after."""
    results = await asyncio.gather(*calls, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


@dataclass(frozen=True)
class Tapped:
    """A tap that has arrived: what can be done with it, and with the message it was made on."""

    bot: Bot
    query: CallbackQuery
    update: int

    @property
    def seat(self) -> int:
        """Whose tap it is."""
        return self.query.from_user.id

    @property
    def chat(self) -> int:
        """Where the message stands."""
        return self.seat if self.query.message is None else self.query.message.chat.id

    async def edit(self, text: str, buttons: InlineKeyboardMarkup | None = None) -> None:
        """Make the tapped message say this; say it in a new one where the old can no longer be edited."""
        if self.query.message is None:
            return
        message = self.query.message.message_id
        try:
            await self.bot.edit_message_text(text, chat_id=self.chat, message_id=message, reply_markup=buttons)
        except BadRequest as refusal:
            if _must_be_sent_anew(refusal):
                await self.bot.send_message(self.chat, text, reply_markup=buttons)

    async def edit_picture(self, picture: bytes, caption: str, buttons: InlineKeyboardMarkup) -> None:
        """Make the tapped message show this picture; show it in a new one where the old cannot."""
        if self.query.message is None:
            return
        try:
            await self.bot.edit_message_media(
                InputMediaPhoto(picture, caption=caption),
                chat_id=self.chat,
                message_id=self.query.message.message_id,
                reply_markup=buttons,
            )
        except BadRequest as refusal:
            if _must_be_sent_anew(refusal):
                await self.bot.send_photo(self.chat, picture, caption=caption, reply_markup=buttons)

    async def answer(self, notice: str | None = None, *, alert: bool = False) -> None:
        """End the tap's waiting, with a notice if there is one, to be closed by hand; too late is no fault."""
        try:
            await self.query.answer(notice, show_alert=alert)
        except BadRequest as refusal:
            if not any(word in refusal.message.lower() for word in LATE):
                raise


def _must_be_sent_anew(refusal: BadRequest) -> bool:
    """Tell whether an edit failed because the message is gone; raise the refusal where it says anything worse."""
    words = refusal.message.lower()
    if SAME in words:
        return False
    if any(word in words for word in GONE):
        return True
    raise refusal
