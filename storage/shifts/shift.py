"""Shifts: when the staff hand over to each other, and which shift a call belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from storage.hour import Hour

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Shift:
    """One shift, from ``began`` until ``ended`` in local civil time, without a zone; ``name`` may be empty."""

    began: datetime
    ended: datetime
    name: str

    @property
    def key(self) -> str:
        """Its beginning, as it is stored: `2026-11-03T07:30`."""
        return f"{self.began:%Y-%m-%dT%H:%M}"

    @property
    def until(self) -> str:
        """Its end, in the same format."""
        return f"{self.ended:%Y-%m-%dT%H:%M}"

    @property
    def hours(self) -> Iterator[Hour]:
        """Every hour that it has a part of, the first and the last too."""
        hour = Hour.of(self.began)
        while hour.start < self.ended:
            yield hour
            hour = hour.earlier(-1)


@dataclass(frozen=True)
class Shifts:
    """The handovers of a day in order, at least an hour apart, and the name of the shift that each begins."""

    handovers: Sequence[time]
    names: Sequence[str]

    def at(self, moment: datetime) -> Shift:
        """Return the shift on duty at a local moment."""
        local = moment.replace(tzinfo=None)
        around = pairwise(self._handovers_around(local.date()))
        return next(Shift(began, ended, name) for (began, name), (ended, _) in around if local < ended)

    def before(self, shift: Shift) -> Shift:
        """Return the shift that handed over to this one."""
        return self.at(shift.began - timedelta(minutes=1))

    def of(self, hour: Hour, *, leaving: bool) -> Shift:
        """Return the shift of a call in an hour; ``leaving`` means the one that ends in it, where one does."""
        return self.at(hour.start if leaving else hour.start + timedelta(minutes=59))

    def is_leaving(self, moment: datetime) -> bool:
        """Tell whether the shift on duty hands over before the hour is out."""
        return self.at(moment) != self.of(Hour.of(moment), leaving=False)

    def named(self, key: str) -> Shift | None:
        """Return the shift that began at `2026-11-03T07:30`; None where none does."""
        try:
            shift = self.at(datetime.strptime(key, "%Y-%m-%dT%H:%M"))  # noqa: DTZ007 - civil time has no zone
        except (ValueError, OverflowError):  # the shift before or after is outside the calendar
            return None
        return shift if shift.key == key else None

    def _handovers_around(self, day: date) -> Iterator[tuple[datetime, str]]:
        for near in (day - DAY, day, day + DAY):
            for handover, name in zip(self.handovers, self.names, strict=True):
                yield datetime.combine(near, handover), name
