"""Reading what somebody may see of a period: what is said of it, and what has to be known of the figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.statistics.period_buttons import PeriodButtons
from handlers.statistics.visibility import Visibility, shown_instead
from reports.analysis.period import Period
from reports.analysis.period_parser import parse_period
from reports.analysis.restatement import Restatement
from reports.words.language import Language
from reports.words.message import report_number
from reports.words.notes import restated_notice
from reports.words.wording import Wording
from reports.words.wording_reading import wording_of
from storage.deliveries.deliveries import Deliveries
from storage.fault import Fault
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.people.seat import Role
from storage.turns import give_way


class NothingKnown(Fault):
    """A period is before everything that is known of a form."""


@dataclass(frozen=True)
class PeriodFigures:
    """What may be seen of a period: its wording, and ``notices`` about it; ``others`` lead to other periods."""

    form: Form
    period: Period
    words: Wording
    notices: Sequence[str]
    others: PeriodButtons


@dataclass(frozen=True)
class PeriodReader:
    """Reads what a seat may see of a form's periods."""

    counts: Counts
    deliveries: Deliveries
    language: Language
    today: Callable[[], date]
    role: Callable[[int], Role | None]

    def visibility(self, seat: int) -> Visibility:
        """Return how far a seat sees."""
        return Visibility.of(self.role(seat), self.today())

    def period(self, seat: int, words: str) -> Period:
        """Return the period that ``words`` mean, or the nearest that the seat may see. Raises `NotAPeriod`."""
        return self.visibility(seat).nearest(parse_period(words, today=self.today()))

    async def asked(self, seat: int, form: Form, words: str) -> PeriodFigures:
        """Read the period that ``words`` mean, or the nearest that the seat may see.

        Raises `NotAPeriod`, `NothingKnown` of one that was asked for in vain, and a `DatabaseFault`.
        """
        visibility = self.visibility(seat)
        asked = parse_period(words, today=self.today())
        period = visibility.nearest(asked)
        others = await self.others(form, visibility)
        if words and (nothing := others.nothing_said(period)):
            raise NothingKnown(nothing)
        moved = [shown_instead(asked, period, self.language)] if words and asked != period else []
        told, notices = await self.read(form, period, visibility, moved)
        return PeriodFigures(form, period, told, notices, others)

    async def read(
        self, form: Form, period: Period, visibility: Visibility, notices: Sequence[str] = ()
    ) -> tuple[Wording, Sequence[str]]:
        """Return a period's wording, and the notices, with one more if a report gave other figures."""
        words = await wording_of(self.counts, form, period, visibility.as_of(period), self.language)
        reported = await self.deliveries.latest_tally(period.name)
        await give_way()
        restated = reported and Restatement.of(form, words.summary.now, reported.tally)
        if reported and restated:
            notices = [*notices, restated_notice(words, restated, report_number(reported.number))]
        return words, notices

    async def others(self, form: Form, visibility: Visibility) -> PeriodButtons:
        """Return what leads to a form's other periods."""
        since = await self.counts.since(form.key)
        typed = [Period.named(name) for name in await self.counts.history.periods(form.key)]
        return PeriodButtons(form, visibility, Period.named(since) if since else None, typed, self.language)
