"""Answering `/help`: what one can do here, by role."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.commands import listed_for
from handlers.conversation import Request
from handlers.summaries.checklist import Checklist
from handlers.view import View
from reports.words.language import Language
from storage.people.seat import Role


@dataclass(frozen=True)
class Help:
    """Lists the commands of a seat's role."""

    role: Callable[[int], Role | None]
    checklist: Checklist
    language: Language

    async def show(self, request: Request) -> None:
        """Show what the sender can do; an administrator also what is left to set up."""
        role, text = self.role(request.seat), self.language.text
        if role is None:
            return
        code = self.language.code
        lines = [
            text("What you can do here:"),
            *(f"/{command.name(code)} – {text(command.long)}" for command in listed_for(role) if command.long),
            text("Tap rather than write: anything else is deleted at once."),
        ]
        await request.show(View("\n".join(lines)))
        if role == "administrator" and not self.checklist.is_done:
            await self.checklist.show(request)
