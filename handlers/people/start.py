"""Greeting whoever is on the list, and letting in the first administrator by a one-time code."""

from dataclasses import dataclass

from handlers.calls.registration import Registration
from handlers.conversation import Request
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_
from storage.people.staff import Staff

NEW_CALL = N_("📞 New call")
LAST_MONTH = N_("📊 Last month")


@dataclass(frozen=True)
class Start:
    """Answers `/start`: greets those on the list, lets in who sends a right code, ignores everybody else."""

    staff: Staff
    registration: Registration
    language: Language

    async def start(self, request: Request, words: str) -> None:
        """Greet the sender, if on the list or let in by a code in ``words``."""
        code, _, _ = words.partition(" ")
        role = await self.staff.redeem(code, request.seat) if code else None
        if role is None and self.staff.role(request.seat) is None:
            return
        if role is not None:
            await request.show(View(self.language.text("You are now the administrator.")))
        welcome = self.language.text("Welcome. Register each call after hanging up: three taps, no names.")
        labels = [NEW_CALL] if self.staff.role(request.seat) == "staff" else [NEW_CALL, LAST_MONTH]
        await request.show(View(welcome, menu=[self.language.text(label) for label in labels]))
        await self.registration.open(request)
