"""Shares: whether two differ, between which limits their ratio lies, and between which one of them lies."""

import math

from reports.inference.dispersion import ALONE, Dispersion
from reports.inference.exact import hypergeometric
from reports.inference.normal import Interval, quantile, ratio_interval, two_sided


def shares_p_value(
    now: int, now_base: int, before: int, before_base: int, dispersion: Dispersion = ALONE
) -> float:
    """Return the two-sided p-value of two counts, each of a base, given one common share.

    With a ``dispersion`` D of 1 Fisher's exact test of the two-by-two table (Fisher 1935); with a larger one
    Pearson's score statistic (p₁ - p₀)² / (p(1 - p)(1/n₁ + 1/n₀)) is divided by D and read off the square of
    Student's t with D's degrees of freedom (McCullagh and Nelder 1989, 4.5). That is rough where fewer than five
    are expected in a cell.
    """
    together, everyone = now + before, now_base + before_base
    if not now_base or not before_base or together in {0, everyone}:
        return 1.0
    if dispersion.value == 1:
        return hypergeometric(together, everyone - together, now_base).two_sided(now)
    share = together / everyone
    variance = share * (1 - share) * (1 / now_base + 1 / before_base)
    square = (now / now_base - before / before_base) ** 2 / variance
    return two_sided(square / dispersion.value, dispersion.freedom)


def shares_ratio(
    now: int, now_base: int, before: int, before_base: int, dispersion: Dispersion = ALONE
) -> Interval:
    """Return the 95 % interval of the ratio of two shares: log-normal, D(1/now - 1/n₁ + 1/before - 1/n₀).

    Katz's interval (Katz and others 1978). A count of 0 says nothing, nor do two shares of 100 %: 0 to infinity.
    """
    if not now or not before or (now == now_base and before == before_base):
        return 0.0, math.inf
    ratio = now * before_base / (before * now_base)
    variance = 1 / now - 1 / now_base + 1 / before - 1 / before_base
    return ratio_interval(ratio, dispersion.value * variance, dispersion.freedom)


def share_interval(count: int, base: int, dispersion: Dispersion = ALONE) -> Interval:
    """Return Wilson's 95 % interval of a share, of base / D calls that stand each for itself (Wilson 1927)."""
    alone, share, z = base / dispersion.value, count / base, quantile(dispersion.freedom)
    middle = share + z**2 / (2 * alone)
    away = z * math.sqrt(share * (1 - share) / alone + z**2 / (4 * alone**2))
    return (middle - away) / (1 + z**2 / alone), (middle + away) / (1 + z**2 / alone)
