"""What is now: the local hour, the shift on duty, and which shift a call belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from storage.forms.form import Form
from storage.hour import Hour
from storage.shifts.shift import Shift, Shifts


@dataclass(frozen=True)
class Roster:
    """Reads the local time from ``clock``; the telephone's list holds calls of ``form`` alone."""

    shifts: Shifts
    clock: Callable[[], datetime]
    form: Form

    @property
    def now(self) -> Hour:
        """The local hour."""
        return Hour.of(self.clock())

    @property
    def on_duty(self) -> Shift:
        """The shift of this moment."""
        return self.shifts.at(self.clock())

    @property
    def is_leaving(self) -> bool:
        """Whether the shift on duty hands over before the hour is out."""
        return self.shifts.is_leaving(self.clock())

    def shift_of(self, form: Form, hour: Hour, *, leaving: bool) -> str | None:
        """Return the key of a call's shift; None for forms that the telephone's list does not hold."""
        return self.shifts.of(hour, leaving=leaving).key if form is self.form else None

    def shift_now(self, form: Form) -> str | None:
        """Return the key of the shift of a call that comes in now."""
        return self.shift_of(form, self.now, leaving=self.is_leaving)
