"""What charts of months share: a heading with the legend beside it, and where months and calls stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from reports.pictures.shapes import HEADING, LABEL, NUMBER, Box, Colour, Measure, Shape, Text, moved

SQUARE, SPACE = 22, 14
ABOVE = HEADING.line + SPACE + NUMBER.line
"""The room for the heading and for a number above the highest value."""


@dataclass(frozen=True)
class MonthScale:
    """Where things stand: the left and the right edge, a month's width, the floor, and pixels a call."""

    left: float
    right: float
    slot: float
    floor: float
    per_call: float

    @classmethod
    def filling(cls, box: Box, months: int, most: int, below: float) -> Self:
        """Return the scale on which ``most`` calls fill the box, with so much room ``below`` the floor."""
        floor = box.y + box.height - below
        per_call = (floor - box.y - ABOVE) / max(1, most)
        return cls(box.x, box.x + box.width, box.width / months, floor, per_call)

    def middle(self, place: int) -> float:
        """Return the middle of a month, counted from 0."""
        return self.left + (place + 0.5) * self.slot

    def height(self, calls: float) -> float:
        """Return the height at which so many calls stand."""
        return self.floor - calls * self.per_call


def heading(
    text: str, legend: Sequence[tuple[str, Sequence[Shape]]], measure: Measure, box: Box
) -> Iterator[Shape]:
    """Write the heading of a box, and beside it the words that fit, each behind its sign.

    A sign is drawn in a square at the origin; an empty word is left out.
    """
    yield Text(box.x, box.y, text, HEADING)
    x = box.x + measure(text, HEADING) + 2 * SPACE
    y = box.y + HEADING.line - LABEL.line - 1
    for word, sign in legend:
        end = x + SQUARE + SPACE / 2 + measure(word, LABEL)
        if word and end <= box.x + box.width:
            yield from (moved(shape, x, y + (LABEL.line - SQUARE) / 2) for shape in sign)
            yield Text(x + SQUARE + SPACE / 2, y, word, colour=Colour.SOFT_INK)
            x = end + 2 * SPACE


def square(colour: Colour) -> Box:
    """Return the sign for bars of a colour."""
    return Box(0, 0, SQUARE, SQUARE, colour)
