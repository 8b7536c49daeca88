"""Whether two counts differ by more than chance would make them."""

import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

CLEAR = 0.05
"""A change is called clear where its p-value is below this."""

SMALL_BASE = 20
"""No percentages are given on a smaller base."""

SLACK = 1e-7
"""Logarithms of probabilities that differ by less are taken as equal."""


@dataclass(frozen=True)
class Change:
    """How a count compares with an earlier one: not clearly different, clearly more or fewer, or not compared.

    ``percent`` is the change of the two counts as they stand; None on a small or missing base.
    """

    verdict: Literal["about", "more", "fewer", "no_base"]
    percent: int | None


def compare(now: int, now_days: int, before: int | None, before_days: int, family: int = 1) -> Change:
    """Compare two counts, each over so many days; ``before`` is None where nothing was counted then.

    The level is divided by the size of the ``family`` of comparisons it belongs to (Bonferroni).
    """
    if before is None:
        return Change("no_base", None)
    percent = round((now / before - 1) * 100) if before >= SMALL_BASE else None
    if p_value(now, now_days, before, before_days) * family >= CLEAR:
        return Change("about", percent)
    return Change("more" if now * before_days > before * now_days else "fewer", percent)


def p_value(now: int, now_days: int, before: int, before_days: int) -> float:
    """Return the two-sided p-value of two counts, each over so many days, given one common rate.

    Given their sum, one of two Poisson counts is binomial; this is the exact binomial test.
    """
    together = now + before
    log_chance = _binomial(together, now_days / (now_days + before_days))
    limit = log_chance(now) + SLACK
    peak = min(together, int((together + 1) * now_days / (now_days + before_days)))
    if log_chance(peak) <= limit:
        return 1.0
    below = bisect_right(range(peak), limit, key=log_chance)
    above = bisect_right(range(together - peak), limit, key=lambda left: log_chance(together - left))
    odds = now_days / before_days
    lower = _tail(log_chance(below - 1), together, together - below + 1, 1 / odds) if below else 0.0
    upper = _tail(log_chance(together - above + 1), together, together - above + 1, odds) if above else 0.0
    return min(1.0, lower + upper)


def _binomial(n: int, p: float) -> Callable[[int], float]:
    whole, yes, no = math.lgamma(n + 1), math.log(p), math.log1p(-p)
    return lambda k: whole - math.lgamma(k + 1) - math.lgamma(n - k + 1) + k * yes + (n - k) * no


def _tail(log_chance: float, together: int, count: int, odds: float) -> float:
    """Sum the chances of this count and all greater ones, each from the one before, until they are negligible."""
    total = chance = math.exp(log_chance)
    while chance > total * 1e-12:
        chance *= odds * (together - count) / (count + 1)
        count += 1
        total += chance
    return total
