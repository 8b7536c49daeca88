"""Letting in whoever has used an invitation: a link can be forwarded, so an administrator says yes first."""

import logging
from dataclasses import dataclass, field

from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.conversation import NotShown, Request
from handlers.people.seat_words import ROLES, called_there
from handlers.people.welcome import Welcome
from handlers.tap.form_tap import UnreadableTap
from handlers.tap.people_actions import Admit, OfSeat, Reject
from handlers.view import Button, View
from reports.words.language import Language
from storage.people.seat import Seat
from storage.people.seats import Seats

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Admission:
    """Asks the administrators about a seat that waits, once as long as the program runs."""

    seats: Seats
    administrators: Administrators
    welcome: Welcome
    audit: AuditLog
    language: Language
    _asked: set[int] = field(default_factory=set)

    async def ask(self, number: int) -> None:
        """Tell the administrators that an invitation was used, with buttons to let in or reject."""
        seat = self.seats.find(number)
        if seat is None or number in self._asked:
            return
        used = self.language.text(
            "An invitation was used: access no. {number}, {role}.",
            number=number,
            role=self.language.text(ROLES[seat.role]).lower(),
        )
        called = await self.called(seat)
        lines = [
            used,
            called and called_there(called, self.language),
            self.language.text("Make sure that it is the right person first."),
        ]
        view = View("\n".join(line for line in lines if line), [self.buttons(number)])
        if await self.administrators.tell(view):
            self._asked.add(number)

    def buttons(self, number: int) -> list[Button]:
        """Return the buttons that let in and reject."""
        text = self.language.text
        return [Button(text("Let in"), Admit(number)), Button(text("Reject"), Reject(number))]

    async def called(self, seat: Seat) -> str:
        """Return what the holder of a seat is called, empty where that cannot be asked."""
        try:
            return await self.administrators.conversations.name(seat.number)
        except NotShown as error:
            LOG.info("The name that goes with an access is not known: %s", error)
            return ""

    async def admit(self, request: Request, tap: Admit) -> None:
        """Let in a seat that waits, and greet it. Raises `UnreadableTap` for all but administrators."""
        seat = self.seat(request, tap)
        if not seat.waiting:
            await self._say_already(request, seat)
            return
        await self.seats.admit(seat.number)
        await self.audit.note(request, "admitted", seat.number)
        await request.replace(View(self.language.text("Access no. {number} is let in.", number=seat.number)))
        await self.welcome.checklist.refresh()
        try:
            await self.welcome.greet_in_private(seat.number, seat.role)
        except NotShown as error:
            LOG.warning("Somebody who was let in could not be told: %s", error)

    async def reject(self, request: Request, tap: Reject) -> None:
        """Remove a seat that waits. Raises `UnreadableTap` for all but administrators."""
        seat = self.seat(request, tap)
        if seat.waiting:
            await self.seats.remove(seat.number)
            await self.audit.note(request, "rejected", seat.number)
            await request.replace(View(self.language.text("Rejected. The invitation cannot be used again.")))
        else:
            await self._say_already(request, seat)

    async def _say_already(self, request: Request, seat: Seat) -> None:
        await request.replace(
            View(self.language.text("Access no. {number} is let in already.", number=seat.number))
        )

    def seat(self, request: Request, tap: OfSeat) -> Seat:
        """Return the seat that an administrator's tap is about. Raises `UnreadableTap`, also for all others."""
        self.administrators.check(request)
        seat = self.seats.find(tap.seat)
        if seat is None:
            raise UnreadableTap
        return seat
