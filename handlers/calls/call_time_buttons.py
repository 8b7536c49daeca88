"""When the call was, chosen by buttons alone: the latest hours, last night, yesterday, or a day of the last 31."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.calls.screen import hour_label, hour_span
from handlers.tap import AT, CANCEL, DAY, DAYS, NIGHT, WHEN, FormTap
from handlers.view import Button, Rows, in_rows
from reports.language import Language
from storage.fault import N_
from storage.hour import Hour
from storage.records.retention import EXACT_DAYS
from storage.shifts.shift import Shift, Shifts

MORNING, EVENING = 7, 22
"""The hours between which it is night, by the clock."""


@dataclass(frozen=True)
class Page:
    """The buttons of one choice of time, for the record or the fresh form of ``tap``.

    ``leaving`` tells whether what came in this very hour belongs to the shift that is about to end.
    """

    tap: FormTap
    now: Hour
    leaving: bool
    language: Language

    @property
    def rows(self) -> Rows:
        """The page that the tap asks for."""
        pages = {WHEN: self._latest, NIGHT: self._night, DAYS: self._days, DAY: self._day}
        return list(pages[str(self.tap.press)]())

    def hours(self, hours: Iterable[Hour]) -> Iterator[Sequence[Button]]:
        """Yield rows of hours to choose from; hours to come and hours long past are left out."""
        oldest = self.now.earlier(EXACT_DAYS * 24)
        return in_rows(self._hour(hour) for hour in hours if oldest <= hour <= self.now)

    def _latest(self) -> Iterator[Sequence[Button]]:
        day, night = self.now.hour - MORNING + 1, self.now.hour + 24 - EVENING + 1
        yield from self.hours(self.now.earlier(back) for back in range(day if day > 0 else night))
        yesterday = self._turn(N_("Yesterday"), DAY, Hour(self.now.day - timedelta(days=1), 0))
        yield [self._turn(N_("Last night"), NIGHT), yesterday] if day > 0 else [yesterday]
        yield [self._turn(N_("Another day"), DAYS)]
        yield [self._turn(N_("‹ Back"), AT)]

    def _night(self) -> Iterator[Sequence[Button]]:
        morning = Hour(self.now.day, MORNING)
        yield from self.hours(morning.earlier(back) for back in range(24 - EVENING + MORNING, 0, -1))
        yield [self._turn(N_("‹ Back"), WHEN)]

    def _days(self) -> Iterator[Sequence[Button]]:
        days = (self.now.day - timedelta(days=back) for back in range(2, EXACT_DAYS))
        yield from in_rows(self._button(self.language.day_short(day), DAY, Hour(day, 0)) for day in days)
        yield [self._turn(N_("‹ Back"), WHEN)]

    def _day(self) -> Iterator[Sequence[Button]]:
        day = self.tap.hour.day if self.tap.hour else self.now.day
        yield from self.hours(Hour(day, hour) for hour in range(24))
        yield [self._turn(N_("‹ Back"), WHEN)]

    def _hour(self, hour: Hour) -> Button:
        told = hour_span(hour) if self.tap.press == DAY else hour_label(hour, self.now, self.language)
        # Of an hour long over, nobody knows on which side of the handover it was: the one on duty has it.
        return self._button(told, AT, hour, leaving=self.leaving if hour == self.now else True)

    def _turn(self, label: str, press: str, hour: Hour | None = None) -> Button:
        return self._button(self.language.text(label), press, hour)

    def _button(self, label: str, press: str, hour: Hour | None, *, leaving: bool = False) -> Button:
        return Button(label, replace(self.tap, press=press, hour=hour, leaving=leaving))


def hours_of(tap: FormTap, shift: Shift, shifts: Shifts, now: Hour, language: Language) -> Rows:
    """Return the hours of a shift to choose from; a call in one that it shares with another is this shift's."""
    buttons = (
        Button(
            hour_label(hour, now, language),
            replace(tap, press=AT, hour=hour, leaving=shifts.of(hour, leaving=True) == shift),
        )
        for hour in shift.hours
        if hour <= now
    )
    cancel = Button(language.text("Cancel"), replace(tap, press=CANCEL, hour=None))
    return [*in_rows(buttons), [cancel]]


def is_within(day: date, now: Hour) -> bool:
    """Tell whether a day can be chosen: not to come, and at most 31 days back."""
    return now.day - timedelta(days=EXACT_DAYS) <= day <= now.day
