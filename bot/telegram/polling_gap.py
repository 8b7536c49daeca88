"""Gaps in polling: the updates that the first poll after one brings may have waited."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from storage.database.connection import DatabaseFault
from storage.database.last_poll import LastPoll
from storage.hour import Hour

LOG = logging.getLogger(__name__)
NOTED_EVERY = timedelta(minutes=1)


class PollingGap:
    """Keeps the time of the last successful poll, in memory and once a minute on disk."""

    def __init__(self, polling: LastPoll, clock: Callable[[], datetime], longest: timedelta) -> None:
        """Read the local time from ``clock``; polls further apart than ``longest`` have a gap between them."""
        self._polling = polling
        self._clock = clock
        self._longest = longest
        self._last: datetime | None = None
        self._noted: datetime | None = None

    async def load(self) -> None:
        """Take the last run's last poll for the latest; in the very first run, now."""
        last = await self._polling.read()
        if last is None:
            await self.polled()
        else:
            self._last = self._noted = last.astimezone(self._clock().tzinfo)

    def since(self) -> Hour | None:
        """Return the hour of the last poll if that is long ago, else None."""
        if self._last is None or _elapsed(self._last, self._clock()) < self._longest:
            return None
        return Hour.of(self._last)

    async def polled(self) -> None:
        """Note that a poll has just succeeded."""
        self._last = self._clock()
        if self._noted is not None and _elapsed(self._noted, self._last) < NOTED_EVERY:
            return
        self._noted = self._last
        try:
            await self._polling.keep(self._last)
        except DatabaseFault as fault:
            LOG.error("The time of the last poll was not noted: %s", fault)  # noqa: TRY400 - the sentence says it


def _elapsed(since: datetime, until: datetime) -> timedelta:
    """Return the time gone by; within one zone, Python subtracts what the clock on the wall shows."""
    return until.astimezone(UTC) - since.astimezone(UTC)


class Backlog:
    """The updates being handled that were found after a gap in polling, and since when they may have waited."""

    def __init__(self) -> None:
        """Begin with none."""
        self._since: dict[int, Hour] = {}

    def found(self, update: int, since: Hour) -> None:
        """Note that the update may have waited since that hour."""
        self._since[update] = since

    def done(self, update: int) -> None:
        """Forget the update."""
        self._since.pop(update, None)

    def since(self, update: int) -> Hour | None:
        """Return since when the update may have waited, or None if it has just come."""
        return self._since.get(update)
