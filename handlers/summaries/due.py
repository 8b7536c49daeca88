"""What is due: the closed periods whose report day has come, and that a place has not received yet."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from reports.analysis.period import Kind, Period
from storage.deliveries.chats import REPORTS, BoundChat, Report

KINDS: Mapping[Report, Kind] = {"monthly": "month", "tertial": "tertial", "annual": "year"}


@dataclass(frozen=True)
class Timetable:
    """When reports fall due: ``day`` (1 to 28) of the month after a period, at the local time ``at``."""

    day: int = 3
    at: time = time(8)

    def due_at(self, period: Period) -> datetime:
        """Return the moment, in local civil time, at which a period's report falls due."""
        return datetime.combine(period.after.replace(day=self.day), self.at)


def due(
    report: Report, timetable: Timetable, *, since: datetime, now: datetime, done: Collection[tuple[str, str]]
) -> list[Period]:
    """Return the periods that fell due after ``since`` and by ``now`` and are not ``done``, oldest first.

    Times are local civil time. What fell due before the place got this kind of report is not sent.
    """
    periods = []
    period = Period.containing(now.date(), KINDS[report])
    while timetable.due_at(period) > since:
        if timetable.due_at(period) <= now and (report, period.name) not in done:
            periods.append(period)
        period = period.earlier
    return periods[::-1]


def due_at_place(
    place: BoundChat,
    timetable: Timetable,
    done: Collection[tuple[str, str]],
    *,
    by: datetime,
    after: datetime | None = None,
) -> dict[Report, list[Period]]:
    """Return what fell due at a place, of each kind that it gets, by one local moment and ``after`` another."""
    return {
        report: due(
            report,
            timetable,
            since=max(filter(None, [datetime.fromisoformat(place.since[report]), after])),
            now=by,
            done=done,
        )
        for report in REPORTS
        if place.reports[report]
    }


def each_once(periods: Iterable[Period]) -> list[Period]:
    """Return the periods in the order in which they end, each once."""
    return sorted(set(periods), key=lambda period: (period.after, period.name))


@dataclass(frozen=True)
class Bundle:
    """One delivery: a period in full, and the periods that it mentions in a line each.

    ``older`` are periods of the same kind that fell due while the machine was off, oldest first; ``within`` are
    shorter periods that lie in these and fell due with them.
    """

    report: Report
    period: Period
    older: tuple[Period, ...] = ()
    within: tuple[tuple[Report, Period], ...] = ()

    @property
    def lines(self) -> tuple[tuple[Report, Period], ...]:
        """The periods mentioned in a line each."""
        return (*((self.report, period) for period in self.older), *self.within)


def bundled(waiting: Mapping[Report, Sequence[Period]]) -> Iterator[Bundle]:
    """Bundle what is due at one place, oldest first, into as few deliveries as possible."""
    left = dict(waiting)
    for report in ("annual", "tertial", "monthly"):
        if periods := left.pop(report, ()):
            within = [
                (shorter, period)
                for shorter, others in left.items()
                for period in others
                if any(period.first in longer.days for longer in periods)
            ]
            left = {
                shorter: [period for period in others if (shorter, period) not in within]
                for shorter, others in left.items()
            }
            yield Bundle(report, periods[-1], tuple(periods[:-1]), tuple(within))


def next_due(report: Report, timetable: Timetable, now: datetime) -> tuple[Period, datetime]:
    """Return the period whose report falls due next, and when."""
    period = Period.containing(now.date(), KINDS[report])
    while timetable.due_at(period.earlier) > now:
        period = period.earlier
    return period, timetable.due_at(period)
