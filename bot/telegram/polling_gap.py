"""Gaps in polling: the updates that the first poll after one brings may have waited."""

import logging
from datetime import UTC, datetime, timedelta

from handlers.operations.watched_clock import WatchedClock
from storage.database.connection import DatabaseFault
from storage.database.last_poll import LastPoll
from storage.hour import Hour

LOG = logging.getLogger(__name__)
NOTED_EVERY = timedelta(minutes=1)
DOUBTFUL_HOURS = 3
"""So many hours back a call may have been that is registered while the time is an estimate."""


class PollingGap:
    """Keeps the time of the last successful poll, in memory and, by a trusted clock, once a minute on disk."""

    def __init__(self, polling: LastPoll, clock: WatchedClock, longest: timedelta) -> None:
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
        """Return the hour of the last poll if that is long ago, else None.

        While the time is but an estimate, what has just come may seem to have waited some hours.
        """
        now = self._clock()
        waited = self._last is not None and _elapsed(self._last, now) >= self._longest
        since = Hour.of(self._last) if self._last is not None and waited else None
        if self._clock.state in {"trusted", "unconfirmed"}:
            return since
        doubtful = Hour.of(now).earlier(DOUBTFUL_HOURS)
        return min(since, doubtful) if since else doubtful

    async def polled(self) -> None:
        """Note that a poll has just succeeded."""
        self._last = self._clock()
        if not self._clock.trusted:
            return
        if self._noted is not None and abs(_elapsed(self._noted, self._last)) < NOTED_EVERY:
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
