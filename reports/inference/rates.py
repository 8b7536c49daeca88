"""Counts over time: whether two rates differ, and between which limits their ratio lies."""

import math

from reports.inference.dispersion import ALONE, Dispersion
from reports.inference.exact import binomial
from reports.inference.normal import Interval, ratio_interval, two_sided


def rates_p_value(now: int, now_days: int, before: int, before_days: int, dispersion: Dispersion = ALONE) -> float:
    """Return the two-sided p-value of two counts, each over so many days, given one common rate.

    Given their sum n, one of two Poisson counts is binomial with q = days / all days (Przyborowski and Wilenski
    1940). With a ``dispersion`` D of 1 this is the exact binomial test; with a larger one the score statistic
    (count - nq)² / (nq(1 - q)) is divided by D and read off the square of Student's t with D's degrees of freedom
    (McCullagh and Nelder 1989, 6.2.3), which is near enough from about ten calls on.
    """
    together, part = now + before, now_days / (now_days + before_days)
    if not together:
        return 1.0
    if dispersion.value == 1:
        return binomial(together, part).two_sided(now)
    square = (now - together * part) ** 2 / (together * part * (1 - part))
    return two_sided(square / dispersion.value, dispersion.freedom)


def rates_ratio(
    now: int, now_days: int, before: int, before_days: int, dispersion: Dispersion = ALONE
) -> Interval:
    """Return the 95 % interval of the ratio of two rates: log-normal, with the variance D(1/now + 1/before).

    The delta method (Rothman, Greenland and Lash 2008, chapter 14). A count of 0 says nothing: 0 to infinity.
    """
    if not now or not before:
        return 0.0, math.inf
    ratio = now * before_days / (before * now_days)
    return ratio_interval(ratio, dispersion.value * (1 / now + 1 / before), dispersion.freedom)
