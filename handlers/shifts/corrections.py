"""Answering `/shifts`: leaders see what the latest shifts answered, and correct it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.calls.roster import Roster
from handlers.commands import LEADERS
from handlers.conversation import Request
from handlers.refusals import Refusals
from handlers.shifts.figures import ON_A_PAGE, ShiftList, ShiftMessage
from handlers.tap.actions import OfShift
from handlers.tap.form_tap import UnreadableTap
from handlers.tap.shift_corrections import (
    ChooseCalls,
    CorrectCalls,
    ListShifts,
    MoreCalls,
    OpenShift,
    TakeBackChange,
)
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_
from storage.people.seat import Role
from storage.records.retention import LATE_DAYS
from storage.shifts.corrections import Figure, ShiftCorrections
from storage.shifts.handovers import Handovers

LEADERS_ONLY = N_("Only leaders can correct shifts. Write /shift for this shift.")


@dataclass(frozen=True)
class CorrectingShifts:
    """Lets leaders correct the ``figures`` of shifts whose questions are over; every change is kept."""

    corrections: ShiftCorrections
    handovers: Handovers
    roster: Roster
    role: Callable[[int], Role | None]
    refusals: Refusals
    language: Language
    figures: Sequence[Figure]

    async def send(self, request: Request) -> None:
        """Show the first page of the list; only to leaders. Raises a `DatabaseFault`."""
        role = self.role(request.seat)
        if role == "staff":
            await self.refusals.say(request, self.language.text(LEADERS_ONLY))
        elif role is not None:
            await request.show(await self._list(0))

    async def turn(self, request: Request, tap: ListShifts) -> None:
        """Show another page of the list in the same message."""
        if not await self._is_refused(request):
            await request.replace(await self._list(tap.skipped))

    async def open(self, request: Request, tap: OpenShift) -> None:
        """Show one shift."""
        if message := await self._found(request, tap):
            await request.replace(message.view)

    async def choose(self, request: Request, tap: ChooseCalls) -> None:
        """Show numbers to choose from. Raises `UnreadableTap` for a figure that is not asked for."""
        if message := await self._found(request, tap, tap.figure):
            await request.replace(message.choice(tap.figure))

    async def more(self, request: Request, tap: MoreCalls) -> None:
        """Show greater numbers to choose from. Raises `UnreadableTap` for a figure that is not asked for."""
        if message := await self._found(request, tap, tap.figure):
            await request.replace(message.choice(tap.figure, tap.lowest))

    async def correct(self, request: Request, tap: CorrectCalls) -> None:
        """Give a figure another number. Raises `UnreadableTap` for a figure that is not asked for."""
        now = self.roster.now
        if not await self._found(request, tap, tap.figure):
            return
        await self.corrections.correct(tap.shift, tap.figure, tap.calls, by=request.seat, now=now)
        if message := await self._found(request, tap):
            if change := message.latest(tap.figure):  # made by this tap, maybe when it came the first time
                await request.replace(message.changed(change))
            else:
                await request.replace(message.view, self.language.text("It is so already."))

    async def take_back(self, request: Request, tap: TakeBackChange) -> None:
        """Make a figure what it was before a change, unless it has been changed since."""
        if not await self._found(request, tap):
            return
        done = await self.corrections.take_back(tap.shift, tap.change, by=request.seat, now=self.roster.now)
        if message := await self._found(request, tap):
            is_as_before = done or message.is_taken_back(tap.change)
            said = N_("It is as it was before.") if is_as_before else N_("It has been changed since.")
            await request.replace(message.view, self.language.text(said))

    async def _list(self, skipped: int) -> View:
        found = await self.corrections.latest(ON_A_PAGE + 1, skipped, now=self.roster.now)
        if skipped and not found:  # its shifts are too old meanwhile
            return await self._list(0)
        return ShiftList(found[:ON_A_PAGE], skipped, len(found) > ON_A_PAGE, self.language).view

    async def _found(self, request: Request, tap: OfShift, figure: Figure | None = None) -> ShiftMessage | None:
        """Return the shift of a leader's tap; else say why it cannot be corrected, and show those that can."""
        if await self._is_refused(request):
            return None
        if figure and figure not in self.figures:
            raise UnreadableTap
        shift = await self.corrections.find(tap.shift, now=self.roster.now)
        if shift is None:
            await request.replace(await self._list(0), await self._why_not(tap.shift))
            return None
        changes = await self.corrections.changes(tap.shift)
        return ShiftMessage(shift, changes, self.roster.shifts, self.figures, self.language)

    async def _is_refused(self, request: Request) -> bool:
        """Tell whether a tap is not a leader's, and if so tell who made it."""
        if self.role(request.seat) in LEADERS:
            return False
        await request.conversation.answer(self.language.text(LEADERS_ONLY), alert=True)
        return True

    async def _why_not(self, key: str) -> str:
        handover, text = await self.handovers.look(key), self.language.text
        if handover is None:
            return text("Nobody was asked about that shift.")
        if handover.step != "done":
            return text("The shift is still being asked. It can be corrected afterwards.")
        return text("A shift can be corrected for {days} days.", days=LATE_DAYS)
