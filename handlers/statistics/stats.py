"""Answering `/stats`: a picture, every figure in words, and buttons to other periods and forms."""

import contextlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.conversation import NotShown, Request
from handlers.refusals import Refusals
from handlers.statistics.cross_choice import can_choose
from handlers.statistics.period_buttons import PeriodButtons
from handlers.statistics.period_reader import PeriodReader
from handlers.statistics.visibility import Visibility, shown_instead
from handlers.tap.actions import ChoosePeriod, OpenPeriod, ShowFigures, ShowPeriod, TurnYear
from handlers.tap.cross_table_actions import ChooseRows
from handlers.view import Button, Rows, View, in_fitting_rows
from reports.analysis.period import NotAPeriod, Period
from reports.analysis.period_parser import parse_period
from reports.report_files import File, ReportBuilder
from reports.words.caption import IN_THE_NEXT_MESSAGE, Caption, caption
from reports.words.language import Language
from reports.words.limits import Limits
from reports.words.wording import Wording
from reports.worker.client import NotRendered
from storage.fault import N_
from storage.forms.form import Form
from storage.turns import give_way

LOG = logging.getLogger(__name__)
BEHIND_THE_BUTTON = N_("“All the figures” shows the rest.")


@dataclass(frozen=True)
class Statistics:
    """Shows what the records say."""

    forms: Mapping[str, Form]
    reader: PeriodReader
    builder: ReportBuilder
    refusals: Refusals
    language: Language
    limits: Limits

    async def show(self, request: Request, words: str) -> None:
        """Show the picture of the period that ``words`` mean, or explain the words. Raises a `DatabaseFault`."""
        visibility = self.reader.visibility(request.seat)
        try:
            asked = parse_period(words, today=visibility.today)
        except NotAPeriod as fault:
            await self.refusals.refuse(request, fault.sentence(self.language.text))
            return
        await request.conversation.busy("picture")
        await self._show(request, next(iter(self.forms.values())), asked, is_asked=bool(words))

    async def open(self, request: Request, tap: OpenPeriod) -> None:
        """Show the period that was chosen, in place of the choice."""
        await request.busy("picture")
        with contextlib.suppress(NotShown):  # then the choice stays
            await request.conversation.remove(request.origin)
        await self._show(request, tap.form, tap.period, is_asked=True)

    async def choose(self, request: Request, tap: ChoosePeriod) -> None:
        """Offer the periods of a year, in a new message."""
        buttons = await self.reader.others(tap.form, self.reader.visibility(request.seat))
        await request.reply(buttons.choice(tap.period.within("year")))

    async def turn_year(self, request: Request, tap: TurnYear) -> None:
        """Offer the periods of another year in the same message."""
        buttons = await self.reader.others(tap.form, self.reader.visibility(request.seat))
        await request.replace(buttons.choice(tap.period.within("year")))

    async def _show(self, request: Request, form: Form, asked: Period, *, is_asked: bool) -> None:
        """Show a period in a new message; one that somebody has asked for only if anything is known of it."""
        visibility = self.reader.visibility(request.seat)
        period = visibility.nearest(asked)
        buttons = await self.reader.others(form, visibility)
        if is_asked and (nothing := buttons.nothing_known(period)):
            await request.show(nothing)
            return
        notices = [shown_instead(asked, period, self.language)] if is_asked and asked != period else []
        told, words = await self._told(form, period, visibility, notices)
        await request.show(self._view(told, await self._picture(words), self._rows(buttons, period)))
        if told.figures:
            await request.show(View(told.figures))

    async def turn(self, request: Request, tap: ShowPeriod) -> None:
        """Show another period in the same message, or in a new one if there is no picture."""
        await request.busy("picture")
        visibility = self.reader.visibility(request.seat)
        period = visibility.nearest(tap.period)
        told, words = await self._told(tap.form, period, visibility, elsewhere=BEHIND_THE_BUTTON)
        picture, rows = (
            await self._picture(words),
            self._rows(await self.reader.others(tap.form, visibility), period),
        )
        if told.figures:
            rows.append([Button(self.language.text("All the figures"), ShowFigures(tap.form, period))])
        view = self._view(told, picture, rows)
        await (request.show_instead(view) if picture else request.show(view))

    async def figures(self, request: Request, tap: ShowFigures) -> None:
        """Show every figure of a period in words."""
        visibility = self.reader.visibility(request.seat)
        period = visibility.nearest(tap.period)
        told, _ = await self._told(tap.form, period, visibility)
        await request.reply(View(told.figures or told.text))

    async def _told(
        self,
        form: Form,
        period: Period,
        visibility: Visibility,
        notices: Sequence[str] = (),
        *,
        elsewhere: str = IN_THE_NEXT_MESSAGE,
    ) -> tuple[Caption, Wording]:
        """Return a period's caption, with a notice if a report gave other figures, and its wording."""
        words, notices = await self.reader.read(form, period, visibility, notices)
        return caption(words, self.limits, notices, elsewhere=elsewhere), words

    async def _picture(self, words: Wording) -> File | None:
        """Return the picture of a period, if it could be drawn."""
        await give_way()
        try:
            return File("stats.png", await self.builder.card(words))
        except NotRendered as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            return None

    def _view(self, told: Caption, picture: File | None, rows: Rows) -> View:
        if picture is not None:
            return View(told.text, rows, picture)
        missing = self.language.text("The chart is missing. All the figures are here.")
        return View(f"{told.text}\n\n{missing}", rows)

    def _rows(self, buttons: PeriodButtons, period: Period) -> list[Sequence[Button]]:
        others = [other for other in self.forms.values() if other != buttons.form]
        code = self.language.code
        titles = [Button(other.title.in_language(code), ShowPeriod(other, period)) for other in others]
        crossed = [Button(self.language.text("Cross table"), ChooseRows(buttons.form, period))]
        return [
            *buttons.rows(period),
            *([crossed] if can_choose(buttons.form, period) else []),
            *in_fitting_rows(titles),
        ]
