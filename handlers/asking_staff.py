"""Asking the staff at a handover: once, and no longer than a day."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.handover import Handing
from storage.handovers import Question
from storage.shift import Shift
from storage.staff import Role

LOG = logging.getLogger(__name__)
STALE = timedelta(hours=24)
NOWHERE = 0
"""The message of a question that may have been sent, or not."""


@dataclass(frozen=True)
class AskingStaff:
    """Puts the question about a shift to those who had it, and takes it away again.

    ``ask`` tells whether anything is asked at all; ``uncertain`` are the errors after which nobody knows whether a
    message was sent.
    """

    handing: Handing
    roles: Callable[[], Mapping[int, Role]]
    ask: bool
    uncertain: tuple[type[TelegramError], ...]

    async def due(self, bot: Bot) -> None:
        """Ask about the shift that has ended, and take away what nobody answered. Raises a `DatabaseFault`."""
        if not self.ask:
            return
        now = self.handing.register.clock().replace(tzinfo=None)
        ended = self.handing.register.shifts.before(self.handing.register.shifts.at(now))
        since = await self.handing.handovers.since(f"{now:%Y-%m-%dT%H:%M}")
        if ended.until > since and (whom := await self._whom(ended)):
            await self.handing.handovers.ask(ended.key, ended.until, whom)
        for key in await self.handing.handovers.unfinished():
            shift = self.handing.register.shifts.named(key)
            if shift is None or shift.ended + STALE <= now:
                await self._take_away(bot, key)
            else:
                await self._send(bot, shift)

    async def _whom(self, shift: Shift) -> set[int]:
        staff = {seat for seat, role in self.roles().items() if role == "staff"}
        return staff & await self.handing.handovers.seats(shift.key) or staff

    async def _send(self, bot: Bot, shift: Shift) -> None:
        for question in await self.handing.handovers.questions(shift.key):
            if question.message is not None:
                continue
            if self.handing.register.role(question.chat) is None:
                await self.handing.handovers.drop(question)
                continue
            words = await self.handing.words(shift)
            try:
                message = await bot.send_message(question.chat, words.text, reply_markup=words.buttons)
            except (Forbidden, BadRequest) as refusal:
                LOG.warning("Somebody could not be asked about a shift: %s", refusal)
                await self.handing.handovers.drop(question)
            except self.uncertain as error:
                # Asking again and again would be worse than a question whose message nobody can find again.
                LOG.warning("Nobody can know whether the question about a shift was sent: %s", error)
                await self.handing.handovers.sent(question, NOWHERE)
            except TelegramError as error:
                LOG.warning("The question about a shift was not sent, and will be: %s", error)
            else:
                await self.handing.handovers.sent(question, message.message_id)

    async def _take_away(self, bot: Bot, key: str) -> None:
        for question in await self.handing.handovers.questions(key):
            try:
                await self._remove(bot, question)
            except (BadRequest, Forbidden) as refusal:
                LOG.warning("A question about a shift long past could not be taken away: %s", refusal)
            except TelegramError as error:
                LOG.warning("A question about a shift long past will be taken away later: %s", error)
                return
        await self.handing.handovers.close(key)

    async def _remove(self, bot: Bot, question: Question) -> None:
        if not question.message:
            return
        try:
            await bot.delete_message(question.chat, question.message)
        except BadRequest:  # Telegram lets nobody delete what is older than two days.
            text = self.handing.register.language.text("The shift was not answered.")
            await bot.edit_message_text(text, chat_id=question.chat, message_id=question.message)
