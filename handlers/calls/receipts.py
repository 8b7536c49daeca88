"""Finding a kept record with its form, and showing its receipt as it is now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.calls.receipt import receipt_view
from handlers.request import Request
from handlers.tap import UnreadableTap
from handlers.view import View
from reports.language import Language
from storage.fault import N_
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import Record, Records

MEANWHILE = N_("The call was changed meanwhile. Here it is as it is now; your tap is not saved.")


@dataclass(frozen=True)
class Receipts:
    """Shows what is kept. ``clock`` is the local time."""

    forms: Mapping[str, Form]
    records: Records
    language: Language
    clock: Callable[[], datetime]

    async def find(self, source: str) -> tuple[Form, Record]:
        """Return a record and its form. Raises `UnreadableTap` where there is none."""
        record = await self.records.find(source)
        if record is None or record.form not in self.forms:
            raise UnreadableTap
        return self.forms[record.form], record

    def view(self, form: Form, record: Record) -> View:
        """Return the receipt of a record."""
        return receipt_view(form, record, Hour.of(self.clock()), self.language)

    async def show(self, request: Request, source: str, notice: str | None = None) -> None:
        """Show the receipt where the tap was made. Raises `UnreadableTap` where there is no record."""
        view = self.view(*await self.find(source))
        await request.replace(view, notice and self.language.text(notice))

    async def is_over(self, request: Request, record: Record) -> bool:
        """Tell whether a record was taken back or declined meanwhile, and show it as it is then."""
        if record.voided or record.outcome == "declined":
            await self.show(request, record.source, MEANWHILE)
            return True
        return False
