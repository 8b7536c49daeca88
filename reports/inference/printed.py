"""Shares as they are printed: which counts may stand behind one."""

import math
from decimal import Decimal
from fractions import Fraction


def possible_counts(low: Decimal, high: Decimal, base: int) -> range:
    """Return the counts whose share of the base may lie between two percentages, both included.

    Where rounding leaves no whole count, it is the one just below and the one just above.
    """
    below, above = (Fraction(percent) * base / 100 for percent in (low, high))
    least, most = math.ceil(below), math.floor(above)
    if least > most:
        least, most = most, least
    return range(max(0, least), min(base, most) + 1)


def rounding(percent: Decimal) -> Decimal:
    """Return by how much a printed percentage may be off: half of its last decimal."""
    return Decimal(5).scaleb(int(percent.as_tuple().exponent) - 1)


def least_favourable(counts: range, base: int, share: float) -> int:
    """Return the count that is nearest to the other ``share``: whatever it is called, the true one is as far."""
    return min(max(round(share * base), counts[0]), counts[-1])
