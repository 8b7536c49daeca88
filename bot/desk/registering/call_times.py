"""When a call can have been, as the page offers it: the latest hours, last night, and each day with its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.calls.call_time_buttons import MORNING, is_recent, latest_hours, night_hours
from handlers.calls.words import hour_span
from reports.words.language import Language, upper_first
from storage.hour import Hour
from storage.records.retention import LATE_DAYS


@dataclass(frozen=True)
class OfferedHour:
    """An hour to choose at once, and its label."""

    hour: Hour
    label: str


@dataclass(frozen=True)
class CallTimes:
    """The times that can be chosen for a call, seen from ``now``."""

    now: Hour
    language: Language

    @property
    def today(self) -> date:
        """The last day."""
        return self.now.day

    @property
    def yesterday(self) -> date:
        """The day before."""
        return self.now.day - timedelta(days=1)

    @property
    def first_day(self) -> date:
        """The first day."""
        return self.now.day - timedelta(days=LATE_DAYS)

    @property
    def latest(self) -> Sequence[OfferedHour]:
        """The hours of this day or night before the present one, the latest first."""
        return self._offered(latest_hours(self.now)[1:])

    @property
    def night(self) -> Sequence[OfferedHour]:
        """The hours of the night before this day."""
        return self._offered(night_hours(self.now)) if self.now.hour >= MORNING else []

    @property
    def hours(self) -> Sequence[OfferedHour]:
        """The hours of any day."""
        return [OfferedHour(hour, hour_span(hour)) for hour in (Hour(self.today, place) for place in range(24))]

    @property
    def days(self) -> Mapping[str, str]:
        """The words for each day, by its ISO date."""
        days = (self.now.day - timedelta(days=back) for back in range(LATE_DAYS + 1))
        return {day.isoformat(): upper_first(self.language.day(day)) for day in days}

    def _offered(self, hours: Sequence[Hour]) -> Sequence[OfferedHour]:
        return [OfferedHour(hour, hour_span(hour)) for hour in hours if is_recent(hour, self.now)]
