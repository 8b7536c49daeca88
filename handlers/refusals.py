"""Refusing what was written: it is deleted, and the reason stands there once, however often it is needed."""

import contextlib

from handlers.conversation import Handle, NotShown, Refused, Request
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_


class Refusals:
    """Refuses messages; of the refusals in one place only the latest stays."""

    def __init__(self, language: Language) -> None:
        """Speak that language."""
        self._language = language
        self._latest: dict[int, Handle] = {}

    async def refuse(self, request: Request, reason: str) -> None:
        """Delete a message and say why, and that nothing of it is kept; ask its sender to where deleting fails."""
        try:
            await request.conversation.remove(request.origin)
            deleted = N_("The message is deleted here and not saved.")
        except Refused:
            deleted = N_("I have not saved the message, but cannot delete it. Please delete it yourself.")
        await self.say(request, f"{reason} {self._language.text(deleted)}")

    async def say(self, request: Request, reason: str) -> None:
        """Say why something is not done, in place of what was said last about that."""
        place = request.conversation.place
        before = self._latest.pop(place, None)
        self._latest[place] = await request.conversation.show(View(reason))
        if before is not None:
            with contextlib.suppress(NotShown):  # it is too old, or gone already; at worst both stay
                await request.conversation.remove(before)
