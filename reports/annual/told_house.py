"""What a report tells of the house: all of it within the house, less where it is published."""

from dataclasses import dataclass
from typing import Self

from reports.analysis.whole_house import WholeHouse


@dataclass(frozen=True)
class ToldHouse:
    """Heads, nights and years of the ``whole``, and the nights of its ``months``, None where these are not told.

    With its ``beds`` it is told which part of their nights was in use; ``in_full`` also who came and left, and how
    full it was.
    """

    whole: WholeHouse
    months: WholeHouse | None
    beds: bool = True
    in_full: bool = True

    @classmethod
    def wholly(cls, house: WholeHouse) -> Self:
        """Tell everything."""
        return cls(house, house)
