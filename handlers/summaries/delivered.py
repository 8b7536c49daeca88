"""The reports that were delivered, and those that come next: to which places, and what has changed since."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Conversations, NotShown
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.due import next_due
from reports.analysis.period import Period
from reports.analysis.restatement import Restatement
from reports.analysis.summary_reading import reading_of
from reports.words.language import Language
from storage.deliveries.chats import REPORTS, BoundChat, Chats, Report
from storage.deliveries.deliveries import DESK, FOLDER, DeliveryState
from storage.figures.counts import Counts
from storage.forms.form import Form

ORDER: Sequence[Report] = ("annual", "tertial", "monthly")
PATIENCE = 1.0
"""For how many seconds it is waited for what a chat is called."""


@dataclass(frozen=True)
class DeliveredReport:
    """A report: when it fell due, its delivery to each place, and how its figures have changed since.

    Times are local civil time.
    """

    report: Report
    period: Period
    due: datetime
    deliveries: Sequence[DeliveryState]
    changed: Restatement | None

    @property
    def at_desk(self) -> DeliveryState | None:
        """Its delivery to the desk, if it is there."""
        return next((one for one in self.deliveries if one.chat == DESK and one.state == "sent"), None)


@dataclass(frozen=True)
class ReportsOfYear:
    """The reports on the periods of one year, the latest first, and the years that there are reports on."""

    year: int
    years: Sequence[int]
    reports: Sequence[DeliveredReport]


@dataclass(frozen=True)
class AwaitedReport:
    """A report that is due at a local moment, and the numbers of the places that it goes to."""

    report: Report
    period: Period
    due: datetime
    places: Sequence[int]


@dataclass(frozen=True)
class DeliveredReports:
    """Tells what became of the reports of ``form`` and what comes next."""

    delivery: SummaryDelivery
    form: Form
    counts: Counts
    chats: Chats
    conversations: Conversations
    language: Language

    async def of_year(self, year: int | None = None) -> ReportsOfYear:
        """Return the reports on a year's periods, or on those of the latest year. Raises a `DatabaseFault`."""
        every = [(Period.named(one.period), one) for one in await self.delivery.deliveries.all()]
        years = sorted({period.first.year for period, _ in every}, reverse=True)
        if year not in years:
            year = years[0] if years else self._now().year
        grouped: dict[tuple[Report, Period], list[DeliveryState]] = {}
        for period, one in every:
            if period.first.year == year:
                grouped.setdefault((one.report, period), []).append(one)
        changed = await self._changed(grouped)
        reports = [
            DeliveredReport(report, period, self._due(period), states, changed.get((report, period)))
            for (report, period), states in grouped.items()
        ]
        reports.sort(key=lambda one: (-one.due.timestamp(), ORDER.index(one.report)))
        return ReportsOfYear(year, years, reports)

    async def next(self) -> Sequence[AwaitedReport]:
        """Return what falls due next of each kind, the first first."""
        now, delivery, places = self._now(), self.delivery, await self.delivery.places()
        wanted = [report for report in REPORTS if delivery.reports[report]]
        coming = [
            AwaitedReport(report, *next_due(report, delivery.timetable, now), _getting(report, places))
            for report in wanted
        ]
        return sorted(coming, key=lambda one: one.due)

    async def waiting(self) -> Sequence[AwaitedReport]:
        """Return what is due and not delivered yet, the oldest first. Raises a `DatabaseFault`."""
        waiting: dict[tuple[Report, Period], list[int]] = {}
        for place, report, period in await self.delivery.in_doubt(self._now()):
            waiting.setdefault((report, period), []).append(place.number)
        found = [
            AwaitedReport(report, period, self._due(period), places)
            for (report, period), places in waiting.items()
        ]
        return sorted(found, key=lambda one: one.due)

    async def names(self, places: Iterable[int]) -> Mapping[int, str]:
        """Return what places are called; a chat by its number alone where nobody says its name in time."""
        numbers = list(dict.fromkeys(places))
        return dict(zip(numbers, await asyncio.gather(*map(self._name, numbers)), strict=True))

    def gets_again(self, place: int) -> bool:
        """Tell whether a report that a place has refused can be sent there again."""
        return place in {FOLDER, DESK} or self.chats.find(place) is not None

    async def _name(self, place: int) -> str:
        text = self.language.text
        if place in {FOLDER, DESK}:
            return text("the folder") if place == FOLDER else text("the desk")
        bound, called = self.chats.find(place), ""
        if bound is not None:
            try:
                async with asyncio.timeout(PATIENCE):
                    called = await self.conversations.name_of_place(bound.address)
            except (NotShown, TimeoutError):
                called = ""
        return called or text("chat {chat}", chat=place)

    async def _changed(
        self, grouped: Mapping[tuple[Report, Period], Sequence[DeliveryState]]
    ) -> Mapping[tuple[Report, Period], Restatement]:
        """Compare the latest tally that was told of each period with what is counted now."""
        told = {
            key: next((one.tally for one in states[::-1] if one.tally), None) for key, states in grouped.items()
        }
        periods = list(dict.fromkeys(period for (_, period), reported in told.items() if reported))
        reading = reading_of(self.counts, self.form, self._now().date())
        tallies = {counted.period: counted for counted in await reading.tallies_of(periods)}
        compared = {
            (report, period): Restatement.of(self.form, tallies[period], reported)
            for (report, period), reported in told.items()
            if reported
        }
        return {key: restated for key, restated in compared.items() if restated}

    def _due(self, period: Period) -> datetime:
        return self.delivery.timetable.due_at(period)

    def _now(self) -> datetime:
        return self.delivery.clock().replace(tzinfo=None)


def _getting(report: Report, places: Iterable[BoundChat]) -> Sequence[int]:
    return [place.number for place in places if place.reports[report]]
