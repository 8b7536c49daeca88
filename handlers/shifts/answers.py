"""Answers to the question about a shift, and every message that asks it kept up to date."""

import logging
from dataclasses import dataclass

from handlers.conversation import Conversations, Handle, NotShown, Request, together
from handlers.shifts.message import HandoverMessage
from handlers.tap.actions import (
    CountIncoming,
    CountOutgoing,
    MoreIncoming,
    MoreOutgoing,
    OfShift,
    Recount,
    ShowStep,
)
from handlers.tap.form_tap import UnreadableTap
from handlers.view import View
from reports.words.language import Language
from storage.database.connection import DatabaseFault
from storage.fault import N_
from storage.hour import Hour
from storage.shifts.handovers import HandoverQuestion, Handovers
from storage.shifts.shift import Shift, Shifts

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class HandoverAnswers:
    """Keeps the answers about a shift; the first one counts for all who were asked.

    ``outgoing`` tells whether to ask for the calls out.
    """

    shifts: Shifts
    handovers: Handovers
    conversations: Conversations
    language: Language
    outgoing: bool

    async def message(self, shift: Shift) -> HandoverMessage:
        """Return the present message about a shift. Raises `UnreadableTap` where nobody was asked about it."""
        handover = await self.handovers.look(shift.key)
        if handover is None:
            raise UnreadableTap
        late = await self.handovers.just_after(*self.after(shift)) if handover.step == "missing" else 0
        return HandoverMessage(shift, handover, late, self.language)

    async def standing(self, shift: Shift) -> View | None:
        """Return the question about a shift; None where nobody was asked or everything is answered."""
        handover = await self.handovers.look(shift.key)
        if handover is None or handover.step == "done" or not await self.handovers.questions(shift.key):
            return None
        return (await self.message(shift)).view

    def after(self, shift: Shift) -> tuple[str, str]:
        """Return the next shift and its first hour, in which calls of this one may have been registered."""
        return self.shifts.at(shift.ended).key, str(Hour.of(shift.ended))

    async def asked(self, tap: OfShift) -> HandoverMessage:
        """Return the present message about a tap's shift. Raises `UnreadableTap`."""
        shift = self.shifts.named(tap.shift)
        if shift is None:
            raise UnreadableTap
        return await self.message(shift)

    async def count(self, request: Request, tap: CountIncoming | CountOutgoing) -> None:
        """Keep how many calls in the telephone shows, or how many went out."""
        shift = (await self.asked(tap)).shift
        keep = self.handovers.count if isinstance(tap, CountIncoming) else self.handovers.finish
        await (self.show if await keep(shift.key, tap.n) else self.refuse)(request, shift)

    async def recount(self, request: Request, tap: Recount) -> None:
        """Ask again how many calls in the telephone shows, after a wrong tap."""
        shift = (await self.asked(tap)).shift
        await self.handovers.reopen(shift.key)
        await self.show(request, shift)

    async def more(self, request: Request, tap: MoreIncoming | MoreOutgoing) -> None:
        """Show exact numbers to choose from."""
        message = await self.asked(tap)
        if message.handover.step == ("incoming" if isinstance(tap, MoreIncoming) else "outgoing"):
            await request.replace(message.numbers(tap))
        else:
            await self.refuse(request, message.shift)

    async def step(self, request: Request, tap: ShowStep) -> None:
        """Show the present step again."""
        await self.show(request, (await self.asked(tap)).shift)

    async def show(self, request: Request, shift: Shift, notice: str | None = None) -> None:
        """Answer the tap, and show the present step to everybody who was asked."""
        view = await self._next_step(shift)
        elsewhere = [
            self._replace(question, view)
            for question in await self.handovers.questions(shift.key)
            if (question.seat, question.message) != (request.seat, request.origin)
        ]
        await together(request.replace(view, notice and self.language.text(notice)), *elsewhere)

    async def refuse(self, request: Request, shift: Shift) -> None:
        """Say that somebody else answered first or that it is too late, and show the present step."""
        if await self.handovers.questions(shift.key):
            await self.show(request, shift, N_("The shift is answered already."))
        else:
            await self.show(request, shift, N_("It is too late to answer for this shift."))

    async def refresh(self, key: str) -> None:
        """Bring the messages about a shift up to date after a late call; failures are only logged."""
        shift = self.shifts.named(key)
        try:
            handover = await self.handovers.look(key)
            if shift and handover and handover.step in {"incoming", "missing"}:
                view = await self._next_step(shift)
                questions = await self.handovers.questions(key)
                await together(*(self._replace(question, view) for question in questions))
        except DatabaseFault as fault:
            LOG.error("The question about a shift was not brought up to date: %s", fault)  # noqa: TRY400 - enough

    async def _next_step(self, shift: Shift) -> View:
        """Go on where no call is missing; skip the calls out where they have a form of their own."""
        await self.handovers.move_on(shift.key)
        if not self.outgoing:
            await self.handovers.finish(shift.key, None)
        return (await self.message(shift)).view

    async def _replace(self, question: HandoverQuestion, view: View) -> None:
        if not question.message:
            return
        try:
            await self.conversations.in_private(question.seat).replace(Handle(question.message), view)
        except NotShown as error:
            LOG.info("The question about a shift was not brought up to date: %s", error)
