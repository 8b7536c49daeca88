"""What to do about the calls that a shift lacks: register them now, without details, or as something else."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.chat import Tapped, together
from handlers.handover import Handing
from handlers.tap import AT, Filling
from handlers.when import hours_of
from storage.form import telephone_of
from storage.question import Outcome
from storage.records import Draft
from storage.shift import Shift


@dataclass(frozen=True)
class CatchingUp:
    """Answers the taps on a shift that lacks calls. ``nonce`` is a fresh identity."""

    handing: Handing
    nonce: Callable[[], str]

    async def now(self, tapped: Tapped, subject: str) -> None:
        """Begin a call at one of the shift's hours, in a new message."""
        shift = await self._lacking(tapped, subject)
        if shift is None:
            return
        register = self.handing.register
        tap = Filling(telephone_of(register.forms), self.nonce(), None, 0, AT, {})
        words = await self.handing.words(shift)
        text = f"{words.span}\n{register.language.text('When was the call?')}"
        buttons = hours_of(tap, shift, register.shifts, register.now, register.language)
        await together(tapped.answer(), tapped.bot.send_message(tapped.chat, text, reply_markup=buttons))

    async def plain(self, tapped: Tapped, subject: str) -> None:
        """Keep what is missing as calls without details."""
        await self._save(tapped, subject, "unspecified")

    async def aside(self, tapped: Tapped, subject: str) -> None:
        """Keep what is missing as calls about something else."""
        await self._save(tapped, subject, "irrelevant")

    async def after(self, tapped: Tapped, subject: str) -> None:
        """Give the shift the calls that were registered just after it, as many as it lacks."""
        shift = await self._lacking(tapped, subject)
        if shift is None:
            return
        following, hour = self.handing.after(shift)
        await self.handing.handovers.take(shift.key, following, hour)
        await self.handing.show(tapped, shift)

    async def skip(self, tapped: Tapped, subject: str) -> None:
        """Leave what is missing."""
        shift = await self._lacking(tapped, subject)
        if shift is not None:
            await self.handing.handovers.move_on(shift.key, whatever=True)
            await self.handing.show(tapped, shift)

    async def _save(self, tapped: Tapped, subject: str, outcome: Outcome) -> None:
        shift = await self._lacking(tapped, subject)
        if shift is None:
            return
        register, words = self.handing.register, await self.handing.words(shift)
        form, day = telephone_of(register.forms), shift.began.date().isoformat()
        drafts = [Draft(form, day, outcome, {}, self.nonce(), shift.key) for _ in range(words.handover.missing)]
        await self.handing.handovers.fill(shift.key, drafts, by=tapped.seat, now=register.now)
        await self.handing.show(tapped, shift)

    async def _lacking(self, tapped: Tapped, subject: str) -> Shift | None:
        """Return the shift, where it lacks calls; else show how far it has come."""
        shift, _ = self.handing.read(subject)
        handover = (await self.handing.words(shift)).handover
        if handover.step == "missing" and handover.missing:
            return shift
        await self.handing.refuse(tapped, shift)
        return None
