"""Drawing a legend: words, each behind the sign of what it stands for, on as many lines as they need."""

from collections.abc import Iterator, Mapping, Sequence

from reports.pictures.chart import Key, Sign
from reports.pictures.shapes import (
    LABEL,
    Box,
    Colour,
    Dot,
    Measure,
    Shape,
    Text,
    broken,
    hatched,
    hollowed,
    moved,
)

SQUARE, SPACE = 24, 12
APART = 30
"""The room between one entry and the next."""


def square(colour: Colour) -> Box:
    """Return the sign of bars of a colour."""
    return Box(0, 0, SQUARE, SQUARE, colour)


def _edged(colour: Colour, inside: Colour) -> tuple[Shape, ...]:
    return (square(colour), *hollowed(square(colour), inside))


SIGNS: Mapping[Sign, tuple[Shape, ...]] = {
    "now": (square(Colour.NAVY),),
    "highlighted": (square(Colour.ORANGE),),
    "before": (square(Colour.GREY),),
    "printed": _edged(Colour.GREY, Colour.WHITE),
    "clear": (square(Colour.PLUM),),
    "part": (square(Colour.NAVY), *hatched(square(Colour.NAVY))),
    "unknown": _edged(Colour.GREY, Colour.UNKNOWN),
    "calls": (Box(0, SQUARE / 2 - 2, SQUARE, 4, Colour.NAVY), Dot(6, 6, 12, Colour.NAVY)),
    "centre": (Box(0, SQUARE / 2 - 1, SQUARE, 3, Colour.RULE),),
    "usual": (square(Colour.BAND), *(Box(0, y, SQUARE, 2, Colour.RULE) for y in (0, SQUARE - 2))),
    "outside": (Dot(0, 0, SQUARE, Colour.PLUM),),
}
"""The sign of each kind, in a square at the origin."""


def draw(keys: Sequence[Key], measure: Measure, area: Box, x: float = 0) -> Iterator[Shape]:
    """Write the entries from the upper edge of an area, the first of them from ``x`` where it fits there."""
    x, y = max(x, area.x), area.y
    for key in keys:
        for text in broken(key.text, area.width - SQUARE - SPACE, LABEL, measure, 1):
            end = x + SQUARE + SPACE + measure(text, LABEL)
            if end > area.x + area.width and x > area.x:
                end, x, y = end - x + area.x, area.x, y + LABEL.line
            yield from (moved(shape, x, y + (LABEL.line - SQUARE) / 2) for shape in SIGNS[key.sign])
            yield Text(x + SQUARE + SPACE, y, text, colour=Colour.SOFT_INK)
            x = end + APART
