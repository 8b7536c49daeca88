"""Calls that are missing from a shift: registered now, kept without details, or kept as something else."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.calls.call_time_buttons import hours_of
from handlers.calls.roster import Roster
from handlers.conversation import Request
from handlers.shifts.answers import HandoverAnswers
from handlers.tap import AT, FormTap
from handlers.tap.actions import KeepIrrelevant, KeepUnspecified, LeaveMissing, OfShift, RegisterNow, TakeLater
from handlers.view import View
from reports.language import Language
from storage.forms.form import Form
from storage.forms.question import Outcome
from storage.records.records import Draft
from storage.shifts.handovers import Handovers
from storage.shifts.shift import Shift, Shifts


@dataclass(frozen=True)
class MissingCalls:
    """Answers the taps about calls of ``form`` missing from a shift. ``nonce`` makes a record's identity."""

    answers: HandoverAnswers
    handovers: Handovers
    form: Form
    shifts: Shifts
    roster: Roster
    language: Language
    nonce: Callable[[], str]

    async def now(self, request: Request, tap: RegisterNow) -> None:
        """Begin a call at one of the shift's hours, in a new message."""
        shift = await self._incomplete(request, tap)
        if shift is None:
            return
        first = FormTap(self.form, self.nonce(), None, 0, AT, {})
        message = await self.answers.message(shift)
        text = f"{message.span}\n{self.language.text('When was the call?')}"
        await request.reply(View(text, hours_of(first, shift, self.shifts, self.roster.now, self.language)))

    async def unspecified(self, request: Request, tap: KeepUnspecified) -> None:
        """Keep what is missing as calls without details."""
        await self._save(request, tap, "unspecified")

    async def irrelevant(self, request: Request, tap: KeepIrrelevant) -> None:
        """Keep what is missing as calls about something else."""
        await self._save(request, tap, "irrelevant")

    async def later(self, request: Request, tap: TakeLater) -> None:
        """Move calls registered just after the handover to the shift, as many as are missing."""
        shift = await self._incomplete(request, tap)
        if shift is not None:
            await self.handovers.take(shift.key, *self.answers.after(shift))
            await self.answers.show(request, shift)

    async def leave(self, request: Request, tap: LeaveMissing) -> None:
        """Leave what is missing."""
        shift = await self._incomplete(request, tap)
        if shift is not None:
            await self.handovers.move_on(shift.key, whatever=True)
            await self.answers.show(request, shift)

    async def _save(self, request: Request, tap: OfShift, outcome: Outcome) -> None:
        shift = await self._incomplete(request, tap)
        if shift is None:
            return
        missing, day = (await self.answers.message(shift)).handover.missing, shift.began.date().isoformat()
        drafts = [Draft(self.form, day, outcome, {}, self.nonce(), shift.key) for _ in range(missing)]
        await self.handovers.fill(shift.key, drafts, by=request.seat, now=self.roster.now)
        await self.answers.show(request, shift)

    async def _incomplete(self, request: Request, tap: OfShift) -> Shift | None:
        """Return the shift if calls are missing from it; else refuse the tap and show the present step."""
        shift, message = await self.answers.asked(tap)
        if message.handover.step == "missing" and message.handover.missing:
            return shift
        await self.answers.refuse(request, shift)
        return None
