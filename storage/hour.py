"""Local civil time to the hour, the most exact time that is ever kept: `2016-07-14T23`."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from storage.fault import N_, Fault

EARLIEST = date(1970, 1, 1)
"""The earliest day accepted in a file of records or calls."""


class NotAnHour(Fault):
    """A text is neither an hour nor a day."""


@dataclass(frozen=True, order=True)
class Hour:
    """One hour on the centre's wall clock. The hour that autumn repeats is counted as one."""

    day: date
    hour: int

    @classmethod
    def of(cls, moment: datetime) -> Self:
        """Return the hour of a local moment."""
        return cls(moment.date(), moment.hour)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2016-07-14T23`; raise `NotAnHour` for everything else."""
        with suppress(ValueError):
            hour = cls.of(datetime.fromisoformat(text))
            if str(hour) == text:
                return hour
        raise NotAnHour(N_("“{text}” is not an hour such as 2016-07-14T23."), text=text)

    def earlier(self, hours: int) -> Self:
        """Return the hour that is ``hours`` earlier."""
        return type(self).of(self.start - timedelta(hours=hours))

    @property
    def start(self) -> datetime:
        """The moment it begins, without a zone."""
        return datetime(self.day.year, self.day.month, self.day.day, self.hour)  # noqa: DTZ001 - the same

    def __str__(self) -> str:
        return f"{self.day.isoformat()}T{self.hour:02}"
