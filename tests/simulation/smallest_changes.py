"""The smallest changes that a summary calls clear, where nothing else changes."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.inference.dispersion import Dispersion
from reports.inference.holm import LEVEL
from reports.inference.rates import rates_p_value
from reports.inference.shares import shares_p_value

FAMILY = 18
"""What the telephone log's year compares: the total, the crisis calls, and sixteen answers."""

YEAR = 365


@dataclass(frozen=True)
class Smallest:
    """The nearest clear figures around one of the year before; a count, or a share in per cent."""

    below: float | None
    above: float | None


def smallest_count(calls: int, dispersion: Dispersion) -> Smallest:
    """Return the nearest clear totals of a year after one with so many calls."""

    def clear(now: int) -> bool:
        return rates_p_value(now, YEAR, calls, YEAR, dispersion) * FAMILY < LEVEL

    return Smallest(_first(clear, range(calls, -1, -1)), _first(clear, range(calls, calls * 3)))


def smallest_share(calls: int, share: float, dispersion: Dispersion) -> Smallest:
    """Return the nearest clear shares of so many calls, after a year with as many and this share."""
    before = round(calls * share)

    def clear(now: int) -> bool:
        return shares_p_value(now, calls, before, calls, dispersion) * FAMILY < LEVEL

    below, above = _first(clear, range(before, -1, -1)), _first(clear, range(before, calls + 1))
    return Smallest(*(None if count is None else 100 * count / calls for count in (below, above)))


def _first(clear: Callable[[int], bool], counts: range) -> int | None:
    return next((count for count in counts if clear(count)), None)
