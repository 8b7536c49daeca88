"""The calls that stand beside the form at the desk: those of this shift, each with its receipt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.calls.receipt import Receipts
from handlers.calls.rights import NotYours
from handlers.calls.roster import Roster
from handlers.view import View
from storage.forms.form import Form
from storage.hour import Hour
from storage.people.seat import Role
from storage.records.records import Record, Records
from storage.shifts.handovers import Handovers
from storage.shifts.shift import Shift

MOST = 60
"""How many calls are listed at most."""


@dataclass(frozen=True)
class ShiftCall:
    """A call of this shift and its receipt, whose buttons are only there for those who may use them."""

    record: Record
    receipt: View

    @property
    def may_change(self) -> bool:
        """Whether the seat that sees it may correct it."""
        return self.receipt.source is not None

    @property
    def is_cleared(self) -> bool:
        """Whether its answers are shown no more."""
        return self.receipt.stage == "cleared"


@dataclass(frozen=True)
class ShiftCalls:
    """Lists the calls of the shift on duty, and what the seat has registered meanwhile.

    What was registered more than ``clear_hours`` ago shows nothing of its call.
    """

    records: Records
    handovers: Handovers
    receipts: Receipts
    forms: Mapping[str, Form]
    roster: Roster
    role: Callable[[int], Role | None]
    clear_hours: int

    async def of(self, seat: int) -> Sequence[ShiftCall]:
        """Return what the seat sees, the latest calls first. Raises a `DatabaseFault`."""
        shift = self.roster.on_duty
        before = self.roster.shifts.before(shift)
        found = await self.records.latest_of(seat, shift.key, MOST, 0)
        calls = [
            self._call(seat, record)
            for record in found
            if record.form in self.forms and is_listed(record, shift, before)
        ]
        return [call for call in calls if call is not None]

    async def logged(self) -> int:
        """Count what is registered on the shift, also those who did not want to be. Raises a `DatabaseFault`."""
        return await self.handovers.logged(self.roster.on_duty.key)

    def _call(self, seat: int, record: Record) -> ShiftCall | None:
        """Return a call as the seat sees it, None where it is too long ago to be shown at all."""
        form = self.forms[record.form]
        is_over = record.recorded_at <= str(self.roster.now.earlier(self.clear_hours))
        try:
            self.receipts.rights.check(seat, record)
        except NotYours:
            return None if is_over else ShiftCall(record, self.receipts.closed(form, record))
        receipt = self.receipts.cleared(record) if is_over else self.receipts.view(form, record)
        return ShiftCall(record, receipt)


def is_listed(record: Record, shift: Shift, before: Shift) -> bool:
    """Tell whether a call is of a shift, or was registered during it.

    Of what was registered in the hour of the handover, calls of that hour are left to the shift ``before``.
    """
    if record.shift == shift.key:
        return True
    began = str(Hour.of(shift.began))
    if record.recorded_at == began:
        return record.shift != before.key or record.occurred_at != began
    return record.recorded_at > began
