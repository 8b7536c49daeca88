"""Answering `/stats`: a picture with every figure in words, and buttons to look earlier, later, wider."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import together
from handlers.request import Request
from handlers.statistics.visibility import Sight
from handlers.tap.short import ShowFigures, ShowPeriod
from handlers.view import Button, Rows, View, in_fitting_rows
from reports.analysis.period import NotAPeriod, Period
from reports.analysis.period_parser import understand
from reports.analysis.summary import summary_of
from reports.language import Language, capital
from reports.pictures.card import compose
from reports.report_files import File
from reports.words.caption import Caption, caption
from reports.words.message import report_number
from reports.words.restatement import Restated, restated_mark
from reports.words.wording import Wording
from reports.worker.client import NoPicture, Studio
from storage.counts import Counts
from storage.deliveries import Deliveries
from storage.fault import N_
from storage.form import Form
from storage.staff import Role

LOG = logging.getLogger(__name__)
KINDS = {"month": N_("Month"), "tertial": N_("Tertial"), "year": N_("Year")}


@dataclass(frozen=True)
class Statistics:
    """Tells what the records say. ``clock`` is the local time, ``centre`` the name on the picture."""

    forms: Mapping[str, Form]
    counts: Counts
    deliveries: Deliveries
    studio: Studio
    language: Language
    clock: Callable[[], datetime]
    role: Callable[[int], Role | None]
    centre: str

    async def show(self, request: Request, words: str) -> None:
        """Show the picture of the period that ``words`` mean, or say which work. Raises a `DatabaseFault`."""
        sight = self._sight(request)
        try:
            period = sight.nearest(understand(words, today=sight.today))
        except NotAPeriod as fault:
            await request.show(View(fault.sentence(self.language.text)))
            return
        await request.conversation.busy("picture")
        form = next(iter(self.forms.values()))
        told, picture = await self._answer(form, period, sight)
        await request.show(self._view(told, picture, list(self._rows(form, period, sight))))
        if told.figures:
            await request.show(View(told.figures))

    async def turn(self, request: Request, tap: ShowPeriod) -> None:
        """Show another period in the same message, below it where there is no picture."""
        await together(request.conversation.answer(), request.conversation.busy("picture"))
        sight = self._sight(request)
        period = sight.nearest(tap.period)
        told, picture = await self._answer(tap.form, period, sight)
        rows = list(self._rows(tap.form, period, sight))
        if told.figures:
            rows.append([Button(self.language.text("All the figures"), ShowFigures(tap.form, period))])
        view = self._view(told, picture, rows)
        await (request.show_instead(view) if picture else request.show(view))

    async def figures(self, request: Request, tap: ShowFigures) -> None:
        """Tell every figure of a period in words."""
        sight = self._sight(request)
        period = sight.nearest(tap.period)
        told = await self._told(await self._words(tap.form, period, sight))
        await request.follow(View(told.figures or told.text))

    def _sight(self, request: Request) -> Sight:
        return Sight.of(self.role(request.seat), self.clock().date())

    async def _words(self, form: Form, period: Period, sight: Sight) -> Wording:
        return Wording(await summary_of(self.counts, form, period, sight.as_of(period)), self.language)

    async def _told(self, words: Wording) -> Caption:
        return caption(words, await self._marks(words))

    async def _answer(self, form: Form, period: Period, sight: Sight) -> tuple[Caption, File | None]:
        """Return what is said about a period, and its picture if it could be drawn."""
        words = await self._words(form, period, sight)
        told = await self._told(words)
        try:
            return told, File("stats.png", await self.studio.draw(compose(words, self.centre)))
        except NoPicture as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            return told, None

    async def _marks(self, words: Wording) -> list[str]:
        """Say where a report has told other figures of the period."""
        reported = await self.deliveries.reported(words.summary.period.name)
        restated = Restated.of(words.summary.form, words.summary.now, reported.tally) if reported else None
        return [restated_mark(words, restated, report_number(reported.number))] if reported and restated else []

    def _view(self, told: Caption, picture: File | None, rows: Rows) -> View:
        if picture is not None:
            return View(told.text, rows, picture)
        missing = self.language.text("The chart is missing. All the figures are here.")
        return View(f"{told.text}\n\n{missing}", rows)

    def _rows(self, form: Form, period: Period, sight: Sight) -> Iterator[Sequence[Button]]:
        around = [Button(f"‹ {self._name(period.earlier)}", ShowPeriod(form, period.earlier))]
        if period.later.first <= sight.last:
            around.append(Button(f"{self._name(period.later)} ›", ShowPeriod(form, period.later)))
        yield around
        last = min(period.days.last, max(sight.last, period.first))
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
            return capital(self.language.month(period.name))
        if period.kind == "tertial":
            return self.language.text("Tertial {n} {year}", n=period.tertial, year=period.first.year)
        return period.name
