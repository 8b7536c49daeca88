"""Counts and shares beside those of the year before, and as people say them: one in six, about a third, most."""

from dataclasses import dataclass
from typing import Literal

from reports.analysis.baseline import EarlierFigure
from reports.analysis.tally import SMALL_BASE
from reports.statements.comparisons import Verdict

FEW = 5
"""Fewer calls than this are counted and nothing more."""

EXACT_ENOUGH = 0.05
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

Growth = Literal["doubled", "halved", "down_a_third", "up", "down"]
MULTIPLES: dict[Growth, tuple[float, float]] = {
    "doubled": (1.9, 2.1),
    "halved": (0.475, 0.525),
    "down_a_third": (0.64, 0.69),
}
"""Between which limits the ratio of two shares goes by a word."""


@dataclass(frozen=True)
class CountStatement:
    """A count beside the one a year before, None where that is not known, and what may be said of the two."""

    count: int
    before: int | None
    verdict: Verdict

    @property
    def percent(self) -> int | None:
        """The change in per cent; None on a small or missing base."""
        if self.before is None or self.before < SMALL_BASE:
            return None
        return round((self.count / self.before - 1) * 100)

    @property
    def few(self) -> bool:
        """Whether there are too few to say more than how many."""
        return 0 < self.count < FEW


@dataclass(frozen=True)
class ShareStatement:
    """A count and its share of ``base``, beside the year before as far as it is known, and what may be said.

    ``most`` tells that the share is more than a half beyond chance.
    """

    count: int
    base: int
    earlier: EarlierFigure | None
    verdict: Verdict
    most: bool

    @property
    def share(self) -> float | None:
        """The share; None on a small base."""
        return self.count / self.base if self.base >= SMALL_BASE else None

    @property
    def before(self) -> int | None:
        """The count a year before; None where it is not known."""
        return self.earlier.count if self.earlier else None

    @property
    def share_before(self) -> float | None:
        """The share a year before; None where it is not known, or on a small base."""
        if self.earlier is None or (self.earlier.base is not None and self.earlier.base < SMALL_BASE):
            return None
        return self.earlier.share

    @property
    def clearly_changed(self) -> bool:
        """Whether the share is clearly another than a year before."""
        return self.verdict in {"more", "fewer"}

    @property
    def points(self) -> float | None:
        """By how many percentage points the share has moved; None where that is not known, or says little."""
        if self.share is None or self.share_before is None or self.verdict == "registration":
            return None
        return (self.share - self.share_before) * 100

    @property
    def growth(self) -> Growth:
        """How the share has moved, in a word."""
        now, before = self.share or 0, self.share_before or 0
        ratio = now / before if before else 0
        named = (name for name, (low, high) in MULTIPLES.items() if low <= ratio <= high)
        return next(named, "up" if now > before else "down")

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
        return "most" if self.most else None
