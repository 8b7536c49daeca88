"""Mending what a clock that was wrong has left behind, and telling the administrators."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.administrators import Administrators
from handlers.operations.clock_words import mended_lines
from handlers.view import View
from reports.words.language import Language
from storage.operations.spoilt_times import SpoiltTimes

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class ClockMending:
    """Brings times in the future back, and lets the stores that remember such times ``reload`` them.

    Who has not used a seat for ``warned_after`` days is warned that it lapses.
    """

    spoilt: SpoiltTimes
    reload: Sequence[Callable[[], Awaitable[None]]]
    administrators: Administrators
    language: Language
    warned_after: int

    async def mend(self, now: datetime) -> None:
        """Mend what lies after ``now``, which can be trusted. Raises a `DatabaseFault`."""
        mended = await self.spoilt.mend(now, warned_after=self.warned_after)
        if mended.periods or mended.times:
            for load in self.reload:
                await load()
            LOG.warning(
                "A wrong clock had left behind: reports not due: %s; other times to come: %d; all are set right",
                ", ".join(mended.periods) or "none",
                mended.times,
            )
        if lines := mended_lines(mended, self.language):
            await self.administrators.tell(View("\n".join(lines)))
