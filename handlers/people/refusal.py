"""Whatever is not a tap: taken out of the chat, kept nowhere, answered in one sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.conversation import Refused
from handlers.request import Request
from handlers.view import View
from reports.language import Language
from storage.fault import N_
from storage.people.staff import Role


@dataclass(frozen=True)
class Refusal:
    """Refuses text, pictures, voices, contacts, places and unknown commands of those on the list."""

    role: Callable[[int], Role | None]
    language: Language

    async def refuse(self, request: Request) -> None:
        """Delete the message and say so; where it cannot be deleted, ask the sender to do it."""
        if self.role(request.seat) is None:
            return
        try:
            await request.conversation.remove(request.origin)
            text = N_("I only take taps on buttons. The message is deleted here and not saved.")
        except Refused:
            text = N_("I have not saved the message, but cannot delete it. Please delete it yourself.")
        await request.show(View(self.language.text(text)))
