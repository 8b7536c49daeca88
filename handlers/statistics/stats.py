"""Answering `/stats`: a picture, every figure in words, and buttons to other periods and forms."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Request, together
from handlers.refusals import Refusals
from handlers.statistics.visibility import Visibility
from handlers.tap.actions import ShowFigures, ShowPeriod
from handlers.view import Button, Rows, View, in_fitting_rows
from reports.analysis.period import NotAPeriod, Period
from reports.analysis.period_parser import parse_period
from reports.analysis.restatement import Restatement
from reports.analysis.summary import summary_of
from reports.report_files import File, ReportBuilder
from reports.words.caption import Caption, caption
from reports.words.language import Language, upper_first
from reports.words.limits import Limits
from reports.words.message import report_number
from reports.words.notes import restated_notice
from reports.words.wording import Wording
from reports.worker.client import NotRendered
from storage.deliveries.deliveries import Deliveries
from storage.fault import N_
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.people.staff import Role

LOG = logging.getLogger(__name__)
KINDS = {"month": N_("Month"), "tertial": N_("Tertial"), "year": N_("Year")}


@dataclass(frozen=True)
class Statistics:
    """Shows what the records say. ``clock`` is the local time."""

    forms: Mapping[str, Form]
    counts: Counts
    deliveries: Deliveries
    builder: ReportBuilder
    refusals: Refusals
    language: Language
    clock: Callable[[], datetime]
    role: Callable[[int], Role | None]
    limits: Limits

    async def show(self, request: Request, words: str) -> None:
        """Show the picture of the period that ``words`` mean, or explain the words. Raises a `DatabaseFault`."""
        visibility = self._visibility(request)
        try:
            period = visibility.nearest(parse_period(words, today=visibility.today))
        except NotAPeriod as fault:
            await self.refusals.refuse(request, fault.sentence(self.language.text))
            return
        await request.conversation.busy("picture")
        form = next(iter(self.forms.values()))
        told, picture = await self._answer(form, period, visibility)
        await request.show(self._view(told, picture, list(self._rows(form, period, visibility))))
        if told.figures:
            await request.show(View(told.figures))

    async def turn(self, request: Request, tap: ShowPeriod) -> None:
        """Show another period in the same message, or in a new one if there is no picture."""
        await together(request.conversation.answer(), request.conversation.busy("picture"))
        visibility = self._visibility(request)
        period = visibility.nearest(tap.period)
        told, picture = await self._answer(tap.form, period, visibility)
        rows = list(self._rows(tap.form, period, visibility))
        if told.figures:
            rows.append([Button(self.language.text("All the figures"), ShowFigures(tap.form, period))])
        view = self._view(told, picture, rows)
        await (request.show_instead(view) if picture else request.show(view))

    async def figures(self, request: Request, tap: ShowFigures) -> None:
        """Show every figure of a period in words."""
        visibility = self._visibility(request)
        period = visibility.nearest(tap.period)
        told, _ = await self._told(tap.form, period, visibility)
        await request.reply(View(told.figures or told.text))

    def _visibility(self, request: Request) -> Visibility:
        return Visibility.of(self.role(request.seat), self.clock().date())

    async def _told(self, form: Form, period: Period, visibility: Visibility) -> tuple[Caption, Wording]:
        """Return a period's caption, with a notice if a report gave other figures, and its wording."""
        words = Wording(await summary_of(self.counts, form, period, visibility.as_of(period)), self.language)
        reported = await self.deliveries.latest_tally(period.name)
        restated = reported and Restatement.of(form, words.summary.now, reported.tally)
        notices = []
        if reported and restated:
            notices.append(restated_notice(words, restated, report_number(reported.number)))
        return caption(words, self.limits, notices), words

    async def _answer(self, form: Form, period: Period, visibility: Visibility) -> tuple[Caption, File | None]:
        """Return the caption of a period, and its picture if it could be drawn."""
        told, words = await self._told(form, period, visibility)
        try:
            return told, File("stats.png", (await self.builder.card(words)).content)
        except NotRendered as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            return told, None

    def _view(self, told: Caption, picture: File | None, rows: Rows) -> View:
        if picture is not None:
            return View(told.text, rows, picture)
        missing = self.language.text("The chart is missing. All the figures are here.")
        return View(f"{told.text}\n\n{missing}", rows)

    def _rows(self, form: Form, period: Period, visibility: Visibility) -> Iterator[Sequence[Button]]:
        around = [Button(f"‹ {self._name(period.earlier)}", ShowPeriod(form, period.earlier))]
        if period.later.first <= visibility.last:
            around.append(Button(f"{self._name(period.later)} ›", ShowPeriod(form, period.later)))
        yield around
        last = min(period.days.last, max(visibility.last, period.first))
        yield [
            Button(self.language.text(KINDS[kind]), ShowPeriod(form, Period.containing(last, kind)))
            for kind in ("month", "tertial", "year")
            if kind != period.kind
        ]
        others = [other for other in self.forms.values() if other != form]
        code = self.language.code
        yield from in_fitting_rows([Button(o.title.in_language(code), ShowPeriod(o, period)) for o in others])

    def _name(self, period: Period) -> str:
        if period.kind == "month":
            return upper_first(self.language.month(period.name))
        if period.kind == "tertial":
            return self.language.text("Tertial {n} {year}", n=period.tertial, year=period.first.year)
        return period.name
