"""What to do about the calls that a shift lacks: register them now, without details, or as something else."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.calls.call_time_buttons import hours_of
from handlers.calls.roster import Roster
from handlers.request import Request
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
    """Answers the taps on a shift that lacks calls of ``form``. ``nonce`` is a fresh identity."""

    answers: HandoverAnswers
    handovers: Handovers
    form: Form
    shifts: Shifts
    roster: Roster
    language: Language
    nonce: Callable[[], str]

    async def now(self, request: Request, tap: RegisterNow) -> None:
        """Begin a call at one of the shift's hours, in a new message."""
        shift = await self._lacking(request, tap)
        if shift is None:
            return
        first = FormTap(self.form, self.nonce(), None, 0, AT, {})
        words = await self.answers.words(shift)
        text = f"{words.span}\n{self.language.text('When was the call?')}"
        await request.follow(View(text, hours_of(first, shift, self.shifts, self.roster.now, self.language)))

    async def unspecified(self, request: Request, tap: KeepUnspecified) -> None:
        """Keep what is missing as calls without details."""
        await self._save(request, tap, "unspecified")

    async def irrelevant(self, request: Request, tap: KeepIrrelevant) -> None:
        """Keep what is missing as calls about something else."""
        await self._save(request, tap, "irrelevant")

    async def later(self, request: Request, tap: TakeLater) -> None:
        """Give the shift the calls that were registered just after it, as many as it lacks."""
        shift = await self._lacking(request, tap)
        if shift is not None:
            await self.handovers.take(shift.key, *self.answers.after(shift))
            await self.answers.show(request, shift)

    async def leave(self, request: Request, tap: LeaveMissing) -> None:
        """Leave what is missing."""
        shift = await self._lacking(request, tap)
        if shift is not None:
            await self.handovers.move_on(shift.key, whatever=True)
            await self.answers.show(request, shift)

    async def _save(self, request: Request, tap: OfShift, outcome: Outcome) -> None:
        shift = await self._lacking(request, tap)
        if shift is None:
            return
        missing, day = (await self.answers.words(shift)).handover.missing, shift.began.date().isoformat()
        drafts = [Draft(self.form, day, outcome, {}, self.nonce(), shift.key) for _ in range(missing)]
        await self.handovers.fill(shift.key, drafts, by=request.seat, now=self.roster.now)
        await self.answers.show(request, shift)

    async def _lacking(self, request: Request, tap: OfShift) -> Shift | None:
        """Return the shift, where it lacks calls; else show how far it has come."""
        shift, words = await self.answers.asked(tap)
        if words.handover.step == "missing" and words.handover.missing:
            return shift
        await self.answers.refuse(request, shift)
        return None
