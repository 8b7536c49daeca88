"""The one place that turns a failure into a log entry and a kind sentence."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from handlers.conversation import Conversations, NotShown
from handlers.request import Request
from handlers.view import View
from reports.language import Language
from storage.database.connection import DatabaseFault
from storage.fault import N_, Fault
from storage.people.staff import Role

LOG = logging.getLogger(__name__)
UNKNOWN = N_(
    "Something went wrong, and it is noted. If it does not say “Saved” above, the call is not saved: try again."
)


@dataclass(frozen=True)
class Failure:
    """Tells the log and the person what went wrong."""

    conversations: Conversations
    language: Language
    role: Callable[[int], Role | None]

    async def apologise(self, seat: int) -> None:
        """Tell a seat that what it sent could not be read. Raises `NotShown`."""
        text = self.language.text("That could not be read. Nothing is saved; try again.")
        await self.conversations.alone_with(seat).show(View(text))

    def _sentence(self, error: Exception | None) -> str:
        said = error.sentence(self.language.text) if isinstance(error, Fault) else self.language.text(UNKNOWN)
        # A transaction keeps all of itself or nothing; what fails to be read may follow one that was kept.
        nothing = self.language.text("Nothing is changed.")
        if isinstance(error, DatabaseFault) and error.writing:
            return f"{said} {nothing}"
        return said

    async def tell(self, request: Request | None, error: Exception | None) -> None:
        """Note the error; answer whoever wrote or tapped, if it is known who and the front end lets us."""
        LOG.error("An update failed: %s", error, exc_info=None if isinstance(error, Fault) else error)
        if request is None or self.role(request.seat) is None:
            return
        try:
            await request.show(View(self._sentence(error)))
        except NotShown as refusal:
            LOG.error("The person could not be told: %s", refusal)  # noqa: TRY400 - the sentence says it all
