"""Two questions set against each other: asked for in words after `/stats`, or chosen by buttons."""

import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from handlers.conversation import NotShown, Request
from handlers.refusals import Refusals
from handlers.statistics.cross_choice import CrossPair, columns_choice, example, names, rows_below, rows_choice
from handlers.statistics.visibility import Visibility, shown_instead
from handlers.tap.cross_table_actions import ChooseColumns, ChooseRows, OpenCrossTable, ShowCrossTable
from handlers.view import Rows, View
from reports.analysis.period import NotAPeriod
from reports.analysis.period_parser import parse_period
from reports.analysis.question_parser import PairAsked, pair_asked
from reports.cross_tables import CrossTables
from reports.report_files import File
from reports.words.cross_table import CrossWording
from reports.words.cross_table_caption import cross_caption
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.worker.client import NotRendered
from storage.deliveries.chats import Chats
from storage.forms.form import Form
from storage.people.seat import Role

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class CrossStatistics:
    """Shows which answers come together, in the language of the chat. ``own`` is the centre's language."""

    forms: Mapping[str, Form]
    tables: CrossTables
    chats: Chats
    refusals: Refusals
    language: Callable[[Code], Language]
    own: Code
    role: Callable[[int], Role | None]
    today: Callable[[], date]
    limits: Limits

    async def show(self, request: Request, words: str) -> None:
        """Show the table that ``words`` mean, or explain the words. Raises a `DatabaseFault`."""
        form, asked = self._asked(words)
        text = self._language(request).text
        if asked is None:
            await self.refusals.refuse(request, self._unknown(request, form))
            return
        if asked.rows == asked.columns:
            await self.refusals.refuse(request, text("That is the same question twice."))
            return
        try:
            period = parse_period(asked.period, today=self.today())
        except NotAPeriod as fault:
            await self.refusals.refuse(request, fault.sentence(text))
            return
        await request.conversation.busy("picture")
        await self._show(request, CrossPair(form, period, asked.rows, asked.columns), is_asked=bool(asked.period))

    async def choose_rows(self, request: Request, tap: ChooseRows) -> None:
        """Ask which question the rows are, in a new message."""
        await request.reply(rows_choice(tap, self._language(request)))

    async def choose_columns(self, request: Request, tap: ChooseColumns) -> None:
        """Ask which question the columns are, where the rows were chosen."""
        await request.replace(columns_choice(tap, self._language(request)))

    async def open(self, request: Request, tap: OpenCrossTable) -> None:
        """Show the table that was chosen, in place of the choice."""
        pair = CrossPair.tapped(tap)
        await request.busy("picture")
        with contextlib.suppress(NotShown):  # then the choice stays
            await request.conversation.remove(request.origin)
        await self._show(request, pair)

    async def swap(self, request: Request, tap: ShowCrossTable) -> None:
        """Show a table the other way round, in a new message."""
        pair = CrossPair.tapped(tap)
        await request.busy("picture")
        await self._show(request, pair)

    async def table(self, seat: int, asked: CrossPair) -> CrossWording:
        """Return the table of a period, or of the nearest that the seat may see.

        Raises a `DatabaseFault`, and `NotRendered` where it cannot be counted.
        """
        visibility = Visibility.of(self.role(seat), self.today())
        period = visibility.nearest(asked.period)
        pair = (asked.rows, asked.columns)
        [table] = await self.tables.count(asked.form, [pair], period, visibility.as_of(period))
        return CrossWording(table, self.language(self.own))

    def _asked(self, words: str) -> tuple[Form, PairAsked | None]:
        """Return what is asked for, of the first form that has both questions."""
        every = [(form, pair_asked(form, words)) for form in self.forms.values()]
        return next((found for found in every if found[1]), every[0])

    def _unknown(self, request: Request, form: Form) -> str:
        language = self._language(request)
        return language.text(
            "I do not know both questions. These can be set against each other: {questions}. Write for example"
            " /stats {year} {example}.",
            questions=language.listed(names(form, language)),
            year=self.today().year,
            example=example(form, language),
        )

    async def _show(self, request: Request, asked: CrossPair, *, is_asked: bool = True) -> None:
        """Show the table of a period, or of the nearest that may be seen; say so of a period ``is_asked`` for."""
        visibility, language = Visibility.of(self.role(request.seat), self.today()), self._language(request)
        pair = CrossPair(asked.form, visibility.nearest(asked.period), asked.rows, asked.columns)
        moved = is_asked and asked.period != pair.period
        notices = [shown_instead(asked.period, pair.period, language)] if moved else []
        words = await self._counted(pair, visibility.as_of(pair.period), language)
        if words is None:
            await request.show(View(language.text("The table could not be made. Try later.")))
            return
        told = cross_caption(words, self.limits, notices)
        await request.show(await self._view(told.text, words, rows_below(pair, language)))
        if told.figures:
            await request.show(View(told.figures))

    async def _counted(self, pair: CrossPair, today: date, language: Language) -> CrossWording | None:
        """Return the table in words, if it could be counted."""
        try:
            [table] = await self.tables.count(pair.form, [(pair.rows, pair.columns)], pair.period, today)
        except NotRendered as fault:
            LOG.error("A cross table could not be counted: %s", fault)  # noqa: TRY400 - the sentence says it all
            return None
        return CrossWording(table, language)

    async def _view(self, text: str, words: CrossWording, rows: Rows) -> View:
        """Return the picture with its caption; of a table that holds nothing, the caption alone."""
        if not words.table.total:
            return View(text, rows)
        try:
            return View(text, rows, File("stats.png", await self.tables.draw(words)))
        except NotRendered as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            missing = words.language.text("The chart is missing. All the figures are here.")
            return View(f"{text}\n\n{missing}", rows)

    def _language(self, request: Request) -> Language:
        return self.language(self.chats.language_in(request.conversation.place, self.own))
