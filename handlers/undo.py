"""Undoing a record from its receipt, and bringing it back."""

from dataclasses import dataclass

from handlers.chat import Tapped
from handlers.register import Register
from storage.fault import N_


@dataclass(frozen=True)
class Undo:
    """Voids and restores records; either twice is harmless."""

    register: Register

    async def undo(self, tapped: Tapped, source: str) -> None:
        """Void the record and say so. Raises `UnreadableTap`, `NotYours`."""
        await self.register.own(tapped.seat, source)
        shift = await self._on_duty(source)
        done = await self.register.corrections.void(source, by=tapped.seat, now=self.register.now, shift=shift)
        await self.register.show(tapped, source, None if done else N_("It is already undone."))

    async def restore(self, tapped: Tapped, source: str) -> None:
        """Bring the record back and show its receipt. Raises `UnreadableTap`, `NotYours`."""
        await self.register.own(tapped.seat, source)
        shift = await self._on_duty(source)
        done = await self.register.corrections.restore(source, by=tapped.seat, now=self.register.now, shift=shift)
        await self.register.show(tapped, source, None if done else N_("It already counts."))

    async def _on_duty(self, source: str) -> str | None:
        """Return the shift of now, where the telephone's list holds calls of the record's form."""
        form, _ = await self.register.find(source)
        clock = self.register.clock()
        return self.register.shift(form, self.register.now, leaving=self.register.shifts.is_leaving(clock))
