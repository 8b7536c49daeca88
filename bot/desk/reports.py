"""The reports: every one that was delivered, what comes next, and one of any period for whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from aiohttp import web

from bot.desk.annual import AnnualPage
from bot.desk.desk import Desk
from bot.desk.filters import as_data
from bot.desk.sent_numbers import number_in
from bot.desk.visit import Visit
from handlers.summaries.delivered import AwaitedReport, DeliveredReport, DeliveredReports
from handlers.view import View
from reports.analysis.period import NotAPeriod, Period
from reports.analysis.period_parser import reported_period
from reports.words.language import Language, upper_first
from reports.words.message import HEADS, report_number
from reports.words.period_name import period_name
from storage.deliveries.deliveries import DeliveryState

NEW_FOR = timedelta(days=14)
"""For how long a report that nobody has opened is new."""
LONGEST_QUESTION = 64


@dataclass(frozen=True)
class LookedInto:
    """A report of which more is shown than itself, and a view with its buttons."""

    period: Period
    view: View


@dataclass(frozen=True)
class ReportsPage:
    """The reports page; which reports have been opened is known until the program ends."""

    desk: Desk
    annual: AnnualPage
    _opened: set[int] = field(default_factory=set)

    async def show(self, visit: Visit) -> web.Response:
        """Show the reports of a year, and what comes next. Raises a `DatabaseFault`."""
        chosen = number_in(visit.request.query.get("year", ""), len("2026"))
        told = self._delivered
        found, coming, waiting = await told.of_year(chosen), await told.next(), await told.waiting()
        numbers = [one.chat for report in found.reports for one in report.deliveries]
        names = await told.names([*numbers, *(place for one in (*coming, *waiting) for place in one.places)])
        words = ReportWords(self.desk.language, names)
        beside = self._looked_into(visit)
        return visit.page(
            "reports.html",
            found=found,
            coming=coming,
            waiting=waiting,
            names=names,
            words=words,
            typed=visit.request.query.get("typed", "")[:LONGEST_QUESTION],
            shown=visit.request.query.get("period", "")[:LONGEST_QUESTION],
            beside=beside,
            unseen=self._unseen,
            changed=self._changed,
            gets_again=told.gets_again,
            as_file=as_data,
            annual=await self.annual.choice(),
        )

    async def open(self, visit: Visit) -> web.Response:
        """Lead to a report's figures, and note that somebody has looked. Raises `HTTPNotFound`."""
        written = visit.request.match_info["number"]
        every = await self.desk.cases.stores.deliveries.all()
        found = next((one for one in every if str(one.number) == written), None)
        if found is None:
            raise web.HTTPNotFound
        self._opened.add(found.number)
        raise web.HTTPSeeOther(f"/figures?period={found.period}")

    async def ask(self, visit: Visit) -> web.Response:
        """Show the report of a period that a leader has named. Raises a `DatabaseFault`."""
        fields, text = await visit.posted(), self.desk.language.text
        words = fields.get("period", "").strip()[:LONGEST_QUESTION]
        try:
            period = reported_period(words or "last month", today=self._today)
        except NotAPeriod as fault:
            await visit.conversation.answer(fault.sentence(text), alert=True)
            return visit.back({"back": f"/reports?{urlencode({'typed': words})}"})
        await self.desk.cases.routes.requested_report.send(visit.asks(), words)
        return visit.back({"back": f"/reports?{urlencode({'period': period.name})}"})

    async def deliver(self, visit: Visit) -> web.Response:
        """Deliver what is due now, unless the clock is in doubt. Raises a `DatabaseFault`."""
        await visit.posted()
        await self._delivered_now()
        left = len(await self._delivered.waiting())
        language = self.desk.language
        said = (
            language.plural(
                "{n} report could not be delivered yet; it is tried again.",
                "{n} reports could not be delivered yet; they are tried again.",
                left,
            )
            if left
            else language.text("Everything that is due is delivered.")
        )
        await visit.conversation.answer(said, alert=bool(left))
        return visit.back({"back": "/reports"})

    async def try_again(self, visit: Visit) -> web.Response:
        """Send what a place has refused once more. Raises a `DatabaseFault`."""
        fields, cases = await visit.posted(), self.desk.cases
        place = number_in(fields.get("place", ""))
        known = place is not None and self._delivered.gets_again(place)
        if place is not None and known and await cases.stores.deliveries.try_again(place):
            await self._delivered_now()
            await visit.conversation.answer(
                self.desk.language.text("It was tried again; below it says how it went.")
            )
        return visit.back({"back": "/reports"})

    async def _delivered_now(self) -> None:
        cases = self.desk.cases
        await cases.operations.clock_watch.only_trusted(cases.delivery.deliver_due)()

    def _looked_into(self, visit: Visit) -> LookedInto | None:
        """Return the report that one of its buttons was pressed of, so that the others stay at hand."""
        try:
            period = Period.named(visit.request.query.get("inside", "")[:LONGEST_QUESTION])
        except NotAPeriod:
            return None
        summaries = self.desk.cases.routes.requested_report.summaries
        return LookedInto(period, View(rows=summaries.rows(period, self.desk.language, self._today)))

    @property
    def _delivered(self) -> DeliveredReports:
        return self.desk.cases.reports.delivered

    @property
    def _today(self) -> date:
        return self.desk.cases.clock().date()

    def _unseen(self, report: DeliveredReport) -> bool:
        """Tell whether a report has come lately and nobody has opened it."""
        there = report.at_desk
        recent = report.due.date() + NEW_FOR >= self._today
        return (
            there is not None and recent and not self._opened.intersection(one.number for one in report.deliveries)
        )

    def _changed(self, report: DeliveredReport) -> str:
        """Say how a report's figures have changed since; empty where they have not."""
        restated, language = report.changed, self.desk.language
        if restated is None:
            return ""
        if restated.now == restated.reported:
            return language.text("Corrected since; the total is the same.")
        return language.text(
            "Corrected since: {now} now, {before} in the report.",
            now=language.number(restated.now),
            before=language.number(restated.reported),
        )


@dataclass(frozen=True)
class ReportWords:
    """What the page says of reports, periods and deliveries; ``names`` are those of the places."""

    language: Language
    names: Mapping[int, str]

    def head(self, report: DeliveredReport) -> str:
        """Return a report's kind and period."""
        return self.language.text(HEADS[report.report], period=period_name(report.period, self.language))

    def period(self, period: Period) -> str:
        """Return what a period is called."""
        return upper_first(period_name(period, self.language))

    def number(self, one: DeliveryState) -> str:
        """Return a delivery's number as people say it."""
        return report_number(one.number)

    def places(self, awaited: AwaitedReport) -> str:
        """Return what the places that a report goes to are called."""
        return self.language.listed([self.names[place] for place in awaited.places])
