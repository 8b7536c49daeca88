"""Answering what no use case handles: messages that are not taps, updates that cannot be read, and failures."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from handlers.calls.registration import NOT_KNOWN
from handlers.commands import HELP
from handlers.conversation import Conversations, NotShown, Request
from handlers.operations.failed_saves import ADMINISTRATORS_TOLD, FailedSaves
from handlers.refusals import Refusals
from handlers.view import View
from reports.words.language import Language
from storage.database.connection import DatabaseFault
from storage.fault import N_, Fault
from storage.people.seat import Role

LOG = logging.getLogger(__name__)
STRANGERS = logging.getLogger("strangers")
"""Where faults in what strangers send are counted; `keep_log` lets one line a minute through."""
SAVED = N_("The call is saved, but its receipt could not be shown. Do not register it again.")
NO_COMMAND = N_("I understand only the buttons and a few commands: {help} shows them.")
UNKNOWN_COMMAND = N_("I do not know that command: {help} shows those I know.")
UNKNOWN = N_(
    "Something went wrong, and it is noted. If it does not say “Saved” above, the call is not saved: try again."
)


@dataclass(frozen=True)
class Unhandled:
    """Answers those on the list; others get silence."""

    conversations: Conversations
    role: Callable[[int], Role | None]
    refusals: Refusals
    language: Language
    failures: FailedSaves

    async def refuse(self, request: Request, *, command: bool = False) -> None:
        """Refuse a message that is no tap and no known ``command``."""
        if self.role(request.seat) is not None:
            reason = UNKNOWN_COMMAND if command else NO_COMMAND
            await self.refusals.refuse(request, self._naming_help(reason))

    async def pass_over(self, request: Request) -> None:
        """Refuse the words after a command that needs none."""
        if self.role(request.seat) is not None:
            await self.refusals.refuse(request, self.language.text("The command needs no words after it."))

    def _naming_help(self, reason: str) -> str:
        return self.language.text(reason, help=f"/{HELP.name(self.language.code)}")

    async def apologise(self, seat: int) -> None:
        """Tell a seat that what it sent could not be read. Raises `NotShown`."""
        text = self.language.text("That could not be read. Nothing is saved; try again.")
        await self.conversations.in_private(seat).show(View(text))

    async def tell_failure(self, request: Request, error: Exception, *, saved: bool | None = False) -> None:
        """Log the error, and tell whoever wrote or tapped, if that can be shown; or that the call is ``saved``.

        Where ``saved`` is None, nobody knows yet whether it is.
        Of those who are not on the list only how many failed is logged, since anybody can write to a bot.
        """
        if self.role(request.seat) is None:
            STRANGERS.warning("An update of somebody who is not on the list failed: %s", type(error).__name__)
            return
        # The message of an unforeseen error may hold what the person wrote.
        known = isinstance(error, Fault)
        LOG.error(
            "An update failed: %s", error if known else type(error).__name__, exc_info=None if known else error
        )
        sentence = self._sentence(error, saved=saved)
        if isinstance(error, DatabaseFault) and error.writing and await self.failures.tell(error):
            sentence = f"{sentence} {self.language.text(ADMINISTRATORS_TOLD)}"
        try:
            # Whoever taps on while this waits has the next call in hand, which it must not seem to be about.
            await request.show(View(sentence, about=request.origin))
        except NotShown as refusal:
            LOG.error("The person could not be told: %s", refusal)  # noqa: TRY400 - the sentence says it all

    def _sentence(self, error: Exception, *, saved: bool | None) -> str:
        text = self.language.text
        if saved is None:
            return text(NOT_KNOWN)
        if saved:
            return text(SAVED)
        sentence = error.sentence(text) if isinstance(error, Fault) else text(UNKNOWN)
        # A transaction is kept whole or not at all; a failure to read may follow one that was kept.
        if not (isinstance(error, DatabaseFault) and error.writing):
            return sentence
        nothing = text("Nothing is changed.")
        return f"{sentence} {nothing}"
