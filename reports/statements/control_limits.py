"""A month among the 24 up to it, and which of them leave the limits that chance alone would keep to."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reports.analysis.period import Days, Period
from reports.analysis.summary import Summary

RARE = 0.00135
"""Chance leaves a limit as seldom as this on either side: three standard deviations of the normal curve."""

FEWEST = 12
"""Of fewer months nothing is said about what is usual."""

MOST_NAMED = 6
"""Of more months outside the limits than this, none is singled out."""


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
        """Whether it leaves its limits."""
        return self.usual is not None and not self.usual[0] <= self.total <= self.usual[1]


def run(summary: Summary) -> tuple[RunMonth, ...]:
    """Return up to 24 months, the period's own last, from the first one with a record of the form."""
    earlier = {Period.named(name).a_year_before.name: month for name, month in summary.months_before.items()}
    known = {
        n: month for n, month in (earlier | dict(summary.months)).items() if summary.since and n >= summary.since
    }
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
    """Return the months outside their limits; none where they are too many to name."""
    outside = [month for month in months if month.outside]
    return outside if len(outside) <= MOST_NAMED else []


def _days(name: str, now: Days) -> int:
    """Return how many days of a month are counted: of a running one, and of its like a year before, not all."""
    whole = Period.named(name).days
    counted = now if now.first in whole else now.a_year_before
    return counted.count if counted.first in whole else whole.count


def limits(mean: float) -> tuple[int, int]:
    """Return the least and the most of a Poisson count that are not rarer than ``RARE``.

    Exact rather than mean ± 3√mean, which at a handful of calls a month marks one in a hundred for nothing.
    """
    far = int(8 * math.sqrt(mean)) + 12
    least = _edge(mean, range(max(0, int(mean) - far), int(mean) + far))
    most = _edge(mean, range(int(mean) + far, -1, -1))
    return least, most


def _edge(mean: float, counts: range) -> int:
    """Walk inwards until what lies behind is no longer rare."""
    behind = 0.0
    for count in counts:
        behind += math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)) if mean else float(count == 0)
        if behind >= RARE:
            return count
    return counts[-1]
