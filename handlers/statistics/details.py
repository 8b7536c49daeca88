"""The buttons under a summary: table, text to paste, about the figures, documents, charts of other forms."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from handlers.conversation import Request
from handlers.statistics.visibility import Visibility
from handlers.tap.actions import OfPeriod, SendChapter, SendWorkbook, ShowAbout, ShowChart, ShowProse, ShowTable
from handlers.tap.form_tap import UnreadableTap
from handlers.view import View
from reports.chapter.prose import prose
from reports.report_files import Document, File, ReportBuilder
from reports.reported_forms import ReportedForms
from reports.words.about import about
from reports.words.caption import caption
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.words.table import table_text
from reports.words.wording import Wording
from reports.words.wording_reading import wording_of
from reports.worker.client import NotRendered
from storage.deliveries.chats import Chats
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.people.seat import Role

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Details:
    """Shows more of a summary, in the language of the chat. ``own`` is the centre's language.

    Raises `UnreadableTap` for a period that the seat may not see yet.
    """

    forms: Mapping[str, Form]
    builder: ReportBuilder
    counts: Counts
    chats: Chats
    language: Callable[[Code], Language]
    own: Code
    role: Callable[[int], Role | None]
    today: Callable[[], date]
    limits: Limits

    async def table(self, request: Request, tap: ShowTable) -> None:
        """Show the summary as a table."""
        await request.reply(View(table_text(await self._words(request, tap), self.limits)))

    async def prose(self, request: Request, tap: ShowProse) -> None:
        """Show the summary as a text to paste."""
        await request.reply(View(prose(await self._words(request, tap), self.limits)))

    async def about(self, request: Request, tap: ShowAbout) -> None:
        """Explain the figures."""
        await request.reply(View(about(tap.form, self._language(request, tap))))

    async def chart(self, request: Request, tap: ShowChart) -> None:
        """Show the chart of another form."""
        words = await self._words(request, tap)
        await request.busy("picture")
        told = caption(words, self.limits)
        try:
            view = View(told.text, picture=File("chart.png", await self.builder.card(words)))
        except NotRendered as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            view = View(told.text)
        await request.show(view)
        if told.figures:
            await request.show(View(told.figures))

    async def document(self, request: Request, tap: SendWorkbook | SendChapter) -> None:
        """Send the workbook, or the chapter for the annual report."""
        document: Document = "xlsx" if isinstance(tap, SendWorkbook) else "docx"
        language = self._language(request, tap)
        wording = partial(wording_of, self.counts, period=tap.period, today=self.today(), language=language)
        report = await ReportedForms.led_by(tap.form, self.forms).read(tap.period, wording)
        await request.busy("file")
        try:
            view = View(file=await self.builder.document(document, report))
        except NotRendered as fault:
            LOG.error("A document could not be made: %s", fault)  # noqa: TRY400 - the sentence says it all
            view = View(language.text("The file could not be made. Try later."))
        await request.show(view)

    async def _words(self, request: Request, tap: OfPeriod) -> Wording:
        language = self._language(request, tap)
        return await wording_of(self.counts, tap.form, tap.period, self.today(), language)

    def _language(self, request: Request, tap: OfPeriod) -> Language:
        """Return the chat's language, if the seat may see the period."""
        visibility = Visibility.of(self.role(request.seat), self.today())
        if not visibility.sees(tap.period):
            raise UnreadableTap
        return self.language(self.chats.language_in(request.conversation.place, self.own))
