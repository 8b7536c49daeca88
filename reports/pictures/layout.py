"""Arranging a picture: title, months, then the questions in two columns; what finds no room is counted."""

from collections.abc import Sequence
from functools import cache
from math import ceil

from reports.pictures import month_bars, run_chart
from reports.pictures.chart import Chart, Run
from reports.pictures.columns import MARGIN, SPACE, FittedColumns, fitted, small_months
from reports.pictures.shapes import (
    INK,
    LABEL,
    SOFT_INK,
    TITLE,
    Box,
    Face,
    Measure,
    Shape,
    Text,
    balanced,
    bottom,
    broken,
    moved,
)

WIDTH, HEIGHT = 1280, 1600
INNER = WIDTH - 2 * MARGIN
LEAST_MONTHS, MOST_MONTHS = 270, 460
"""How high the months are drawn, in pixels."""

SUBTITLE = Face(32)
MOST_FOOTERS = 4


def arrange(chart: Chart, measure: Measure) -> list[Shape]:
    """Place everything on a page of 1280 × 1600 pixels; nothing overlaps or runs over the edge."""
    measure = cache(measure)
    shapes = _words(chart, measure)
    top = bottom(shapes) + SPACE
    upper = chart.months or chart.run
    columns, footer, room = _lower(chart, measure, top + (LEAST_MONTHS + SPACE if upper else 0))
    if upper:
        high = min(MOST_MONTHS, LEAST_MONTHS + room - bottom(columns.shapes))
        box = Box(MARGIN, top, INNER, high, SOFT_INK)
        drawn = (
            run_chart.draw(upper, measure, box) if isinstance(upper, Run) else month_bars.draw(upper, measure, box)
        )
        shapes += drawn
        top += high + SPACE
    shapes += [moved(shape, 0, top) for shape in columns.shapes]
    down = bottom(shapes) + SPACE if chart.cropped else HEIGHT - MARGIN - bottom(footer)
    return [*shapes, *(moved(shape, 0, down) for shape in footer)]


def height(chart: Chart, shapes: Sequence[Shape]) -> int:
    """Return how high the picture of these shapes is, in pixels."""
    return ceil(bottom(shapes) + MARGIN / 2) if chart.cropped else HEIGHT


def _words(chart: Chart, measure: Measure) -> list[Shape]:
    shapes: list[Shape] = []
    y: float = MARGIN - LABEL.size / 2
    for text, face, most in ((chart.title, TITLE, 3), (chart.subtitle, SUBTITLE, 2), (chart.legend, LABEL, 2)):
        for part in text.split("\n"):
            for line in balanced(part, INNER, face, measure, most):
                shapes.append(Text(MARGIN, y, line, face, SOFT_INK if face == LABEL else INK))
                y += face.line
        y += SPACE / 4
    return shapes


def _lower(chart: Chart, measure: Measure, top: float) -> tuple[FittedColumns, list[Shape], float]:
    """Fit columns and footer below ``top``; return both, each from its own upper edge, and the columns' room.

    The footer counts what found no room, and may need another line for that, which leaves less of it.
    """
    footer = _footer(chart, measure, 0)
    while True:
        room = HEIGHT - MARGIN - max(LABEL.line, bottom(footer)) - SPACE / 2 - top
        columns = small_months(chart, measure, room) if chart.multiples else fitted(chart, measure, room)
        counted = _footer(chart, measure, columns.left_out)
        if len(counted) <= len(footer):
            return columns, counted, room
        footer = counted


def _footer(chart: Chart, measure: Measure, left_out: int) -> list[Shape]:
    """Write the footer's lines from the upper edge 0."""
    more = chart.more_panels.format(n=left_out) if left_out else ""
    text = " ".join(filter(None, [chart.footer, more and f"({more})"]))
    lines = broken(text, INNER, LABEL, measure, MOST_FOOTERS)
    return [Text(MARGIN, number * LABEL.line, line, colour=SOFT_INK) for number, line in enumerate(lines)]
