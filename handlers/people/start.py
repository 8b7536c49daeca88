"""Greeting whoever is on the list, and opening a seat for whoever sends a right code."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.conversation import Request
from handlers.people.admission import Admission
from handlers.refusals import Refusals
from handlers.strangers import Strangers, WrongCodes
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_
from storage.people.invites import Invites, Redeemed
from storage.people.seats import Seats


@dataclass(frozen=True)
class Start:
    """Answers `/start`: greets those on the list, opens a seat for a right code, and ignores everybody else.

    ``clock`` is the local time, with its zone.
    """

    seats: Seats
    invites: Invites
    wrong_codes: WrongCodes
    strangers: Strangers
    admission: Admission
    refusals: Refusals
    language: Language
    clock: Callable[[], datetime]

    async def start(self, request: Request, words: str) -> None:
        """Greet the sender, if on the list or let in by a code; a wrong code is refused, or ignored."""
        code, _, more = words.partition(" ")
        opened = await self._redeemed(request, code) if code and not more else None
        if opened is not None:
            await self._open(request, opened)
            return
        role, text = self.seats.role(request.seat), self.language.text
        if role is None:
            self.strangers.knocked()
            return
        if code:
            await self.refusals.refuse(request, text("That code does not work here."))
        await self.admission.welcome.greet(request, role)

    async def _redeemed(self, request: Request, code: str) -> Redeemed | None:
        account = request.account
        if account is None:
            return None
        return await self.wrong_codes.tried(account, lambda: self.invites.redeem(code, account, now=self.clock()))

    async def _open(self, request: Request, opened: Redeemed) -> None:
        """Greet the first administrator; of others tell the administrators, who let them in."""
        request = replace(request, seat=opened.seat)
        if not opened.repeated:
            await self.admission.audit.note(request, "opened")
        if not opened.waiting:
            words = (
                N_("You are now the administrator.") if opened.role == "administrator" else N_("You are let in.")
            )
            await request.show(View(self.language.text(words)))
            await self.admission.welcome.checklist.refresh()
            await self.admission.welcome.greet(request, opened.role)
            return
        waits = N_("Thank you. The administrator has to let you in first; then I write to you here.")
        await request.show(View(self.language.text(waits)))
        await self.admission.ask(opened.seat)
