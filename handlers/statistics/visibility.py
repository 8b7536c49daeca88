"""How far somebody sees: leaders up to today, staff only whole months that are over.

Otherwise asking before and after one call would show what that call was.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from reports.analysis.period import Days, Period
from reports.words.language import Language
from reports.words.period_name import period_name
from storage.people.seat import Role


@dataclass(frozen=True)
class Visibility:
    """What somebody may see ``today``: nothing after the day ``last``, maybe ``only_months``."""

    today: date
    last: date
    only_months: bool

    @classmethod
    def of(cls, role: Role | None, today: date) -> Self:
        """Return what a role may see."""
        if role in {"leader", "administrator"}:
            return cls(today, today, only_months=False)
        return cls(today, today.replace(day=1) - timedelta(days=1), only_months=True)

    def nearest(self, period: Period) -> Period:
        """Return the period, or the most like it that may be seen: the latest of its kind, its whole months."""
        if period.kind == "days":
            return self._whole_months(period) if self.only_months else period
        return period if period.first <= self.last else Period.containing(self.last, period.kind)

    def _whole_months(self, period: Period) -> Period:
        after = min(Period.containing(period.days.last, "month").after, self.last + timedelta(days=1))
        first = Period.containing(period.first, "month").first
        return Period.of(Days(first, after)) if first < after else Period.containing(self.last, "month")

    def sees(self, period: Period) -> bool:
        """Tell whether all of a period, or all of it so far, may be seen."""
        return self.nearest(period) == period and min(period.days.last, self.today) <= self.last

    def as_of(self, period: Period) -> date:
        """Return today for a period that is over, else the last day that may be seen."""
        return self.today if period.days.last <= self.last else self.last


def shown_instead(asked: Period, shown: Period, language: Language) -> str:
    """Say that another period is shown than was asked for, and why."""
    return language.text(
        "You asked for {asked}. You see whole months that are over; this is {shown}.",
        asked=period_name(asked, language),
        shown=period_name(shown, language),
    )
