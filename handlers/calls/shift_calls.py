"""The calls that stand beside the form at the desk: those of this shift, each with its receipt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.calls.receipt import Receipts
from handlers.calls.rights import NotYours
from handlers.calls.roster import Roster
from handlers.view import View
from storage.forms.form import Form
from storage.people.seat import Role
from storage.records.records import Record, Records
from storage.shifts.handovers import Handovers

MOST = 60
"""How many calls are listed at most."""


@dataclass(frozen=True)
class ShiftCall:
    """A call of this shift and its receipt, whose buttons are only there for those who may use them."""

    record: Record
    receipt: View


@dataclass(frozen=True)
class ShiftCalls:
    """Lists the calls of the shift on duty, and of a seat that registers what belongs to no shift."""

    records: Records
    handovers: Handovers
    receipts: Receipts
    forms: Mapping[str, Form]
    roster: Roster
    role: Callable[[int], Role | None]

    async def of(self, seat: int) -> Sequence[ShiftCall]:
        """Return what the seat sees, the latest calls first. Raises a `DatabaseFault`."""
        found = await self.records.latest_of(seat, self.roster.on_duty.key, MOST, 0)
        return [self._call(seat, record) for record in found if record.form in self.forms]

    async def logged(self) -> int:
        """Count what is registered on the shift, also those who did not want to be. Raises a `DatabaseFault`."""
        return await self.handovers.logged(self.roster.on_duty.key)

    def _call(self, seat: int, record: Record) -> ShiftCall:
        form = self.forms[record.form]
        try:
            self.receipts.rights.check(seat, record)
        except NotYours:
            return ShiftCall(record, self.receipts.closed(form, record))
        return ShiftCall(record, self.receipts.view(form, record))
