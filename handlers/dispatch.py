"""Answering a tap: decoding it, handing it to its use case, and explaining a refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.calls.receipt import Receipts
from handlers.calls.registration import Registration
from handlers.calls.rights import NotYours
from handlers.conversation import Request, together
from handlers.routes import Route
from handlers.tap.codec import decode
from handlers.tap.form_tap import TIMING, FormTap, OutdatedTap, UnreadableTap
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_
from storage.forms.form import Form
from storage.people.staff import Role


@dataclass(frozen=True)
class Dispatch:
    """Answers taps by ``routes``, which are found by the class of tap."""

    routes: Mapping[type[object], Route]
    forms: Mapping[str, Form]
    receipts: Receipts
    registration: Registration
    role: Callable[[int], Role | None]
    language: Language

    async def answer(self, request: Request, carried: str) -> None:
        """Answer a tap on a button with this text."""
        try:
            tap = decode(carried, self.forms)
            route = self.routes[type(tap)]
            # The owner of a private chat that gets summaries need not be on the list.
            if route.open_to_all or self.role(request.seat) is not None:
                await route.answer(request, tap)
            else:
                await self._refuse(request)
        except UnreadableTap:
            await self._refuse(request)
        except NotYours as fault:
            await request.conversation.answer(fault.sentence(self.language.text), alert=True)
        except OutdatedTap as outdated:
            if self.role(request.seat) is None:
                await self._refuse(request)
            else:
                await self._renew(request, outdated.nonce)

    async def is_saved(self, carried: str) -> bool:
        """Tell whether a tap on a button with this text is about a new call that is kept."""
        try:
            tap = decode(carried, self.forms)
        except (UnreadableTap, OutdatedTap):
            return False
        # Choosing a time and correcting are about a call that was kept before.
        if not isinstance(tap, FormTap) or tap.state.revision is not None or tap.press in TIMING:
            return False
        return await self.registration.is_kept(tap.state.nonce)

    async def _refuse(self, request: Request) -> None:
        notice = self.language.text("This button no longer works. Nothing is saved.")
        await request.conversation.answer(notice)

    async def _renew(self, request: Request, nonce: str) -> None:
        try:
            await self.receipts.show(request, nonce, N_("The form has changed since this button was made."))
        except UnreadableTap:  # no such record was kept
            text = self.language.text(
                "The form has changed since this button was made. The tap is not saved. Here is a fresh form."
            )
            await together(request.replace(View(text)), self.registration.open(request))
