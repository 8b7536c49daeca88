"""Undoing a record from its receipt, and bringing it back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.chat import Tapped, together
from handlers.receipt import receipt_buttons, receipt_text
from handlers.tap import UnreadableTap
from reports.language import Language
from storage.fault import N_
from storage.form import Form
from storage.hour import Hour
from storage.records import Records


@dataclass(frozen=True)
class Undo:
    """Voids and restores records; either twice is harmless."""

    forms: Mapping[str, Form]
    records: Records
    language: Language
    now: Callable[[], Hour]

    async def undo(self, tapped: Tapped, source: str) -> None:
        """Void the record and say so. Raises `UnreadableTap` where there is no such record."""
        done = await self.records.void(source, today=self.now().day)
        await self._show(tapped, source, None if done else N_("It is already undone."))

    async def restore(self, tapped: Tapped, source: str) -> None:
        """Bring the record back and show its receipt. Raises `UnreadableTap` where there is no such record."""
        done = await self.records.restore(source)
        await self._show(tapped, source, None if done else N_("It already counts."))

    async def _show(self, tapped: Tapped, source: str, notice: str | None) -> None:
        record = await self.records.find(source)
        if record is None or record.form not in self.forms:
            raise UnreadableTap(N_("This button cannot be read."))
        form = self.forms[record.form]
        text = receipt_text(form, record, self.now(), self.language)
        buttons = receipt_buttons(form, record, source, self.language)
        await together(tapped.answer(notice and self.language.text(notice)), tapped.edit(text, buttons))
