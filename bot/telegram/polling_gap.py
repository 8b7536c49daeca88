"""Noticing a gap in polling: what the first poll after one brings may have waited."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from storage.database.connection import DatabaseFault
from storage.database.last_poll import Polling
from storage.hour import Hour

LOG = logging.getLogger(__name__)
NOTED_EVERY = timedelta(minutes=1)


class Gap:
    """Keeps the moment of the last poll that came through, in memory and now and then on disk."""

    def __init__(self, polling: Polling, clock: Callable[[], datetime], longest: timedelta) -> None:
        """Read the local time from ``clock``; polls further apart than ``longest`` have a gap between them."""
        self._polling = polling
        self._clock = clock
        self._longest = longest
        self._last: datetime | None = None
        self._noted: datetime | None = None

    async def load(self) -> None:
        """Begin where the last run of the bot ended, the first run of all begins now."""
        last = await self._polling.last_seen()
        if last is None:
            await self.polled()
        else:
            self._last = self._noted = last.astimezone(self._clock().tzinfo)

    def since(self) -> Hour | None:
        """Return the hour of the last poll where it is long ago, else None."""
        if self._last is None or self._clock() - self._last < self._longest:
            return None
        return Hour.of(self._last)

    async def polled(self) -> None:
        """Note that a poll came through just now."""
        self._last = self._clock()
        if self._noted is not None and self._last - self._noted < NOTED_EVERY:
            return
        self._noted = self._last
        try:
            await self._polling.seen(self._last)
        except DatabaseFault as fault:
            LOG.error("The time of the last poll was not noted: %s", fault)  # noqa: TRY400 - the sentence says it
