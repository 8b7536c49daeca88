"""The register as a chat sees it: a record with its form, who may correct it, and its receipt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.chat import Tapped, together
from handlers.receipt import receipt_buttons, receipt_text
from handlers.tap import UnreadableTap
from reports.language import Language
from storage.corrections import Corrections
from storage.fault import N_, Fault
from storage.form import Form, telephone_of
from storage.hour import Hour
from storage.records import Record, Records
from storage.shift import Shifts
from storage.staff import Role

MEANWHILE = N_("The call was changed meanwhile. Here it is as it is now; your tap is not saved.")


OWN_FOR_HOURS = N_("Only who registered a call can change it, for {hours} hours; after that, a leader.")
OWN_HOURS = {
    0: N_("Only who registered a call can change it, within the same hour; after that, a leader."),
    1: N_("Only who registered a call can change it, for an hour; after that, a leader."),
}


class NotYours(Fault):
    """Somebody would correct what is not theirs to correct, or no longer."""


@dataclass(frozen=True)
class Register:
    """Finds records and guards them: who registered one corrects it for ``own_hours``, a leader always."""

    forms: Mapping[str, Form]
    records: Records
    corrections: Corrections
    shifts: Shifts
    role: Callable[[int], Role | None]
    own_hours: int
    language: Language
    clock: Callable[[], datetime]

    @property
    def now(self) -> Hour:
        """The local hour."""
        return Hour.of(self.clock())

    def shift(self, form: Form, hour: Hour, *, leaving: bool) -> str | None:
        """Return the key of the shift of a call; None for forms that the telephone's list does not hold."""
        if form is not telephone_of(self.forms):
            return None
        return self.shifts.of(hour, leaving=leaving).key

    async def find(self, source: str) -> tuple[Form, Record]:
        """Return a record and its form. Raises `UnreadableTap` where there is none."""
        record = await self.records.find(source)
        if record is None or record.form not in self.forms:
            raise UnreadableTap(N_("This button cannot be read."))
        return self.forms[record.form], record

    async def own(self, seat: int, source: str) -> tuple[Form, Record]:
        """Return a record that the seat may correct, and its form. Raises `NotYours`, `UnreadableTap`."""
        form, record = await self.find(source)
        if self.role(seat) == "staff" and not self._is_own(record, seat):
            raise NotYours(OWN_HOURS.get(self.own_hours, OWN_FOR_HOURS), hours=self.own_hours)
        return form, record

    def _is_own(self, record: Record, seat: int) -> bool:
        if record.outcome == "declined":  # nobody knows whose it is, nor since when
            return True
        return record.recorded_by == seat and record.recorded_at >= str(self.now.earlier(self.own_hours))

    async def is_over(self, tapped: Tapped, record: Record) -> bool:
        """Tell whether a record was taken back or declined meanwhile, and show it as it is then."""
        if record.voided or record.outcome == "declined":
            await self.show(tapped, record.source, MEANWHILE)
            return True
        return False

    async def show(self, tapped: Tapped, source: str, notice: str | None = None) -> None:
        """Make the tapped message the receipt as it is now. Raises `UnreadableTap` where there is no record."""
        form, record = await self.find(source)
        text = receipt_text(form, record, self.now, self.language)
        buttons = receipt_buttons(form, record, self.language)
        await together(tapped.answer(notice and self.language.text(notice)), tapped.edit(text, buttons))
