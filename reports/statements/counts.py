"""Counts beside those of the year before, and shares as people say them: one in six, about a third, most."""

from dataclasses import dataclass
from typing import Literal

from reports.analysis.significance import Change

EXACT_ENOUGH = 0.1
"""A share is told as `1 in 6` where that is off by no more than this part of it."""

NEAR = 0.02
"""A share is called a half where it is off by no more than this."""

Proportion = Literal["all", "half", "third", "two_thirds", "quarter", "three_quarters", "most"]
FRACTIONS: dict[Proportion, float] = {
    "half": 1 / 2,
    "third": 1 / 3,
    "two_thirds": 2 / 3,
    "quarter": 1 / 4,
    "three_quarters": 3 / 4,
}


@dataclass(frozen=True)
class CountStatement:
    """A count beside the one a year before and how they compare; ``before`` is None where it is not known."""

    count: int
    before: int | None
    change: Change


@dataclass(frozen=True)
class ShareStatement(CountStatement):
    """A count and its ``share``, None on a small base."""

    share: float | None

    @property
    def one_in(self) -> int | None:
        """The n of a share that is nearly one in n, two or more."""
        if not self.share:
            return None
        whole = round(1 / self.share)
        return whole if whole > 1 and abs(self.share * whole - 1) <= EXACT_ENOUGH else None

    @property
    def proportion(self) -> Proportion | None:
        """The word that the share goes by; None where none fits."""
        if self.share is None:
            return None
        if self.share == 1:
            return "all"
        for name, part in FRACTIONS.items():
            if abs(self.share - part) <= NEAR:
                return name
        return "most" if self.share > FRACTIONS["half"] else None
