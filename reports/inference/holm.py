"""Holm's correction: many comparisons, of which none may be called clear by mere chance."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

LEVEL = 0.05
"""The chance that anything in a family is called clear where nothing has changed."""


def holm(p_values: Mapping[Key, float]) -> dict[Key, float]:
    """Return the adjusted p-values of a family: below ``LEVEL`` they are clear.

    The smallest is multiplied by the family's size, the next by one less, and none falls below the one before
    it (Holm 1979). It holds whatever the comparisons have to do with each other.
    """
    adjusted, least = {}, 0.0
    for left, key in zip(
        range(len(p_values), 0, -1), sorted(p_values, key=lambda key: p_values[key]), strict=True
    ):
        least = max(least, min(1.0, p_values[key] * left))
        adjusted[key] = least
    return adjusted
