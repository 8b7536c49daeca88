"""A register's use: from when to when records were kept, and the gaps in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from reports.analysis.period import Days, Period

GAP = timedelta(days=60)
"""A register that so many days have passed in without a record was not in use in between."""

DAY = timedelta(days=1)

EDGE = 7
"""A month whose first or last record is so many days from its edge at most counts as whole."""


@dataclass(frozen=True)
class RegisterUse:
    """The stretches of days in which a register was in use, oldest first; the last may reach to today."""

    stretches: tuple[Days, ...] = ()

    @classmethod
    def of(cls, days: Sequence[date], today: date) -> Self:
        """Return the use of a register from days with a record, the first and last of each month at least."""
        stretches: list[list[date]] = []
        for day in days:
            if stretches and day - stretches[-1][-1] <= GAP:
                stretches[-1].append(day)
            else:
                stretches.append([day])
        return cls(tuple(_stretch(days[0], days[-1], today) for days in stretches))

    def touches(self, days: Days) -> bool:
        """Tell whether it was in use on any of the days."""
        return any(use.first < days.after and days.first < use.after for use in self.stretches)

    def covers(self, days: Days) -> bool:
        """Tell whether it was in use on all of the days."""
        return any(use.first <= days.first and days.after <= use.after for use in self.stretches)

    def is_whole(self, days: Days) -> bool:
        """Tell whether it was in use on all of the days, or on none of them."""
        return self.covers(days) or not self.touches(days)

    def began_in(self, days: Days) -> date | None:
        """Return the day within the days on which its use began; None where it did not."""
        first = self.stretches[0].first if self.stretches else None
        return first if first and days.first < first < days.after else None


def _stretch(first: date, last: date, today: date) -> Days:
    month = Period.containing(last, "month")
    begin = first.replace(day=1) if first.day <= EDGE else first
    after = month.after if (month.days.last - last).days < EDGE else last + DAY
    return Days(begin, max(after, today + DAY) if today - last < GAP else after)
