"""When the rows of a file are: an hour or a day of a call, the two days of a stay."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, Protocol

from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import Outcome
from storage.hour import EARLIEST, Hour, NotAnHour
from storage.imports.file_row import BETWEEN
from storage.quoting import quoted
from storage.table_files.rows import RowFault

TIME = "occurred_at"
MONTH_LENGTH = len("2016-07")
DAYS_REMEMBERED = 1 << 14
TO_COME = N_("“{time}” lies in the future, or too far back")


class Moment(NamedTuple):
    """The time of a row as it is kept; the ``day`` on which what it says has to be in use, and that day's era.

    A stay of which only months are known has no day.
    """

    time: str
    day: date | None
    era: int


class RowTimes(Protocol):
    """Reads the times of the rows of one file."""

    def read(self, times: Sequence[str], outcome: Outcome) -> Moment:
        """Return when a row is. Raises `RowFault`."""


class Eras:
    """The days since which other questions or options of a form are in use than before: between them lie eras."""

    def __init__(self, form: Form) -> None:
        """Count the eras of ``form``."""
        self._turns = sorted(set(_turns(form)))

    def of(self, day: date) -> int:
        """Return the number of the era that a day lies in."""
        return bisect(self._turns, day)


class CallTimes:
    """Reads an hour or a day, of a declined call also a month."""

    def __init__(self, form: Form, now: Hour) -> None:
        """Read times of ``form``, none later than ``now``."""
        self._eras, self._now = Eras(form), now

    def read(self, times: Sequence[str], outcome: Outcome) -> Moment:
        """Return when a row is. Raises `RowFault`."""
        [time] = times
        declined = outcome == "declined"
        # Of one who declined no more than the month is kept, and so no more is exported.
        day = self._day(f"{time}-01" if declined and len(time) == MONTH_LENGTH else time)
        return Moment(time[:MONTH_LENGTH] if declined else time, day, self._eras.of(day))

    def _day(self, time: str) -> date:
        try:
            hour = Hour.parse(time if "T" in time else f"{time}T00")
        except NotAnHour:
            words = N_("{time} is neither an hour nor a day, such as 2016-07-14T23 or 2016-07-14")
            raise RowFault(words, time=quoted(time), column=TIME) from None
        if hour > self._now or hour.day < EARLIEST:
            raise RowFault(TO_COME, time=time, column=TIME)
        return hour.day


class StayTimes:
    """Reads the days of arrival and departure, or their months where an export has no more."""

    def __init__(self, form: Form, arrival: str, departure: str, now: Hour) -> None:
        """Read days of ``form``, none later than ``now``, from columns of these names."""
        self._eras, self._today = Eras(form), now.day
        self._arrival, self._departure = arrival, departure
        self._nights = form.house is not None
        # Of many stays few begin and end on the same days, but all within some years.
        self._day = lru_cache(maxsize=DAYS_REMEMBERED)(self._read_day)

    def read(self, times: Sequence[str], _outcome: Outcome) -> Moment:
        """Return when a stay is. Raises `RowFault`."""
        arrived, left = times
        first = self._day(arrived, self._arrival)
        if left:
            self._check_end(arrived, left, first)
        elif len(arrived) == MONTH_LENGTH:
            raise RowFault(
                N_("{time} is a month: of somebody who is still there the day is needed"),
                time=quoted(arrived),
                column=self._arrival,
            )
        time = f"{arrived}{BETWEEN}{left}"
        if len(arrived) == MONTH_LENGTH:
            return Moment(time, None, -1)
        return Moment(time, first, self._eras.of(first))

    def _check_end(self, arrived: str, left: str, first: date) -> None:
        last = self._day(left, self._departure)
        if len(left) != len(arrived):
            words = N_("a day and a month do not go together: “{arrived}”, “{left}”")
        elif last < first:
            words = N_("“{left}” comes before “{arrived}”, the day of arrival")
        elif self._nights and last == first and len(left) > MONTH_LENGTH:
            words = N_("“{left}” is the day of arrival; a stay has at least one night")
        else:
            return
        raise RowFault(words, arrived=arrived, left=left, column=self._departure)

    def _read_day(self, time: str, column: str) -> date:
        day = None
        with suppress(ValueError):
            day = date.fromisoformat(f"{time}-01" if len(time) == MONTH_LENGTH else time)
        if day is None or day.isoformat()[: len(time)] != time:
            raise RowFault(N_("{time} is not a day, such as 2016-07-14"), time=quoted(time), column=column)
        if day > self._today or day < EARLIEST:
            raise RowFault(TO_COME, time=time, column=column)
        return day


def times_of(form: Form, now: Hour) -> RowTimes:
    """Return what reads the times of a form's rows, none later than ``now``."""
    if form.arrival and form.departure:
        return StayTimes(form, form.arrival.key, form.departure.key, now)
    return CallTimes(form, now)


def _turns(form: Form) -> Iterator[date]:
    for dated in (*form.questions, *(option for question in form.questions for option in question.options)):
        if dated.since is not None:
            yield dated.since
        if dated.until is not None and dated.until < date.max:
            yield dated.until + timedelta(days=1)
