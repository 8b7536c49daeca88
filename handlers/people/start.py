"""Greeting whoever is on the list, and letting in the first administrator by a one-time code."""

from dataclasses import dataclass

from handlers.calls.registration import Registration
from handlers.commands import HELP
from handlers.conversation import Request
from handlers.refusals import Refusals
from handlers.summaries.checklist import Checklist
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_
from storage.people.staff import Role, Staff

NEW_CALL = N_("📞 New call")
LAST_MONTH = N_("📊 Last month")


@dataclass(frozen=True)
class Start:
    """Answers `/start`: greets those on the list, lets in who sends a right code, ignores everybody else."""

    staff: Staff
    registration: Registration
    checklist: Checklist
    refusals: Refusals
    language: Language

    async def start(self, request: Request, words: str) -> None:
        """Greet the sender, if on the list or let in by a code; show an administrator what is left."""
        code, _, more = words.partition(" ")
        let_in = await self.staff.redeem(code, request.seat) if code else None
        role, text = self.staff.role(request.seat), self.language.text
        if role is None:
            return
        if let_in:
            await request.show(View(text("You are now the administrator.")))
            await self.checklist.refresh()
        if more or (code and not let_in):
            await self.refusals.refuse(request, text("That code does not work here."))
        await self._welcome(request, role)
        if role == "administrator":
            await self.checklist.show(request)
        await self.registration.open(request)

    async def _welcome(self, request: Request, role: Role) -> None:
        text = self.language.text
        welcome = text("Welcome. Register each call after hanging up: three taps, no names.")
        can = text("{help} shows what else you can do here.", help=f"/{HELP.name(self.language.code)}")
        labels = [NEW_CALL] if role == "staff" else [NEW_CALL, LAST_MONTH]
        await request.show(View(f"{welcome}\n{can}", menu=[text(label) for label in labels]))
