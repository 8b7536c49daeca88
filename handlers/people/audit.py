"""Showing an administrator the audit."""

from dataclasses import dataclass

from handlers.administrators import Administrators
from handlers.conversation import Request
from handlers.people.audit_words import audit_line
from handlers.tap.people_actions import TurnAudit
from handlers.view import View, page_buttons
from reports.words.language import Language
from storage.audit.audit import Audit

PAGE = 20


@dataclass(frozen=True)
class ShowingAudit:
    """Answers `/audit`."""

    audit: Audit
    administrators: Administrators
    language: Language

    async def show(self, request: Request) -> None:
        """Show an administrator the latest acts."""
        if await self.administrators.ask(request):
            await request.show(await self._page(0))

    async def turn(self, request: Request, tap: TurnAudit) -> None:
        """Show another page. Raises `UnreadableTap` for all but administrators."""
        self.administrators.check(request)
        await request.replace(await self._page(tap.skipped))

    async def _page(self, skipped: int) -> View:
        entries = await self.audit.entries(PAGE + 1, skipped)
        lines = [audit_line(entry, self.language) for entry in entries[:PAGE]]
        head = self.language.text("Who did what:") if lines else self.language.text("Nothing has been noted.")
        more = len(entries) > PAGE
        return View(
            "\n".join([head, *lines]), [[*page_buttons(skipped, PAGE, TurnAudit, self.language, more=more)]]
        )
