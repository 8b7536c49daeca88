"""Control limits of a run of counts: between which ones it swings where nothing special has happened."""

import math
from collections.abc import Sequence

RARE = 0.00135
"""The probability beyond each limit: that beyond three standard deviations of a normal distribution."""

IN_A_ROW = 8
"""So many values on one side of the centre line are a shift."""

HALF_A_CALL = 0.5
"""A value as near as this is on the line."""


def control_limits(mean: float, dispersion: float = 1) -> tuple[int, int]:
    """Return the lowest and the highest count that are not rarer than ``RARE`` beyond.

    Of a Poisson distribution, exact rather than mean ± 3√mean, which at a handful of calls a month marks one in a
    hundred for nothing. With a ``dispersion`` D, D times the limits of a Poisson count of mean/D, rounded outwards
    (as Laney's charts widen theirs: Laney 2002); that is rough below some ten calls a month.
    """
    scaled = mean / dispersion
    far = int(8 * math.sqrt(scaled)) + 12
    least = _edge(scaled, range(max(0, int(scaled) - far), int(scaled) + far))
    most = _edge(scaled, range(int(scaled) + far, -1, -1))
    # Without the last digits of a binary fraction, which would round a whole limit outwards.
    return math.floor(round(least * dispersion, 9)), math.ceil(round(most * dispersion, 9))


def _edge(mean: float, counts: range) -> int:
    """Return the first of these counts at which the tail is no longer rare."""
    behind = 0.0
    for count in counts:
        behind += math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)) if mean else float(count == 0)
        if behind >= RARE:
            return count
    return counts[-1]


def shift(values: Sequence[float], centre: Sequence[float]) -> list[int]:
    """Return the places of the latest eight values or more on one side of the centre line; empty without any.

    A value within half a call of the line neither breaks nor lengthens a run, and has no place among them (Anhøj
    and Olesen 2014). By mere chance about one chart of 24 in twenty has one, so it is no proof of a change.
    """
    latest, current, above = list[int](), list[int](), False
    for place, (value, middle) in enumerate(zip(values, centre, strict=True)):
        if abs(value - middle) < HALF_A_CALL:
            continue
        if (value > middle) != above:
            current, above = [], value > middle
        current.append(place)
        if len(current) >= IN_A_ROW:
            latest = list(current)
    return latest
