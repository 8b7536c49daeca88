"""Comparing a figure with the one before, and what may be said of all those in one summary together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reports.analysis.baseline import EarlierFigure
from reports.inference.dispersion import Dispersion
from reports.inference.holm import LEVEL, holm
from reports.inference.normal import Interval
from reports.inference.printed import least_favourable
from reports.inference.rates import rates_p_value, rates_ratio
from reports.inference.shares import shares_p_value, shares_ratio

ALIKE: Interval = (0.8, 1.25)
"""Two figures are about the same where the interval of their ratio lies within these limits."""

Verdict = Literal["more", "fewer", "about", "unclear", "none", "registration"]
"""Clearly more or fewer, shown to be about the same, neither; not compared; or a matter of registration."""

Key = tuple[str, ...]
"""What is compared: a question and an option, or what a total is of."""


@dataclass(frozen=True)
class Comparison:
    """How a figure compares with another: how rare that is by chance, in which direction, and their ratio."""

    p_value: float
    rises: bool
    ratio: Interval

    @property
    def clear(self) -> bool:
        """Whether it is clear where nothing else is compared."""
        return self.p_value < LEVEL

    @property
    def alike(self) -> bool:
        """Whether the figures are shown to be about the same."""
        return ALIKE[0] <= self.ratio[0] and self.ratio[1] <= ALIKE[1]


def counts_compared(now: int, days: int, before: int, before_days: int, dispersion: Dispersion) -> Comparison:
    """Compare two counts, each over so many days."""
    facts = (now, days, before, before_days, dispersion)
    return Comparison(rates_p_value(*facts), now * before_days > before * days, rates_ratio(*facts))


def shares_compared(now: int, base: int, earlier: EarlierFigure, dispersion: Dispersion) -> Comparison | None:
    """Compare a share with an earlier one; None where it is not known of how many that was.

    Of the counts that may stand behind a printed share, the nearest is tested, and the ratio is that of any.
    """
    if earlier.possible is None or not earlier.base or not base:
        return None
    before = least_favourable(earlier.possible, earlier.base, now / base)
    p_value = shares_p_value(now, base, before, earlier.base, dispersion)
    ends = (earlier.possible[0], earlier.possible[-1])
    lows, highs = zip(*(shares_ratio(now, base, end, earlier.base, dispersion) for end in ends), strict=True)
    return Comparison(p_value, now * earlier.base > before * base, (min(lows), max(highs)))


@dataclass(frozen=True)
class Family:
    """Everything in one summary that could be called clear, corrected for how much that is.

    It has comparisons and the p-values of trends, which are judged together; so many ``untold`` ones are judged
    with them as if they were the least clear.
    """

    comparisons: Mapping[Key, Comparison]
    trends: Mapping[Key, float]
    untold: int = 0

    @cached_property
    def _p_values(self) -> Mapping[Key, float]:
        changes = {("change", *key): told.p_value for key, told in self.comparisons.items()}
        trends = {("trend", *key): told for key, told in self.trends.items()}
        return holm({**changes, **trends, **{("untold", str(number)): 1.0 for number in range(self.untold)}})

    def verdict(self, *key: str) -> Verdict:
        """Return what may be said of a comparison."""
        told = self.comparisons.get(key)
        if told is None:
            return "none"
        if self._p_values["change", *key] < LEVEL:
            return "more" if told.rises else "fewer"
        return "about" if told.alike else "unclear"

    def has_clear_trend(self, *key: str) -> bool:
        """Tell whether a trend is clear."""
        return self._p_values.get(("trend", *key), 1.0) < LEVEL

    def p_value(self, *key: str) -> float:
        """Return a comparison's own p-value, as if nothing else were compared; 1 where it is none."""
        return self.comparisons[key].p_value if key in self.comparisons else 1.0
