"""Buttons to choose when a call was: the latest hours, last night, yesterday, or a day of the last 31."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.calls.words import hour_label, hour_span
from handlers.tap.form_tap import AT, CANCEL, DAY, DAYS, NIGHT, WHEN, FormState, FormTap
from handlers.view import Button, Rows, View, in_rows
from reports.words.language import Language
from storage.fault import N_
from storage.hour import Hour
from storage.records.retention import LATE_DAYS
from storage.shifts.shift import Shift, Shifts

MORNING, EVENING = 7, 22
"""The hours at which night ends and begins."""
HOURS_OFFERED = 24


@dataclass(frozen=True)
class CallTimeButtons:
    """The buttons of one choice of time, for the record or the fresh form of ``tap``.

    ``leaving`` tells whether a call of this hour belongs to the shift that is about to end. An hour, which moves a
    kept call, never stands in the three lowest rows, where the choices that lead to hours stand.
    """

    tap: FormTap
    now: Hour
    leaving: bool
    language: Language

    @property
    def rows(self) -> Rows:
        """The rows of the choice that the tap asks for."""
        choices = {WHEN: self._latest, NIGHT: self._night, DAYS: self._days, DAY: self._day}
        return list(choices[str(self.tap.press)]())

    def _hours(self, hours: Iterable[Hour]) -> Iterator[Sequence[Button]]:
        """Yield rows of hours to choose from, without those to come and those long past."""
        return in_rows(self._hour(hour) for hour in hours if is_recent(hour, self.now))

    def _latest(self) -> Iterator[Sequence[Button]]:
        yield from self._hours(latest_hours(self.now))
        night_before = [self._choice(N_("Last night"), NIGHT)] if self.now.hour >= MORNING else []
        yield [*night_before, self._yesterday]
        yield [self._choice(N_("Another day"), DAYS)]
        yield [self._choice(N_("‹ Back"), AT)]

    def _night(self) -> Iterator[Sequence[Button]]:
        yield from self._hours(night_hours(self.now))
        yield [self._yesterday]
        yield from self._below()

    def _days(self) -> Iterator[Sequence[Button]]:
        days = (self.now.day - timedelta(days=back) for back in range(2, LATE_DAYS))
        yield from in_rows(self._on(day, "{day}") for day in days)
        yield [self._choice(N_("‹ Back"), WHEN)]

    def _day(self) -> Iterator[Sequence[Button]]:
        day = self.tap.state.hour.day if self.tap.state.hour else self.now.day
        yield from self._hours(Hour(day, hour) for hour in range(24))
        yield list(self._around(day))
        yield from self._below()

    def _around(self, day: date) -> Iterator[Button]:
        earlier, later = day - timedelta(days=1), day + timedelta(days=1)
        if earlier > self.now.day - timedelta(days=LATE_DAYS):
            yield self._on(earlier, "‹ {day}")
        if later <= self.now.day:
            yield self._on(later, "{day} ›")

    @property
    def _yesterday(self) -> Button:
        return self._choice(N_("Yesterday"), DAY, Hour(self.now.day - timedelta(days=1), 0))

    def _below(self) -> Iterator[Sequence[Button]]:
        yield [self._choice(N_("Another day"), DAYS)]
        yield [self._choice(N_("‹ Back"), WHEN)]

    def _on(self, day: date, label: str) -> Button:
        return self._button(label.format(day=self.language.day_short(day)), DAY, Hour(day, 0))

    def _hour(self, hour: Hour) -> Button:
        label = hour_span(hour) if self.tap.press == DAY else hour_label(hour, self.now, self.language)
        # In a past hour, nobody knows on which side of the handover the call was: it goes to the earlier shift.
        return self._button(label, AT, hour, leaving=self.leaving if hour == self.now else True)

    def _choice(self, label: str, press: str, hour: Hour | None = None) -> Button:
        return self._button(self.language.text(label), press, hour)

    def _button(self, label: str, press: str, hour: Hour | None, *, leaving: bool = False) -> Button:
        return Button(label, FormTap(replace(self.tap.state, hour=hour, leaving=leaving), press))


def latest_hours(now: Hour) -> Sequence[Hour]:
    """Return the hours of this day or night until now, the latest first."""
    day, night = now.hour - MORNING + 1, now.hour + 24 - EVENING + 1
    return [now.earlier(back) for back in range(day if day > 0 else night)]


def night_hours(now: Hour) -> Sequence[Hour]:
    """Return the hours of the night before this day, the earliest first."""
    morning = Hour(now.day, MORNING)
    return [morning.earlier(back) for back in range(24 - EVENING + MORNING, 0, -1)]


def hours_view(tap: FormTap, since: Hour, now: Hour, language: Language) -> View:
    """Ask for the hour of a tap that waited: a button for each hour from now back to ``since``."""
    hours = (now.earlier(back) for back in range(HOURS_OFFERED))
    buttons = (
        Button(hour_label(hour, now, language), FormTap(replace(tap.state, hour=hour, leaving=True), tap.press))
        for hour in hours
        if hour >= since
    )
    return View(language.text("When was the call?"), list(in_rows(buttons)), stage="form")


def hours_of(state: FormState, shift: Shift, shifts: Shifts, now: Hour, language: Language) -> Rows:
    """Return the hours of a shift to choose from; a call in an hour shared with another shift is this one's."""
    buttons = (
        Button(hour_label(hour, now, language), FormTap(replace(state, hour=hour, leaving=leaving), AT))
        for hour in shift.hours
        if hour <= now
        for leaving in [shifts.of(hour, leaving=True) == shift]
    )
    return [*in_rows(buttons), [Button(language.text("Cancel"), FormTap(state, CANCEL))]]


def is_recent(hour: Hour, now: Hour) -> bool:
    """Tell whether a call can have been in an hour: not in the future, and at most 31 days back."""
    return now.earlier(LATE_DAYS * 24) <= hour <= now


def is_within(day: date, now: Hour) -> bool:
    """Tell whether a day can be chosen: not in the future, and at most 31 days back."""
    return now.day - timedelta(days=LATE_DAYS) <= day <= now.day
