"""Shares as people say them: one of six, about a third, most."""

from typing import Literal

EXACT_ENOUGH = 0.1
"""A share is told as `1 of 6` where that is no more than this part off."""

NEAR = 0.02
"""A share is called a half where it is no more than this off."""

Proportion = Literal["all", "half", "third", "two_thirds", "quarter", "three_quarters", "most"]
FRACTIONS: dict[Proportion, float] = {
    "half": 1 / 2,
    "third": 1 / 3,
    "two_thirds": 2 / 3,
    "quarter": 1 / 4,
    "three_quarters": 3 / 4,
}


def one_in(share: float) -> int | None:
    """Return n where a share is nearly one of n, two or more."""
    whole = round(1 / share) if share else 0
    return whole if whole > 1 and abs(share * whole - 1) <= EXACT_ENOUGH else None


def proportion(share: float) -> Proportion | None:
    """Return the word that a share goes by; None where none fits."""
    if share == 1:
        return "all"
    for name, part in FRACTIONS.items():
        if abs(share - part) <= NEAR:
            return name
    return "most" if share > FRACTIONS["half"] else None
