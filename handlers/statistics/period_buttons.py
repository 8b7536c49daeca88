"""Buttons to other periods: around the one shown, longer and shorter ones, and a choice among those of a year."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from handlers.statistics.visibility import Visibility
from handlers.tap.actions import ChoosePeriod, OpenPeriod, ShowPeriod, TurnYear
from handlers.view import Button, View, in_rows
from reports.analysis.period import Kind, Period
from reports.words.language import Language, upper_first
from reports.words.period_name import period_name
from storage.fault import N_
from storage.forms.form import Form

KINDS: dict[Kind, str] = {"month": N_("Month"), "tertial": N_("Tertial"), "year": N_("Year")}


@dataclass(frozen=True)
class PeriodButtons:
    """Leads to the periods of a form that may be seen and of which anything is known.

    Those are the months from ``since`` on, if there is any record, and what was ``typed`` in from earlier reports.
    """

    form: Form
    visibility: Visibility
    since: Period | None
    typed: Collection[Period]
    language: Language

    def nothing_known(self, period: Period) -> View | None:
        """Say that a period is before everything that is known; None where it is not."""
        text = self.nothing_said(period)
        return View(text, [[self._another(Period.containing(self.visibility.last, "year"))]]) if text else None

    def nothing_said(self, period: Period) -> str:
        """Say that a period is before everything that is known; nothing where it is not."""
        if self.since is None or self._is_seen(period) or any(typed.first in period.days for typed in self.typed):
            return ""
        return self.language.text(
            "Nothing is known of {period}. The first registered call is from {month}.",
            period=period_name(period, self.language),
            month=period_name(self.since, self.language),
        )

    def rows(self, period: Period) -> Iterator[Sequence[Button]]:
        """Yield the rows under a picture of a period."""
        if around := list(self._around(period)):
            yield around
        yield [
            Button(self.language.text(KINDS[kind]), ShowPeriod(self.form, other))
            for kind, other in self.of_kinds(period)
            if kind != period.kind
        ]
        yield [self._another(period.within("year"))]

    def of_kinds(self, period: Period) -> Iterator[tuple[Kind, Period]]:
        """Give the month, the tertial and the year that hold the last day of a period that may be seen."""
        last = min(period.days.last, max(self.visibility.last, period.first))
        yield from ((kind, Period.containing(last, kind)) for kind in KINDS)

    def _another(self, year: Period) -> Button:
        return Button(self.language.text("Another period"), ChoosePeriod(self.form, year))

    def _around(self, period: Period) -> Iterator[Button]:
        if earlier := self.earlier(period):
            yield Button(f"‹ {self._name(earlier)}", ShowPeriod(self.form, earlier))
        if later := self.later(period):
            yield Button(f"{self._name(later)} ›", ShowPeriod(self.form, later))

    def choice(self, year: Period) -> View:
        """Ask which of a year's periods to show; other years are a tap away."""
        text, form = self.language.text, self.form
        months, tertials = self.of_year(year, "month"), self.of_year(year, "tertial")
        rows: list[Sequence[Button]] = [
            *in_rows(Button(self.short(period), OpenPeriod(form, period)) for period in months),
            *in_rows(Button(self.short(period), OpenPeriod(form, period)) for period in tertials),
            [Button(text("All of {year}", year=year.name), OpenPeriod(form, year))],
        ]
        around = [
            Button(label.format(year.name), TurnYear(form, year))
            for label, year in (("‹ {}", self.earlier(year)), ("{} ›", self.later(year)))
            if year
        ]
        return View(text("Which period?"), [*rows, *([around] if around else [])])

    def short(self, period: Period) -> str:
        """Name a month or a tertial without its year."""
        if period.kind == "month":
            return upper_first(self.language.month(period.name, year=False))
        return self.language.text("Tertial {n}", n=period.number)

    def of_year(self, year: Period, kind: Kind) -> list[Period]:
        """Return the periods of a kind in a year that may be seen."""
        return [period for period in self._within(year, kind) if self._is_seen(period)]

    def _within(self, year: Period, kind: Kind) -> Iterator[Period]:
        period = Period(kind, year.first)
        while period.first in year.days:
            yield period
            period = period.later

    def _is_seen(self, period: Period) -> bool:
        known = period in self.typed or (self.since is not None and period.after > self.since.first)
        return known and period.first <= self.visibility.last

    def earlier(self, period: Period) -> Period | None:
        """Return the period before this one of which anything is known; of a stretch, the same a year before."""
        if period.kind == "days":
            same = period.a_year_before
            return same if self._is_seen(same) else None
        before = [other for other in self.typed if other.kind == period.kind and other.first < period.first]
        if self._is_seen(period.earlier):
            before.append(period.earlier)
        return max(before, key=lambda other: other.first, default=None)

    def later(self, period: Period) -> Period | None:
        """Return the period after this one of which anything is known, and may be seen; none of a stretch."""
        if period.kind == "days":
            return None
        after = [other for other in self.typed if other.kind == period.kind and other.first > period.first]
        if self.since is not None:
            after.append(max(period.later, self.since.within(period.kind), key=lambda other: other.first))
        later = min(after, key=lambda other: other.first, default=None)
        return later if later and later.first <= self.visibility.last else None

    def _name(self, period: Period) -> str:
        return upper_first(period_name(period, self.language))
