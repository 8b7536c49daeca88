"""The present hour and shift, and the shift that a call belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from storage.forms.form import Form
from storage.hour import Hour
from storage.shifts.shift import Shift, Shifts


@dataclass(frozen=True)
class Roster:
    """Knows the shifts by the local ``clock``; the telephone counts only calls of ``form``."""

    shifts: Shifts
    clock: Callable[[], datetime]
    form: Form

    @property
    def now(self) -> Hour:
        """The present local hour."""
        return Hour.of(self.clock())

    @property
    def on_duty(self) -> Shift:
        """The present shift."""
        return self.shifts.at(self.clock())

    @property
    def is_leaving(self) -> bool:
        """Whether the present shift ends within this hour."""
        return self.shifts.is_leaving(self.clock())

    def shift_of(self, form: Form, hour: Hour, *, leaving: bool) -> str | None:
        """Return the key of a call's shift; None for forms that the telephone does not count."""
        return self.shifts.of(hour, leaving=leaving).key if form is self.form else None

    def shift_now(self, form: Form) -> str | None:
        """Return the key of the shift that a call of now belongs to."""
        return self.shift_of(form, self.now, leaving=self.is_leaving)
