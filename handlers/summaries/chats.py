"""Binding chats: who gets the summaries, of which kinds and in which language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import NOBODY, Request
from handlers.refusals import Refusals
from handlers.summaries.checklist import Checklist
from handlers.tap.actions import OfChat, SwitchReport, TurnLanguage, Unbind
from handlers.tap.form_tap import UnreadableTap
from handlers.view import Button, View
from reports.words.language import Language
from storage.deliveries.chats import BoundChat, Chats, Report
from storage.fault import N_
from storage.people.staff import Role

KINDS: dict[Report, str] = {"monthly": N_("Month"), "tertial": N_("Tertial"), "annual": N_("Year")}
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "English"}


@dataclass(frozen=True)
class Binding:
    """Answers `/bind`, `/unbind` and `/chats`. ``code`` makes one-time codes, ``clock`` is the local time."""

    chats: Chats
    role: Callable[[int], Role | None]
    language: Language
    clock: Callable[[], datetime]
    code: Callable[[], str]
    checklist: Checklist
    refusals: Refusals

    async def bind(self, request: Request, words: str) -> None:
        """Give an administrator a code, or bind the chat where a right code is written.

        A wrong or used code is refused, and if a stranger writes it, ignored.
        """
        code, _, _ = words.partition(" ")
        place = request.conversation.place
        if not code:
            await self._give_code(request)
        elif request.seat == NOBODY and await self.chats.knows(code):
            await request.show(View(self.language.text("Write as yourself, not anonymously, and try again.")))
        elif await self.chats.bind(code, place, language=self.language.code, now=self._now()):
            gets = self.language.text("This chat now gets the summaries.")
            await request.show(View(f"{gets}\n{self.checklist.next_report}"))
            await self.checklist.refresh()
        elif self.role(request.seat) is not None:
            reason = self.language.text(
                "That code does not work here. The administrator gets a new one with /bind."
            )
            await self.refusals.refuse(request, reason)

    def _now(self) -> str:
        return self.clock().replace(tzinfo=None).isoformat(timespec="minutes")

    async def _give_code(self, request: Request) -> None:
        if not await self._is_administrator(request):
            return
        if not request.private:
            await self._say(request, N_("Write /bind to me in private: you get a code for this chat there."))
            return
        code = self.code()
        await self.chats.make_code(code)
        words = N_("Write this in the chat that is to get the summaries, once: /bind {code}")
        await request.show(View(self.language.text(words, code=code)))

    async def unbind(self, request: Request) -> None:
        """Stop sending summaries to this chat, if an administrator asks."""
        if not await self._is_administrator(request):
            return
        if await self.chats.unbind(request.conversation.place):
            await request.show(View(self.language.text("This chat gets no more summaries.")))
            await self.checklist.refresh()
        else:
            await self._say(request, N_("This chat gets no summaries."))

    async def list(self, request: Request) -> None:
        """List the bound chats for an administrator, each with buttons for its kinds and language."""
        if not await self._is_administrator(request):
            return
        if not self.chats.all:
            await self._say(request, N_("No chat gets summaries. Write /bind."))
        for bound in self.chats.all:
            await request.show(self._view(bound))

    async def switch(self, request: Request, tap: SwitchReport) -> None:
        """Switch a kind on or off. Raises `UnreadableTap` for all but administrators."""
        self._check(request, tap)
        await self.chats.switch(tap.chat, tap.report, self._now())
        await self._show(request, tap)

    async def turn_language(self, request: Request, tap: TurnLanguage) -> None:
        """Switch to the next language. Raises `UnreadableTap` for all but administrators."""
        self._check(request, tap)
        await self.chats.turn_language(tap.chat)
        await self._show(request, tap)

    async def remove(self, request: Request, tap: Unbind) -> None:
        """Stop sending summaries to a chat. Raises `UnreadableTap` for all but administrators."""
        self._check(request, tap)
        await self.chats.unbind(tap.chat)
        gone = self.language.text("Chat {chat} gets no more summaries.", chat=tap.chat)
        await request.replace(View(gone))
        await self.checklist.refresh()

    async def _is_administrator(self, request: Request) -> bool:
        """Tell whether an administrator asks, and tell others on the list that they cannot."""
        role = self.role(request.seat)
        if role not in {None, "administrator"}:
            await self._say(request, N_("Only the administrator can do that."))
        return role == "administrator"

    async def _say(self, request: Request, reason: str) -> None:
        await self.refusals.say(request, self.language.text(reason))

    def _check(self, request: Request, tap: OfChat) -> None:
        if self.role(request.seat) != "administrator" or not self.chats.bound(tap.chat):
            raise UnreadableTap

    async def _show(self, request: Request, tap: OfChat) -> None:
        [now] = [bound for bound in self.chats.all if bound.chat == tap.chat]
        await request.replace(self._view(now))

    def _view(self, bound: BoundChat) -> View:
        wanted = [self.language.text(KINDS[report]) for report, wanted in bound.reports.items() if wanted]
        text = self.language.text(
            "Chat {chat}: {kinds}, {language}",
            chat=bound.chat,
            kinds=", ".join(wanted) or "–",
            language=LANGUAGES[bound.language],
        )
        kinds = [
            Button(f"{'✓ ' if on else ''}{self.language.text(KINDS[report])}", SwitchReport(bound.chat, report))
            for report, on in bound.reports.items()
        ]
        language = Button(LANGUAGES[bound.language], TurnLanguage(bound.chat))
        return View(text, [kinds, [language, Button(self.language.text("Remove"), Unbind(bound.chat))]])
