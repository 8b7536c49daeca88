"""What charts of months share: a heading with the legend, and where months and calls stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from reports.pictures import legend
from reports.pictures.chart import Key
from reports.pictures.shapes import HEADING, LABEL, NUMBER, Box, Measure, Shape, Text, bottom, broken, overlap

SPACE = 12
APART = 10
"""The least room between two numbers, so that they are not taken for one."""

MOST_LINES = 2


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
        """Return the scale on which ``most`` calls and a number fill the box, with so much room ``below``."""
        floor = box.y + box.height - below
        per_call = (floor - box.y - NUMBER.line) / max(1, most)
        return cls(box.x, box.x + box.width, box.width / months, floor, per_call)

    def middle(self, place: int) -> float:
        """Return the middle of a month, counted from 0."""
        return self.left + (place + 0.5) * self.slot

    def height(self, calls: float) -> float:
        """Return the height at which so many calls stand."""
        return self.floor - calls * self.per_call


def headed(text: str, keys: Sequence[Key], measure: Measure, box: Box) -> tuple[list[Shape], Box]:
    """Write the heading of a box and its legend, beside it where there is room; return the rest of the box too."""
    lines = broken(text, box.width, HEADING, measure, MOST_LINES)
    shapes: list[Shape] = [Text(box.x, box.y + n * HEADING.line, line, HEADING) for n, line in enumerate(lines)]
    if keys:
        y = box.y + max(0, len(lines) - 1) * HEADING.line + (HEADING.line - LABEL.line if lines else 0)
        beside = box.x + (measure(lines[-1], HEADING) + legend.APART if lines else 0)
        shapes += legend.draw(keys, measure, Box(box.x, y, box.width, 0, box.colour), beside)
    top = max(box.y, bottom(shapes)) + SPACE
    return shapes, Box(box.x, top, box.width, box.y + box.height - top, box.colour)


def fitting(texts: Sequence[Text], bars: Sequence[Box], measure: Measure, scale: MonthScale) -> Iterator[Text]:
    """Give the texts that have room, the first of them first: inside the chart, clear of bars and others."""
    written = list[Box]()
    for text in texts:
        width = measure(text.text, text.face)
        left = min(max(text.x - width / 2, scale.left), scale.right - width)
        room = Box(left, text.y, width, text.height, text.colour)
        apart = Box(left - APART, text.y, width + 2 * APART, text.height, text.colour)
        if (
            text.text
            and not any(overlap(room, bar) for bar in bars)
            and not any(overlap(apart, o) for o in written)
        ):
            written.append(room)
            yield replace(text, x=left + width / 2)
