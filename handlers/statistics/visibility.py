"""How far somebody sees: leaders up to today, staff whole, closed months only.

Asking before and after one call would otherwise show what that call was.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from reports.analysis.period import Period
from storage.people.staff import Role


@dataclass(frozen=True)
class Visibility:
    """Somebody's view on ``today``: nothing after the day ``last`` is shown."""

    today: date
    last: date

    @classmethod
    def of(cls, role: Role | None, today: date) -> Self:
        """Return what a role may see."""
        if role in {"leader", "administrator"}:
            return cls(today, today)
        return cls(today, today.replace(day=1) - timedelta(days=1))

    def nearest(self, period: Period) -> Period:
        """Return the period, or the latest of its kind whose figures may be seen."""
        return period if period.first <= self.last else Period.containing(self.last, period.kind)

    def as_of(self, period: Period) -> date:
        """Return the day to look at the period from: today where it is over, else the last that may be seen."""
        return self.today if period.days.last <= self.last else self.last
