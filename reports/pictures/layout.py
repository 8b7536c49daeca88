"""The layout of a picture: title, months, then questions in two columns; the footer counts what has no room."""

from collections.abc import Sequence
from functools import cache
from itertools import product
from math import ceil

from reports.pictures import answer_bars, month_bars, run_chart
from reports.pictures.chart import Chart, Panel, Run
from reports.pictures.cross_chart import CrossChart
from reports.pictures.shapes import (
    LABEL,
    TITLE,
    Box,
    Colour,
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
MARGIN, GAP, SPACE = 48, 48, 26
INNER = WIDTH - 2 * MARGIN
LEAST_MONTHS, MOST_MONTHS = 270, 460
"""How high the months are drawn, in pixels."""

LEAST_SMALL, MOST_SMALL = 230, 400
"""How high one of several small ones is drawn."""

FEWEST = 3
"""At least this many answers of a question are drawn; where they have no room, the question is left out."""

MOST_SHARED = 8
"""Up to this many questions are divided between the columns as evenly as possible; more of them in turn."""

SUBTITLE = Face(32)
MOST_FOOTERS = 4


def arrange(chart: Chart, measure: Measure) -> list[Shape]:
    """Place everything on a page of 1280 × 1600 pixels; nothing overlaps or runs over the edge."""
    measure = cache(measure)
    shapes = words(chart, measure)
    top = bottom(shapes) + SPACE
    upper = chart.months or chart.run
    columns, footer, room = _lower(chart, measure, top + (LEAST_MONTHS + SPACE if upper else 0))
    if upper:
        high = min(MOST_MONTHS, LEAST_MONTHS + room - bottom(columns))
        box = Box(MARGIN, top, INNER, high, Colour.SOFT_INK)
        if isinstance(upper, Run):
            shapes += run_chart.draw(upper, measure, box)
        else:
            shapes += month_bars.draw(upper, measure, box)
        top += high + SPACE
    shapes += [moved(shape, 0, top) for shape in columns]
    down = bottom(shapes) + SPACE if chart.cropped else HEIGHT - MARGIN - bottom(footer)
    return [*shapes, *(moved(shape, 0, down) for shape in footer)]


def height(chart: Chart, shapes: Sequence[Shape]) -> int:
    """Return how high the picture of these shapes is, in pixels."""
    return ceil(bottom(shapes) + MARGIN / 2) if chart.cropped else HEIGHT


def words(chart: Chart | CrossChart, measure: Measure) -> list[Shape]:
    """Write the title, the subtitle and the legend of a picture at its upper edge."""
    shapes: list[Shape] = []
    y: float = MARGIN - LABEL.size / 2
    for text, face, most in ((chart.title, TITLE, 3), (chart.subtitle, SUBTITLE, 2), (chart.legend, LABEL, 2)):
        for part in text.split("\n"):
            for line in balanced(part, INNER, face, measure, most):
                shapes.append(Text(MARGIN, y, line, face, Colour.SOFT_INK if face == LABEL else Colour.INK))
                y += face.line
        y += SPACE / 4
    return shapes


def _lower(chart: Chart, measure: Measure, top: float) -> tuple[list[Shape], list[Shape], float]:
    """Fit columns and footer below ``top``; return both, each from its own upper edge, and the columns' room.

    The footer counts what is left out; if it needs another line for that, there is less room for the columns.
    """
    footer = _footer(chart, measure, 0)
    while True:
        room = HEIGHT - MARGIN - max(LABEL.line, bottom(footer)) - SPACE / 2 - top
        fitted = _small_months if chart.multiples else _questions
        columns, left_out = fitted(chart, measure, room)
        counted = _footer(chart, measure, left_out)
        if len(counted) <= len(footer):
            return columns, counted, room
        footer = counted


def _footer(chart: Chart, measure: Measure, left_out: int) -> list[Shape]:
    """Write the footer's lines from the upper edge 0."""
    more = chart.more_panels.format(n=left_out) if left_out else ""
    text = " ".join(filter(None, [chart.footer, more and f"({more})"]))
    lines = broken(text, INNER, LABEL, measure, MOST_FOOTERS)
    return [Text(MARGIN, number * LABEL.line, line, colour=Colour.SOFT_INK) for number, line in enumerate(lines)]


def _questions(chart: Chart, measure: Measure, room: float) -> tuple[list[Shape], int]:
    """Draw as many questions as fit, with as many answers as fit, the same maximum for all; count the others."""
    style = answer_bars.PanelStyle.of(chart, measure)
    longest = max((len(panel.bars) for panel in chart.panels), default=0)
    for kept in range(len(chart.panels), 0, -1):
        panels, fitting = chart.panels[:kept], list[Shape]()
        for most in range(min(longest, FEWEST), longest + 1):
            shapes = _two_columns(panels, most, style)
            if bottom(shapes) > room:
                break
            fitting = shapes
        if fitting:
            return fitting, len(chart.panels) - kept
    return [], len(chart.panels)


def _two_columns(panels: tuple[Panel, ...], most: int, style: answer_bars.PanelStyle) -> list[Shape]:
    """Draw the questions in the form's order, shared so that the longer column is as short as possible."""
    heights = [bottom(answer_bars.draw(panel, most, style, 0, 0)) + SPACE for panel in panels]
    ends, shapes = [0.0, 0.0], list[Shape]()
    for panel, height, side in zip(panels, heights, _sides(heights), strict=True):
        shapes += answer_bars.draw(panel, most, style, MARGIN + side * (answer_bars.WIDTH + GAP), ends[side])
        ends[side] += height
    return shapes


def _sides(heights: list[float]) -> tuple[int, ...]:
    """Return each question's column, 0 or 1; the first stands to the left."""
    if len(heights) > MOST_SHARED:
        return tuple(number % 2 for number in range(len(heights)))

    def longer(sides: tuple[int, ...]) -> float:
        right = sum(height * side for height, side in zip(heights, sides, strict=True))
        return max(right, sum(heights) - right)

    return min(((0, *rest) for rest in product((0, 1), repeat=len(heights) - 1)), key=longer)


def _small_months(chart: Chart, measure: Measure, room: float) -> tuple[list[Shape], int]:
    """Draw small months in two columns on one scale, as high and as many as fit; count the others."""
    most = max(map(month_bars.most_of, chart.multiples))
    rows = max(1, min(ceil(len(chart.multiples) / 2), int(room // (LEAST_SMALL + SPACE))))
    high = min(MOST_SMALL, room / rows - SPACE)
    shapes = list[Shape]()
    for number, months in enumerate(chart.multiples[: 2 * rows]):
        x, y = MARGIN + number % 2 * (answer_bars.WIDTH + GAP), number // 2 * (high + SPACE)
        shapes += month_bars.draw(months, measure, Box(x, y, answer_bars.WIDTH, high, Colour.SOFT_INK), most)
    return shapes, max(0, len(chart.multiples) - 2 * rows)
