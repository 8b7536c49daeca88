"""Who may correct a record: the seat that registered it for some hours, a leader always; and what the chat may."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.commands import LEADERS
from storage.fault import N_, NotAllowed
from storage.forms.form import Form
from storage.hour import Hour
from storage.people.seat import Role
from storage.records.records import Record

OWN_FOR_HOURS = N_("Only who registered a call can change it, for {hours} hours; after that, a leader.")
OWN_HOURS = {
    0: N_("Only who registered a call can change it, within the same hour; after that, a leader."),
    1: N_("Only who registered a call can change it, for an hour; after that, a leader."),
}
AT_THE_DESK = N_("This is filled in at the desk, not here.")


def is_within(own_hours: int, recorded_at: str | None, now: Hour) -> bool:
    """Tell whether the hours are not over in which the seat that registered a record may correct it."""
    return recorded_at is not None and recorded_at >= str(now.earlier(own_hours))


class NotYours(NotAllowed):
    """A seat may not correct this record, or no longer."""


class NotInChat(NotAllowed):
    """A form is filled in at the desk alone."""


def check_in_chat(form: Form) -> None:
    """Raise `NotInChat` for a form that is not filled in in the chat."""
    if not form.in_chat:
        raise NotInChat(AT_THE_DESK)


@dataclass(frozen=True)
class Rights:
    """Lets the seat that registered a record correct it for ``own_hours``. ``clock`` is the local time."""

    role: Callable[[int], Role | None]
    own_hours: int
    clock: Callable[[], datetime]

    def check(self, seat: int, record: Record) -> None:
        """Raise `NotYours` where the seat may not correct the record."""
        role = self.role(seat)
        # Of a declined call neither seat nor time is kept.
        if role in LEADERS or (role and record.outcome == "declined"):
            return
        if record.recorded_by != seat or not is_within(self.own_hours, record.recorded_at, Hour.of(self.clock())):
            raise NotYours(OWN_HOURS.get(self.own_hours, OWN_FOR_HOURS), hours=self.own_hours)
