"""Run charts of few words, drawn on a page of 1200 × 400, for the tests of what is drawn."""

from collections.abc import Iterable
from typing import Literal

from reports.pictures.chart import Run, RunPoint
from reports.pictures.month_frame import SPACE
from reports.pictures.run_chart import ABOVE, BELOW, draw
from reports.pictures.shapes import NUMBER, Box, Colour, Dot, Line, Shape, Text
from tests.reports.typewriter import typed

PAGE = Box(0, 0, 1200, 400, Colour.SOFT_INK)
FLOOR = 400 - BELOW
TOP = SPACE + NUMBER.line + ABOVE
"""Where the highest month stands below an empty heading."""

STANDINGS: tuple[Literal["plain", "own", "before", "outside"], ...] = ("plain", "own", "before", "outside")


def run_point(
    total: int | None = 10,
    text: str = "",
    *,
    highlighted: int = 0,
    centre: float | None = None,
    usual: tuple[int, int] | None = None,
    whole: bool = True,
    standing: Literal["plain", "own", "before", "outside"] = "plain",
    label: str = "",
    year: str = "",
) -> RunPoint:
    """Return a month without a number, a name or limits, unless it is said."""
    return RunPoint(
        label=label,
        year=year,
        total=total,
        text=text,
        highlighted=highlighted,
        centre=centre,
        usual=usual,
        whole=whole,
        standing=standing,
    )


def drawn_run(*points: RunPoint) -> list[Shape]:
    """Draw a run without words."""
    return list(draw(Run(heading="", points=points), typed, PAGE))


def lines_of(shapes: Iterable[Shape], colour: Colour) -> list[tuple[tuple[float, float], ...]]:
    """Return the points of the lines of a colour."""
    return [shape.points for shape in shapes if isinstance(shape, Line) and shape.colour == colour]


def boxes_of(shapes: Iterable[Shape], colour: Colour) -> list[Box]:
    """Return the boxes of a colour that have any height."""
    return [shape for shape in shapes if isinstance(shape, Box) and shape.colour == colour and shape.height]


def dots_of(shapes: Iterable[Shape]) -> list[Dot]:
    """Return the dots."""
    return [shape for shape in shapes if isinstance(shape, Dot)]


def texts_of(shapes: Iterable[Shape]) -> list[Text]:
    """Return the texts that are not empty."""
    return [shape for shape in shapes if isinstance(shape, Text) and shape.text]
