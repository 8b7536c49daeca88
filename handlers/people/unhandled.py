"""Answering what no use case handles: messages that are not taps, updates that cannot be read, and failures."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from handlers.conversation import Conversations, NotShown, Refused, Request
from handlers.view import View
from reports.words.language import Language
from storage.database.connection import DatabaseFault
from storage.fault import N_, Fault
from storage.people.staff import Role

LOG = logging.getLogger(__name__)
STRANGERS = logging.getLogger("strangers")
"""Where faults in what strangers send are counted; `keep_log` lets one line a minute through."""
SAVED = N_("The call is saved, but its receipt could not be shown. Do not register it again.")
UNKNOWN = N_(
    "Something went wrong, and it is noted. If it does not say “Saved” above, the call is not saved: try again."
)


@dataclass(frozen=True)
class Unhandled:
    """Answers those on the list; others get silence."""

    conversations: Conversations
    role: Callable[[int], Role | None]
    language: Language

    async def refuse(self, request: Request) -> None:
        """Delete a message that is no tap and no command, and say so; ask its sender to where that fails."""
        if self.role(request.seat) is None:
            return
        try:
            await request.conversation.remove(request.origin)
            text = N_("I only take taps on buttons. The message is deleted here and not saved.")
        except Refused:
            text = N_("I have not saved the message, but cannot delete it. Please delete it yourself.")
        await request.show(View(self.language.text(text)))

    async def apologise(self, seat: int) -> None:
        """Tell a seat that what it sent could not be read. Raises `NotShown`."""
        text = self.language.text("That could not be read. Nothing is saved; try again.")
        await self.conversations.in_private(seat).show(View(text))

    async def tell_failure(self, request: Request, error: Exception, *, saved: bool = False) -> None:
        """Log the error, and tell whoever wrote or tapped, if that can be shown; or that the call is ``saved``.

        Of those who are not on the list only how many failed is logged, since anybody can write to a bot.
        """
        if self.role(request.seat) is None:
            STRANGERS.warning("An update of somebody who is not on the list failed: %s", type(error).__name__)
            return
        LOG.error("An update failed: %s", error, exc_info=None if isinstance(error, Fault) else error)
        try:
            await request.show(View(self._sentence(error, saved=saved)))
        except NotShown as refusal:
            LOG.error("The person could not be told: %s", refusal)  # noqa: TRY400 - the sentence says it all

    def _sentence(self, error: Exception, *, saved: bool) -> str:
        text = self.language.text
        if saved:
            return text(SAVED)
        sentence = error.sentence(text) if isinstance(error, Fault) else text(UNKNOWN)
        # A transaction is kept whole or not at all; a failure to read may follow one that was kept.
        if not (isinstance(error, DatabaseFault) and error.writing):
            return sentence
        nothing = text("Nothing is changed.")
        return f"{sentence} {nothing}"
