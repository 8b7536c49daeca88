"""Exact two-sided tests: the probability of everything that is as rare as what was seen, or rarer."""

import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

SLACK = 1e-7
"""Logarithms of probabilities that differ by less are taken as equal."""

NEGLIGIBLE = 1e-12
"""The part of a tail that is left out."""


@dataclass(frozen=True)
class Distribution:
    """The counts from ``least`` to ``most`` with the logarithm of their chances; ``peak`` is a likeliest one.

    ``step`` is how many times as likely the count after one is.
    """

    least: int
    most: int
    peak: int
    log_chance: Callable[[int], float]
    step: Callable[[int], float]

    def two_sided(self, seen: int) -> float:
        """Return the chance of all counts that are no likelier than the one seen; exact to 1 part in 10⁸."""
        limit = self.log_chance(seen) + SLACK
        if self.log_chance(self.peak) <= limit:
            return 1.0
        below = bisect_right(range(self.least, self.peak), limit, key=self.log_chance)
        above = bisect_right(
            range(self.most - self.peak), limit, key=lambda left: self.log_chance(self.most - left)
        )
        lower = self._lower_tail(self.least + below - 1) if below else 0.0
        upper = self._upper_tail(self.most - above + 1) if above else 0.0
        return min(1.0, lower + upper)

    def _upper_tail(self, count: int) -> float:
        total = chance = math.exp(self.log_chance(count))
        while count < self.most and chance > total * NEGLIGIBLE:
            chance *= self.step(count)
            total += chance
            count += 1
        return total

    def _lower_tail(self, count: int) -> float:
        total = chance = math.exp(self.log_chance(count))
        while count > self.least and chance > total * NEGLIGIBLE:
            count -= 1
            chance /= self.step(count)
            total += chance
        return total


def binomial(n: int, p: float) -> Distribution:
    """Return the distribution of successes in ``n`` trials with the chance ``p``."""
    whole, yes, no, odds = math.lgamma(n + 1), math.log(p), math.log1p(-p), p / (1 - p)

    def log_chance(k: int) -> float:
        return whole - math.lgamma(k + 1) - math.lgamma(n - k + 1) + k * yes + (n - k) * no

    def step(k: int) -> float:
        return odds * (n - k) / (k + 1)

    return Distribution(0, n, min(n, int((n + 1) * p)), log_chance, step)


def hypergeometric(ones: int, others: int, drawn: int) -> Distribution:
    """Return the distribution of ones among so many ``drawn`` from both without being put back."""
    least, most = max(0, drawn - others), min(drawn, ones)
    peak = (drawn + 1) * (ones + 1) // (ones + others + 2)
    whole = _log_choose(ones + others, drawn)

    def log_chance(k: int) -> float:
        return _log_choose(ones, k) + _log_choose(others, drawn - k) - whole

    def step(k: int) -> float:
        return (ones - k) * (drawn - k) / ((k + 1) * (others - drawn + k + 1))

    return Distribution(least, most, min(most, max(least, peak)), log_chance, step)


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
