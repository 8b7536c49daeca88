"""Undoing a record from its receipt, and bringing it back."""

from dataclasses import dataclass

from handlers.calls.receipts import Receipts
from handlers.calls.rights import Rights
from handlers.calls.roster import Roster
from handlers.request import Request
from handlers.tap.actions import OfRecord, Restore, Undo
from storage.fault import N_
from storage.records.corrections import Corrections


@dataclass(frozen=True)
class Voiding:
    """Voids and restores records; either twice is harmless."""

    receipts: Receipts
    rights: Rights
    corrections: Corrections
    roster: Roster

    async def undo(self, request: Request, tap: Undo) -> None:
        """Void the record and say so. Raises `UnreadableTap`, `NotYours`."""
        shift = await self._shift_now(request, tap)
        now = self.roster.now
        done = await self.corrections.void(tap.source, by=request.seat, now=now, shift=shift)
        await self.receipts.show(request, tap.source, None if done else N_("It is already undone."))

    async def restore(self, request: Request, tap: Restore) -> None:
        """Bring the record back and show its receipt. Raises `UnreadableTap`, `NotYours`."""
        shift = await self._shift_now(request, tap)
        now = self.roster.now
        done = await self.corrections.restore(tap.source, by=request.seat, now=now, shift=shift)
        await self.receipts.show(request, tap.source, None if done else N_("It already counts."))

    async def _shift_now(self, request: Request, tap: OfRecord) -> str | None:
        """Return the shift of now, if the seat may correct the record."""
        form, record = await self.receipts.find(tap.source)
        self.rights.check(request.seat, record)
        return self.roster.shift_now(form)
