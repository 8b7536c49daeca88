"""How far somebody sees: leaders up to today, staff only whole months that are over.

Otherwise asking before and after one call would show what that call was.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from reports.analysis.period import Period
from storage.people.staff import Role


@dataclass(frozen=True)
class Visibility:
    """What somebody may see ``today``: nothing after the day ``last``."""

    today: date
    last: date

    @classmethod
    def of(cls, role: Role | None, today: date) -> Self:
        """Return what a role may see."""
        if role in {"leader", "administrator"}:
            return cls(today, today)
        return cls(today, today.replace(day=1) - timedelta(days=1))

    def nearest(self, period: Period) -> Period:
        """Return the period, or the latest one of its kind that may be seen."""
        return period if period.first <= self.last else Period.containing(self.last, period.kind)

    def as_of(self, period: Period) -> date:
        """Return today for a period that is over, else the last day that may be seen."""
        return self.today if period.days.last <= self.last else self.last
