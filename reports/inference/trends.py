"""Trends: whether three or more values in a row rise or fall."""

from collections.abc import Sequence

from reports.inference.dispersion import ALONE, Dispersion
from reports.inference.normal import two_sided


def shares_trend(counts: Sequence[int], bases: Sequence[int], dispersion: Dispersion = ALONE) -> float:
    """Return the two-sided p-value of a share that rises or falls by the same step each time.

    Cochran's and Armitage's statistic (Armitage 1955), (Σt(y - np))² / (p(1 - p)(Σnt² - (Σnt)²/Σn)), divided by
    the ``dispersion`` and read off the square of Student's t with its degrees of freedom; t counts the values.
    """
    share = sum(counts) / max(1, sum(bases))
    return _p_value(counts, [share * base for base in bases], bases, share * (1 - share), dispersion)


def rates_trend(counts: Sequence[int], days: Sequence[int], dispersion: Dispersion = ALONE) -> float:
    """Return the two-sided p-value of a rate that rises or falls by the same step each time.

    The score statistic of a log-linear Poisson rate, (Σt(y - λd))² / (λ(Σdt² - (Σdt)²/Σd)), divided by the
    ``dispersion`` and read off the square of Student's t with its degrees of freedom: Armitage's, with days in
    the place of bases; t counts the values.
    """
    rate = sum(counts) / sum(days)
    return _p_value(counts, [rate * each for each in days], days, rate, dispersion)


def _p_value(
    counts: Sequence[int],
    expected: Sequence[float],
    weights: Sequence[int],
    variance: float,
    dispersion: Dispersion,
) -> float:
    slope = sum(t * (count - mean) for t, (count, mean) in enumerate(zip(counts, expected, strict=True)))
    first = sum(t * weight for t, weight in enumerate(weights))
    spread = sum(t**2 * weight for t, weight in enumerate(weights)) - first**2 / max(1, sum(weights))
    if variance * spread <= 0:
        return 1.0
    return two_sided(slope**2 / (variance * spread) / dispersion.value, dispersion.freedom)
