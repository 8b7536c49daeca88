"""The normal distribution's part in tests and intervals, and Student's where the dispersion is estimated."""

import math

Z = 1.959963984540054
"""Between minus and plus this lies 95 % of a standard normal distribution."""

Interval = tuple[float, float]
"""A lower and an upper limit."""


def two_sided(square: float, freedom: float = math.inf) -> float:
    """Return the chance that a squared standard normal is at least this: P(χ²₁ ≥ x) = erfc(√(x/2)).

    With so many degrees of ``freedom`` of Student's t instead, turned into a normal by Wallace's approximation
    z = (8ν + 1)/(8ν + 3) · √(ν ln(1 + t²/ν)) (Wallace 1959), whose p-values above 0.0001 are right to 4 % of
    themselves from 12 degrees on.
    """
    if freedom < math.inf:
        square = ((8 * freedom + 1) / (8 * freedom + 3)) ** 2 * freedom * math.log1p(square / freedom)
    return math.erfc(math.sqrt(square / 2))


def quantile(freedom: float) -> float:
    """Return between minus and plus what 95 % of Student's t lie: z + (z³ + z)/4ν + (5z⁵ + 16z³ + 3z)/96ν².

    The expansion of Fisher and Cornish (1960), right to 0.002 from 12 degrees of freedom on.
    """
    return Z + (Z**3 + Z) / (4 * freedom) + (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * freedom**2)


def ratio_interval(ratio: float, variance: float, freedom: float = math.inf) -> Interval:
    """Return the 95 % interval of a ratio whose logarithm has this variance: ratio · exp(± 1.96 · √variance)."""
    away = math.exp(quantile(freedom) * math.sqrt(variance))
    return ratio / away, ratio * away
