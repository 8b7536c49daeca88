"""Answering a tap: decoding it, handing it to its use case, and explaining a refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from handlers.calls.receipt import Receipts
from handlers.calls.registration import Registration
from handlers.conversation import Request, together
from handlers.route import Route
from handlers.tap.codec import Tap, decode
from handlers.tap.form_tap import TIMING, FormTap, OutdatedTap, UnreadableTap
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_, NotAllowed
from storage.forms.form import Form
from storage.people.seat import Role

EXTRA_TAP: Mapping[bool | None, str] = {
    True: N_("That was an extra tap. The first one counts."),
    False: N_("That was an extra tap. Nothing is saved."),
    None: N_("That was an extra tap. It does not count."),
}
"""What is said of it, by whether the tap before it counts; None if nobody knows."""


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
        except NotAllowed as fault:
            await request.conversation.answer(fault.sentence(self.language.text), alert=True)
        except OutdatedTap as outdated:
            if self.role(request.seat) is None:
                await self._refuse(request)
            else:
                await self._renew(request, outdated.nonce)

    async def is_saved(self, carried: str) -> bool | None:
        """Tell whether a tap on a button with this text is about a new call that is kept; None if nobody knows."""
        filling = self._filling(carried)
        return await self.registration.is_kept(filling.state.nonce) if filling else False

    def turns_on(self, before: str, carried: str) -> bool:
        """Tell whether two taps, by what they carry, turn pages: then the second, however soon, is meant."""
        first, second = self._read(before), self._read(carried)
        return type(first) is type(second) and first is not None and self.routes[type(first)].turns

    async def explain_extra(self, request: Request, before: str, *, elsewhere: bool) -> None:
        """Say that a tap was one too many, and what came of the one before it, on a button with that text.

        Of one on a message ``elsewhere``, which may be about something else, only that it does not count.
        """
        counts: bool | None = True
        if elsewhere:
            counts = None
        elif filling := self._filling(before):
            counts = await self.registration.is_kept(filling.state.nonce)
        await request.conversation.answer(self.language.text(EXTRA_TAP[counts]))

    async def ask_again(self, request: Request, view: View | None) -> None:
        """Show a screen once more, where a tap on it had waited and may not have been meant."""
        notice = self.language.text("Tap again.")
        if view is None:
            await request.conversation.answer(notice)
        else:
            text = view.text if view.text.endswith(notice) else f"{view.text}\n\n{notice}"
            await request.replace(replace(view, text=text), notice)

    def _read(self, carried: str) -> Tap | None:
        try:
            return decode(carried, self.forms)
        except (UnreadableTap, OutdatedTap):
            return None

    def _filling(self, carried: str) -> FormTap | None:
        """Return a tap on a new call; choosing a time and correcting may be about one that was kept before."""
        tap = self._read(carried)
        if not isinstance(tap, FormTap) or tap.state.revision is not None or tap.press in TIMING:
            return None
        return tap

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
