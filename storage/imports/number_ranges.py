"""Ranges of whole numbers, as a map names them: `18-66`, or `67-` and `67+` without an end."""

import re
from dataclasses import dataclass

RANGE = re.compile(r"([0-9]{1,9})\s*(?:[-–]\s*([0-9]{1,9})?|\+)", re.ASCII)
WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


@dataclass(frozen=True)
class NumberRange:
    """The whole numbers from ``first`` to ``last``, both included; without a last one, all from the first on."""

    first: int
    last: int | None

    @property
    def is_backward(self) -> bool:
        """Whether it ends before it begins."""
        return self.last is not None and self.last < self.first

    def holds(self, number: int) -> bool:
        """Tell whether a number lies in it."""
        return self.first <= number and (self.last is None or number <= self.last)

    def overlaps(self, other: "NumberRange") -> bool:
        """Tell whether a number lies in both, of which neither is backward."""
        return self.holds(other.first) or other.holds(self.first)


def range_in(text: str) -> NumberRange | None:
    """Return the range that is written; None for anything else."""
    found = RANGE.fullmatch(text)
    return NumberRange(int(found[1]), int(found[2]) if found[2] else None) if found else None


def whole_number_in(text: str) -> int | None:
    """Return the whole number that is written, of any size that a person writes; None for anything else."""
    return int(text) if WHOLE.fullmatch(text) else None
