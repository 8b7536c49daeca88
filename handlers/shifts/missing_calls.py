"""Calls that are missing from a shift: registered now, kept without details, or kept as something else."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.calls.call_time_buttons import hours_of
from handlers.calls.roster import Roster
from handlers.conversation import Request
from handlers.shifts.answers import HandoverAnswers
from handlers.shifts.message import HandoverMessage
from handlers.tap.actions import KeepIrrelevant, KeepUnspecified, LeaveMissing, OfShift, RegisterNow, TakeLater
from handlers.tap.form_tap import FormState
from handlers.view import View
from reports.words.language import Language
from storage.records.records import Draft
from storage.shifts.handovers import Handovers


@dataclass(frozen=True)
class MissingCalls:
    """Answers the taps about calls missing from a shift. ``nonce`` makes a record's identity."""

    answers: HandoverAnswers
    handovers: Handovers
    roster: Roster
    language: Language
    nonce: Callable[[], str]

    async def now(self, request: Request, tap: RegisterNow) -> None:
        """Begin a call at one of the shift's hours, in a new message."""
        if message := await self._incomplete(request, tap):
            fresh = FormState(self.roster.form, self.nonce(), None, 0, {})
            asked = self.language.text("When was the call?")
            text = f"{message.span}\n{asked}"
            hours = hours_of(fresh, message.shift, self.roster.shifts, self.roster.now, self.language)
            await request.reply(View(text, hours, stage="form"))

    async def keep(self, request: Request, tap: KeepUnspecified | KeepIrrelevant) -> None:
        """Keep the missing calls without details, or as being about something else."""
        if message := await self._incomplete(request, tap):
            shift, day = message.shift, message.shift.began.date().isoformat()
            drafts = [
                Draft(
                    form=self.roster.form,
                    occurred_at=day,
                    outcome="unspecified" if isinstance(tap, KeepUnspecified) else "irrelevant",
                    answers={},
                    source=self.nonce(),
                    shift=shift.key,
                )
                for _ in range(message.handover.missing)
            ]
            await self.handovers.fill(shift.key, drafts, by=request.seat, now=self.roster.now)
            await self.answers.show(request, shift)

    async def take_later(self, request: Request, tap: TakeLater) -> None:
        """Move calls registered just after the handover to the shift, as many as are missing."""
        if message := await self._incomplete(request, tap):
            await self.handovers.take(message.shift.key, *self.answers.after(message.shift))
            await self.answers.show(request, message.shift)

    async def leave(self, request: Request, tap: LeaveMissing) -> None:
        """Leave the missing calls out."""
        if message := await self._incomplete(request, tap):
            await self.handovers.move_on(message.shift.key, whatever=True)
            await self.answers.show(request, message.shift)

    async def _incomplete(self, request: Request, tap: OfShift) -> HandoverMessage | None:
        """Return the message about a shift from which calls are missing; else refuse the tap."""
        message = await self.answers.asked(tap)
        if message.handover.step == "missing" and message.handover.missing:
            return message
        await self.answers.refuse(request, message.shift)
        return None
