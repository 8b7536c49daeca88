"""Binding chats: who gets the summaries, of which kinds and in which language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.conversation import NotShown, Request
from handlers.strangers import WrongCodes
from handlers.summaries.checklist import Checklist
from handlers.summaries.letters import MAILBOXES
from handlers.tap.actions import OfChat, SwitchReport, TurnLanguage, Unbind
from handlers.tap.form_tap import UnreadableTap
from handlers.view import Button, View
from reports.words.language import Language
from storage.deliveries.chats import BoundChat, Chats, Report
from storage.fault import N_
from storage.people.seat import Role

KINDS: dict[Report, str] = {"monthly": N_("Month"), "tertial": N_("Tertial"), "annual": N_("Year")}
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "English"}


@dataclass(frozen=True)
class Binding:
    """Answers `/bind`, `/unbind` and `/chats`. ``code`` makes one-time codes, ``clock`` is the local time."""

    chats: Chats
    role: Callable[[int], Role | None]
    administrators: Administrators
    wrong_codes: WrongCodes
    language: Language
    clock: Callable[[], datetime]
    code: Callable[[], str]
    checklist: Checklist
    audit: AuditLog

    async def bind(self, request: Request, words: str) -> None:
        """Give an administrator a code, or bind the chat where a right code is written.

        A wrong, used or expired code is refused, and if a stranger writes it, ignored.
        """
        code, _, _ = words.partition(" ")
        if not code:
            await self._give_code(request)
        elif request.account is None and await self.chats.knows(code, self.clock()):
            await request.show(View(self.language.text("Write as yourself, not anonymously, and try again.")))
        elif await self._bound(request, code):
            await self.audit.note(request, "bound")
            gets = self.language.text("This chat now gets the summaries.")
            await request.show(View(f"{gets}\n{self.checklist.next_report}"))
            await self.checklist.refresh()
        elif self.role(request.seat) is not None:
            reason = self.language.text(
                "That code does not work here. The administrator gets a new one with /bind."
            )
            await self.administrators.refusals.refuse(request, reason)

    async def _bound(self, request: Request, code: str) -> bool:
        bound = await self.wrong_codes.tried(
            request.account,
            lambda: self.chats.bind(
                code,
                request.conversation.place,
                language=self.language.code,
                now=self.clock(),
                administrators=self.administrators.seats,
            ),
        )
        return bool(bound)

    def _now(self) -> str:
        return self.clock().replace(tzinfo=None).isoformat(timespec="minutes")

    async def _give_code(self, request: Request) -> None:
        if not await self.administrators.ask(request):
            return
        if not request.private:
            await self._say(request, N_("Write /bind to me in private: you get a code for this chat there."))
            return
        code = self.code()
        await self.chats.make_code(code, by=request.seat, now=self.clock())
        words = N_("Write this in the chat that is to get the summaries, once, within ten minutes: /bind {code}")
        await request.show(View(self.language.text(words, code=code)))

    async def unbind(self, request: Request) -> None:
        """Stop sending summaries to this chat, if an administrator asks."""
        if not await self.administrators.ask(request):
            return
        number = self.chats.number_of(request.conversation.place)
        if await self.chats.unbind(request.conversation.place):
            await self.audit.note(request, "unbound", number)
            await request.show(View(self.language.text("This chat gets no more summaries.")))
            await self.checklist.refresh()
        else:
            await self._say(request, N_("This chat gets no summaries."))

    async def list(self, request: Request) -> None:
        """List the bound chats for an administrator, each with buttons for its kinds and language."""
        if not await self.administrators.ask(request):
            return
        if not self.chats.all:
            await self._say(request, N_("No chat gets summaries. Write /bind."))
        for bound in self.chats.all:
            await request.show(await self._view(bound))

    async def switch(self, request: Request, tap: SwitchReport) -> None:
        """Switch a kind on or off. Raises `UnreadableTap` for all but administrators."""
        self._check(request, tap)
        await self.chats.switch(tap.chat, tap.report, self._now())
        await self.audit.note(request, "chat", tap.chat)
        await self._show(request, tap)

    async def turn_language(self, request: Request, tap: TurnLanguage) -> None:
        """Switch to the next language. Raises `UnreadableTap` for all but administrators."""
        self._check(request, tap)
        await self.chats.turn_language(tap.chat)
        await self.audit.note(request, "chat", tap.chat)
        await self._show(request, tap)

    async def remove(self, request: Request, tap: Unbind) -> None:
        """Stop sending summaries to a chat. Raises `UnreadableTap` for all but administrators."""
        await self.chats.unbind(self._check(request, tap).address)
        await self.audit.note(request, "unbound", tap.chat)
        gone = self.language.text("Chat {chat} gets no more summaries.", chat=tap.chat)
        await request.replace(View(gone))
        await self.checklist.refresh()

    async def _say(self, request: Request, reason: str) -> None:
        await self.administrators.refusals.say(request, self.language.text(reason))

    def _check(self, request: Request, tap: OfChat) -> BoundChat:
        self.administrators.check(request)
        bound = self.chats.find(tap.chat)
        if bound is None:
            raise UnreadableTap
        return bound

    async def _show(self, request: Request, tap: OfChat) -> None:
        await request.replace(await self._view(self._check(request, tap)))

    async def _view(self, bound: BoundChat) -> View:
        wanted = [self.language.text(KINDS[report]) for report, wanted in bound.reports.items() if wanted]
        text = self.language.text(
            "Chat {chat}: {kinds}, {language}",
            chat=await self._called(bound),
            kinds=", ".join(wanted) or "–",
            language=LANGUAGES[bound.language],
        )
        kinds = [
            Button(f"{'✓ ' if on else ''}{self.language.text(KINDS[report])}", SwitchReport(bound.number, report))
            for report, on in bound.reports.items()
        ]
        last = [Button(LANGUAGES[bound.language], TurnLanguage(bound.number))]
        if bound.address not in MAILBOXES:  # those are named, and removed, in the config
            last.append(Button(self.language.text("Remove"), Unbind(bound.number)))
        return View(text, [kinds, last])

    async def _called(self, bound: BoundChat) -> str:
        """Return the chat's number, with what it is called where that can be asked."""
        try:
            called = await self.administrators.conversations.name_of_place(bound.address)
        except NotShown:
            called = ""
        return f"{bound.number} ({called})" if called else str(bound.number)
