"""Periods: the months, tertials and years that everything is counted by.

All stretches are half-open: the first day belongs to them, the day ``after`` does not.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from storage.fault import N_, Fault

Kind = Literal["month", "tertial", "year"]

MONTHS_IN: dict[Kind, int] = {"month": 1, "tertial": 4, "year": 12}
YEARS = range(1900, 2200)
NAME = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})|T(?P<tertial>[1-3])))?", re.ASCII)


class NotAPeriod(Fault):
    """A text names no period."""


@dataclass(frozen=True)
class Days:
    """A half-open stretch of local days."""

    first: date
    after: date

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.after - timedelta(days=1)

    @property
    def count(self) -> int:
        """How many days it has."""
        return (self.after - self.first).days

    @property
    def months(self) -> tuple[str, ...]:
        """The months it touches in order, as `2016-07`."""
        first, last = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        return tuple(f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1))

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.after

    @property
    def a_year_before(self) -> "Days":
        """The same days of the year before; a stretch that ends with February ends with February there too."""
        return Days(_a_year_before(self.first), _a_year_before(self.after))


@dataclass(frozen=True)
class Period:
    """A month, a tertial (four months) or a year. ``first`` is its first day."""

    kind: Kind
    first: date

    @classmethod
    def containing(cls, day: date, kind: Kind) -> Self:
        """Return the period of this kind that ``day`` falls in."""
        months = MONTHS_IN[kind]
        return cls(kind, date(day.year, (day.month - 1) // months * months + 1, 1))

    @classmethod
    def named(cls, name: str) -> Self:
        """Read `2016`, `2016-07` or `2016-T2`; raise `NotAPeriod` for everything else."""
        match = NAME.fullmatch(name)
        year, month, tertial = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
        if year not in YEARS or month > MONTHS_IN["year"] or (match and match["month"] == "00"):
            raise NotAPeriod(N_("A period is written 2016, 2016-07 or 2016-T2."))
        if tertial:
            return cls("tertial", date(year, tertial * 4 - 3, 1))
        return cls("month", date(year, month, 1)) if month else cls("year", date(year, 1, 1))

    @property
    def name(self) -> str:
        """Its name: `2016-07`, `2016-T2` or `2016`."""
        if self.kind == "tertial":
            return f"{self.first.year}-T{self.tertial}"
        return self.first.isoformat()[: 7 if self.kind == "month" else 4]

    @property
    def tertial(self) -> int:
        """The number, 1 to 3, of the tertial that its first day falls in."""
        return (self.first.month - 1) // 4 + 1

    @property
    def after(self) -> date:
        """The first day that no longer belongs to it."""
        months = self.first.month - 1 + MONTHS_IN[self.kind]
        return date(self.first.year + months // 12, months % 12 + 1, 1)

    @property
    def days(self) -> Days:
        """All its days."""
        return Days(self.first, self.after)

    @property
    def months(self) -> tuple[str, ...]:
        """Its months in order, as `2016-07`."""
        return self.days.months

    @property
    def earlier(self) -> Self:
        """The period of the same kind just before."""
        return self.containing(self.first - timedelta(days=1), self.kind)

    @property
    def later(self) -> Self:
        """The period of the same kind just after."""
        return type(self)(self.kind, self.after)

    @property
    def a_year_before(self) -> Self:
        """The same period of the year before."""
        return type(self)(self.kind, _a_year_before(self.first))

    def within(self, kind: Kind) -> Self:
        """Return the period of another kind that holds its last day."""
        return self.containing(self.days.last, kind)

    def running(self, today: date) -> bool:
        """Tell whether ``today`` falls in it, so that it is not over."""
        return today in self.days

    def so_far(self, today: date) -> Days:
        """Return its days up to and including ``today``, or all of them where it is not running.

        Compare with the stretch ``a_year_before`` of what is returned, never with the whole period.
        """
        return Days(self.first, today + timedelta(days=1)) if self.running(today) else self.days


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February; as the end of a stretch, 1 March keeps 28 February in it
        return date(day.year - 1, 3, 1)
