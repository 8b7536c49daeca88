"""A run of up to 24 months with its centre line and control limits, what is outside them, and a shift."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.analysis.period import Days, Period
from reports.analysis.summary import Summary
from reports.inference.control_limits import control_limits, shift
from reports.statements.seasons import at_one_level, seasons

FEWEST = 12
"""With fewer months no limits are given."""

LEAST = 5
"""Where fewer calls are expected, more months than half are below the centre by chance."""

MOST_NAMED = 6
"""Where more months than this are outside their limits, none is named."""


@dataclass(frozen=True)
class RunMonth:
    """One month's calls, what is to be expected of it, and the least and most that are usual.

    ``total`` is None inside a gap in the register's use; ``centre`` and ``usual`` are None there, and where too
    few months are known. ``whole`` tells whether all its days are counted.
    """

    name: str
    total: int | None
    highlighted: int
    whole: bool
    centre: float | None
    usual: tuple[int, int] | None

    @property
    def outside(self) -> bool:
        """Whether the total is outside its limits."""
        return (
            self.total is not None and self.usual is not None and not self.usual[0] <= self.total <= self.usual[1]
        )


@dataclass(frozen=True)
class ShiftStatement:
    """Eight whole months or more in a row (`2016-07`) on one side of the centre line."""

    first: str
    last: str
    months: int
    above: bool


def run(summary: Summary) -> tuple[RunMonth, ...]:
    """Return up to 24 months, the period's own last, from the first one in which the register was in use."""
    months = {**summary.months_before, **summary.months}
    used = [name for name in months if summary.known(name)]
    centres = _centres(summary, {name: months[name].total for name in used if summary.whole(name)})
    return tuple(
        RunMonth(
            name=name,
            total=month.total if name in used else None,
            highlighted=month.highlighted,
            whole=summary.whole(name) and _days(name, summary.now.days) == Period.named(name).days.count,
            centre=centres.get(name),
            usual=control_limits(centres[name], summary.dispersions.total.value) if name in centres else None,
        )
        for name, month in months.items()
        if used and name >= used[0]
    )


def _centres(summary: Summary, totals: Mapping[str, int]) -> Mapping[str, float]:
    """Return what is expected of each of these months at the level of them all; nothing of too few."""
    if len(totals) < FEWEST:
        return {}
    effects = seasons(summary, lambda month: month.total)
    parts = {name: _days(name, summary.now.days) * effects.get(int(name[-2:]), 1.0) for name in totals}
    return at_one_level(totals, parts)


def outside_limits(months: Sequence[RunMonth]) -> list[RunMonth]:
    """Return the months to name as outside their limits; none where they are too many."""
    outside = [month for month in months if month.outside]
    return outside if len(outside) <= MOST_NAMED else []


def latest_shift(months: Sequence[RunMonth]) -> ShiftStatement | None:
    """Return the latest shift of a run, none across a gap; None where there is none."""
    stretches = [
        list(stretch) for known, stretch in groupby(months, key=lambda month: month.total is not None) if known
    ]
    for stretch in reversed(stretches):
        whole = [month for month in stretch if month.whole and (month.centre or 0) >= LEAST]
        totals, centres = [month.total or 0 for month in whole], [month.centre or 0.0 for month in whole]
        if places := shift(totals, centres):
            first, last = places[0], places[-1]
            return ShiftStatement(
                whole[first].name, whole[last].name, len(places), above=totals[last] > centres[last]
            )
    return None


def _days(name: str, now: Days) -> int:
    """Return how many days of a month are counted: not all of the running one and the same month a year before."""
    whole = Period.named(name).days
    counted = now if now.first in whole else now.a_year_before
    return counted.count if counted.first in whole else whole.count
