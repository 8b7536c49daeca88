"""Periods: the months, quarters, tertials and years that everything is counted by, and other stretches of days.

All stretches are half-open: the first day belongs to them, the day ``after`` does not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self, get_args

from storage.fault import N_, Fault

Kind = Literal["month", "quarter", "tertial", "year"]

KINDS: tuple[Kind, ...] = get_args(Kind)
MONTHS_IN: Mapping[str, int] = {"month": 1, "quarter": 3, "tertial": 4, "year": 12}
YEARS = range(1900, 2200)
NAME = re.compile(r"(\d{4})(?:-(?:(?P<month>\d{2})|T(?P<tertial>[1-3])|Q(?P<quarter>[1-4])))?", re.ASCII)
STRETCH = re.compile(r"(\d{4}-\d{2}-\d{2})--(\d{4}-\d{2}-\d{2})", re.ASCII)


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
    def is_of_whole_months(self) -> bool:
        """Whether it begins and ends with a month."""
        return self.first.day == 1 and self.after.day == 1

    @property
    def is_longer_than_a_year(self) -> bool:
        """Whether it has a day twice."""
        return _a_year_before(self.after) > self.first

    @property
    def a_year_before(self) -> "Days":
        """The same days of the year before; a stretch that ends with February ends with February there too."""
        return Days(_a_year_before(self.first, leap_day=(2, 28)), _a_year_before(self.after))


@dataclass(frozen=True)
class Period:
    """A month, a quarter, a tertial (four months), a year, or any stretch of ``days``. ``first`` is its first day.

    Only a stretch says how far it reaches: ``until`` the first day that no longer belongs to it.
    """

    kind: Kind | Literal["days"]
    first: date
    until: date | None = None

    @classmethod
    def containing(cls, day: date, kind: Kind) -> Self:
        """Return the period of this kind that ``day`` falls in."""
        months = MONTHS_IN[kind]
        return cls(kind, date(day.year, (day.month - 1) // months * months + 1, 1))

    @classmethod
    def of(cls, days: Days) -> Self:
        """Return the period that has just these days: a month or longer one where there is one, else a stretch."""
        for kind in KINDS:
            period = cls.containing(days.first, kind)
            if period.days == days:
                return period
        return cls("days", days.first, days.after)

    @classmethod
    def named(cls, name: str) -> Self:
        """Read what `name` writes; raise `NotAPeriod` for everything else."""
        try:
            if stretch := STRETCH.fullmatch(name):
                return cls._stretch(*map(date.fromisoformat, stretch.groups()))
            return cls._regular(name)
        except ValueError:  # no such day or month
            raise NotAPeriod(N_("A period is written 2016, 2016-07 or 2016-T2.")) from None

    @classmethod
    def _stretch(cls, first: date, last: date) -> Self:
        if not (first <= last and first.year in YEARS and last.year in YEARS):
            raise ValueError
        return cls.of(Days(first, last + timedelta(days=1)))

    @classmethod
    def _regular(cls, name: str) -> Self:
        match = NAME.fullmatch(name)
        if match is None or int(match[1]) not in YEARS:
            raise ValueError
        year, number = int(match[1]), int(match["month"] or match["tertial"] or match["quarter"] or 1)
        kinds: dict[str, Kind] = {"month": "month", "tertial": "tertial", "quarter": "quarter"}
        kind = kinds.get(match.lastgroup or "", "year")
        return cls(kind, date(year, (number - 1) * MONTHS_IN[kind] + 1, 1))

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Its name: `2016-07`, `2016-Q3`, `2016-T2`, `2016` or `2016-03-01--2016-04-15`."""
        if self.kind == "days":
            return f"{self.first.isoformat()}--{self.days.last.isoformat()}"
        if self.kind in {"tertial", "quarter"}:
            return f"{self.first.year}-{self.kind[0].upper()}{self.number}"
        return self.first.isoformat()[: 7 if self.kind == "month" else 4]

    @property
    def number(self) -> int:
        """Its place among the periods of its kind in the year, from 1."""
        return (self.first.month - 1) // MONTHS_IN[self.kind] + 1

    @property
    def after(self) -> date:
        """The first day that no longer belongs to it."""
        if self.until is not None:
            return self.until
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
        """The period of the same kind just before, or as many days."""
        if self.kind == "days":
            return self.of(Days(self.first - timedelta(days=self.days.count), self.first))
        return self.containing(self.first - timedelta(days=1), self.kind)

    @property
    def later(self) -> Self:
        """The period of the same kind just after, or as many days."""
        if self.kind == "days":
            return self.of(Days(self.after, self.after + timedelta(days=self.days.count)))
        return type(self)(self.kind, self.after)

    @property
    def a_year_before(self) -> Self:
        """The same period of the year before."""
        if self.until is not None:
            return self.of(self.days.a_year_before)
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


def _a_year_before(day: date, leap_day: tuple[int, int] = (3, 1)) -> date:
    """Return the same day a year before, or the ``leap_day``: as an end, 1 March keeps 28 February in it."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, *leap_day)
