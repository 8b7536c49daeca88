"""The dates in the heads of Telegram's answers."""

from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime

from handlers.operations.watched_clock import Reading

PROMPT_SECONDS = 120.0
"""What took longer may have waited in this machine while the program stood still, and tells the time of then."""

POSSIBLE_YEARS = range(2000, 3000)
"""Others nobody means, and at the end of the calendar there are no seconds to add."""


class DateHeaders:
    """Keeps the latest `Date` of an answer as it came; it is read only where somebody asks for the time."""

    def __init__(self, since_boot: Callable[[], float]) -> None:
        """Count seconds by ``since_boot``."""
        self.since_boot = since_boot
        self._heard: tuple[bytes, float] | None = None
        self._read: tuple[tuple[bytes, float] | None, Reading | None] = (None, None)

    def heard(self, date: bytes, asked: float) -> None:
        """Keep the date of an answer that has just come to what was ``asked`` then."""
        now = self.since_boot()
        if now - asked <= PROMPT_SECONDS:
            self._heard = date, now

    @property
    def latest(self) -> Reading | None:
        """The latest date that could be read; None where there was none."""
        if self._heard is not self._read[0]:
            self._read = self._heard, _reading(self._heard) or self._read[1]
        return self._read[1]


def _reading(heard: tuple[bytes, float] | None) -> Reading | None:
    if heard is None:
        return None
    try:
        date = parsedate_to_datetime(heard[0].decode("ascii"))
        moment = date.replace(tzinfo=date.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Reading(moment, heard[1]) if moment.year in POSSIBLE_YEARS else None
