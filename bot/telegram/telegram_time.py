"""The time as Telegram tells it: in the head of every answer."""

import asyncio
import logging
from dataclasses import dataclass

from telegram.error import TelegramError

from bot.telegram.bot_api import BotApi
from bot.telegram.date_headers import DateHeaders
from handlers.operations.watched_clock import Reading

LOG = logging.getLogger(__name__)
ASKED_SECONDS = 5.0


@dataclass(frozen=True)
class TelegramTime:
    """The world's time, by the answers of the Bot API."""

    dates: DateHeaders
    api: BotApi
    source = "Telegram"

    @property
    def latest(self) -> Reading | None:
        """What Telegram's latest answer told."""
        return self.dates.latest

    async def ask(self) -> None:
        """Ask Telegram something small, for the sake of the date."""
        try:
            async with asyncio.timeout(ASKED_SECONDS):
                await self.api.do("getMe", {})
        except (TelegramError, TimeoutError) as error:
            LOG.warning("Telegram could not be asked what time it is: %s", str(error) or type(error).__name__)
