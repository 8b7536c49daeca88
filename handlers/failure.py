"""The one place that turns a failure into a log entry and a kind sentence."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from reports.language import Language
from storage.database import DatabaseFault
from storage.fault import N_, Fault
from storage.staff import Role

LOG = logging.getLogger(__name__)
UNKNOWN = N_(
    "Something went wrong, and it is noted. If it does not say “Saved” above, the call is not saved: try again."
)


@dataclass(frozen=True)
class Failure:
    """Tells the log and the person what went wrong."""

    language: Language
    role: Callable[[int], Role | None]

    async def apologise(self, bot: Bot, seat: int) -> None:
        """Tell a seat that what it sent could not be read."""
        await bot.send_message(seat, self.language.text("That could not be read. Nothing is saved; try again."))

    def _sentence(self, error: Exception | None) -> str:
        said = error.sentence(self.language.text) if isinstance(error, Fault) else self.language.text(UNKNOWN)
        # A transaction keeps all of itself or nothing; what fails to be read may follow one that was kept.
        nothing = self.language.text("Nothing is changed.")
        if isinstance(error, DatabaseFault) and error.writing:
            return f"{said} {nothing}"
        return said

    async def tell(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Note the error; answer whoever wrote or tapped, where Telegram lets us."""
        error = context.error
        LOG.error("An update failed: %s", error, exc_info=None if isinstance(error, Fault) else error)
        if not isinstance(update, Update) or update.effective_chat is None or update.effective_user is None:
            return
        if self.role(update.effective_user.id) is None:
            return
        text = self._sentence(error)
        try:
            await context.bot.send_message(update.effective_chat.id, text)
        except TelegramError as refusal:
            LOG.error("The person could not be told: %s", refusal)  # noqa: TRY400 - the sentence says it all
