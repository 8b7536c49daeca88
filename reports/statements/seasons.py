"""Seasons: how busy each month of the year usually is, where it is known often enough."""

from collections import Counter
from collections.abc import Callable, Mapping

from reports.analysis.dispersions import month_count
from reports.analysis.summary import Summary
from reports.analysis.tally import Tally
from reports.inference.dispersion import month_effects

SEASONS_FROM = 3
"""Where each month of the year is known so many times, each has a centre of its own."""

MONTHS = 12


def at_one_level(counts: Mapping[str, int], parts: Mapping[str, float]) -> dict[str, float]:
    """Return what would be expected of months (`2016-07`) that share their calls by these parts."""
    level = sum(counts.values()) / max(1.0, sum(parts.values()))
    return {month: level * part for month, part in parts.items()}


def seasons(summary: Summary, count: Callable[[Tally], int]) -> Mapping[int, float]:
    """Return how many times as busy each month of the year is as the mean; nothing where they are too few.

    ``count`` tells what is counted of a month.
    """
    months = [month_count(month, count(month), month.days.count) for month in summary.history]
    times, years = Counter(month.month for month in months), Counter(month.year for month in months)
    # Without a whole year, the level of one and the season of another could not be told apart.
    if len(times) < MONTHS or min(times.values()) < SEASONS_FROM or max(years.values()) < MONTHS:
        return {}
    effects = month_effects(months)
    return effects if all(effects.values()) else {}
