"""A run of up to 24 months with control limits, and the months that are outside them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reports.analysis.period import Days, Period
from reports.analysis.summary import Summary

RARE = 0.00135
"""The probability beyond each limit: that beyond three standard deviations of a normal distribution."""

FEWEST = 12
"""With fewer months no limits are given."""

MOST_NAMED = 6
"""Where more months than this are outside their limits, none is named."""


@dataclass(frozen=True)
class RunMonth:
    """One month's calls, and the least and most that are usual; None where too few months are known.

    ``whole`` tells whether all its days are counted.
    """

    name: str
    total: int
    highlighted: int
    whole: bool
    usual: tuple[int, int] | None

    @property
    def outside(self) -> bool:
        """Whether the total is outside its limits."""
        return self.usual is not None and not self.usual[0] <= self.total <= self.usual[1]


def run(summary: Summary) -> tuple[RunMonth, ...]:
    """Return up to 24 months, the period's own last, from the first one with a record of the form."""
    months = {**summary.months_before, **summary.months}
    known = {name: month for name, month in months.items() if summary.known(name)}
    days = {name: _days(name, summary.now.days) for name in known}
    daily = sum(month.total for month in known.values()) / max(1, sum(days.values()))
    return tuple(
        RunMonth(
            name=name,
            total=month.total,
            highlighted=month.highlighted,
            whole=days[name] == Period.named(name).days.count,
            usual=limits(daily * days[name]) if len(known) >= FEWEST else None,
        )
        for name, month in known.items()
    )


def outside_limits(months: Sequence[RunMonth]) -> list[RunMonth]:
    """Return the months to name as outside their limits; none where they are too many."""
    outside = [month for month in months if month.outside]
    return outside if len(outside) <= MOST_NAMED else []


def _days(name: str, now: Days) -> int:
    """Return how many days of a month are counted: not all of the running one and the same month a year before."""
    whole = Period.named(name).days
    counted = now if now.first in whole else now.a_year_before
    return counted.count if counted.first in whole else whole.count


def limits(mean: float) -> tuple[int, int]:
    """Return the lowest and the highest Poisson count that are not rarer than ``RARE``.

    Exact rather than mean ± 3√mean, which at a handful of calls a month marks one in a hundred for nothing.
    """
    far = int(8 * math.sqrt(mean)) + 12
    least = _edge(mean, range(max(0, int(mean) - far), int(mean) + far))
    most = _edge(mean, range(int(mean) + far, -1, -1))
    return least, most


def _edge(mean: float, counts: range) -> int:
    """Return the first of these counts at which the tail is no longer rare."""
    behind = 0.0
    for count in counts:
        behind += math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)) if mean else float(count == 0)
        if behind >= RARE:
            return count
    return counts[-1]
