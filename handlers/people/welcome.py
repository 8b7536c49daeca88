"""Welcoming whoever is let in: what to do here, the buttons at hand, and the first form."""

from dataclasses import dataclass

from handlers.calls.registration import Registration
from handlers.commands import HELP
from handlers.conversation import Conversations, Handle, Request
from handlers.people.seat_words import ROLES
from handlers.summaries.checklist import Checklist
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_
from storage.people.seat import Role

NEW_CALL = N_("📞 New call")
LAST_MONTH = N_("📊 Last month")


@dataclass(frozen=True)
class Welcome:
    """Greets by role."""

    registration: Registration
    checklist: Checklist
    conversations: Conversations
    language: Language

    async def greet(self, request: Request, role: Role) -> None:
        """Say what to do here, show a form to fill in, and an administrator what is left."""
        text = self.language.text
        welcome = text("Welcome. Register each call after hanging up: three taps, no names.")
        can = text("{help} shows what else you can do here.", help=f"/{HELP.name(self.language.code)}")
        await request.show(View(f"{welcome}\n{can}", menu=self._menu(role)))
        await self.registration.open(request)
        if role == "administrator":
            await self.checklist.show(request)

    async def greet_in_private(self, seat: int, role: Role) -> None:
        """Greet a seat that has just been let in. Raises `NotShown`."""
        await self.greet(Request(seat, self.conversations.in_private(seat), Handle(0)), role)

    async def tell_role(self, seat: int, role: Role) -> None:
        """Tell a seat that its role is another, and show the buttons that go with it. Raises `NotShown`."""
        words = self.language.text(
            "Your role is another: {role}. {help} shows what you can do.",
            role=self.language.text(ROLES[role]).lower(),
            help=f"/{HELP.name(self.language.code)}",
        )
        await self.conversations.in_private(seat).show(View(words, menu=self._menu(role)))

    def _menu(self, role: Role) -> list[str]:
        labels = [NEW_CALL] if role == "staff" else [NEW_CALL, LAST_MONTH]
        return [self.language.text(label) for label in labels]
