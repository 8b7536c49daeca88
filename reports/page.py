"""Arranging a picture: title, months, then the questions in two columns; what finds no room is counted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from reports import answer_bars, month_bars, run_line
from reports.chart import Chart, Months, Panel, Run
from reports.marks import (
    INK,
    LABEL,
    SOFT_INK,
    TITLE,
    Box,
    Face,
    Line,
    Mark,
    Measure,
    Text,
    balanced,
    bottom,
)

WIDTH, HEIGHT = 1280, 1600
MARGIN, GAP, SPACE = 48, 48, 26
INNER = WIDTH - 2 * MARGIN
LEAST_MONTHS, MOST_MONTHS = 270, 460
"""How high the months are drawn, in pixels."""

FEWEST = 3
"""Of a question at least so many answers are drawn; where even that finds no room, the question is not."""

MOST_SHARED = 8
"""Of more questions than this every other stands to the right; for so many, the best sharing is sought."""

SUBTITLE = Face(32)


def arrange(chart: Chart, measure: Measure) -> list[Mark]:
    """Place everything on a page of 1280 × 1600 pixels; nothing overlaps or runs over the edge."""
    measure = cache(measure)
    marks = _words(chart, measure)
    top = bottom(marks) + SPACE
    floor = HEIGHT - MARGIN - LABEL.line
    upper = chart.months or chart.run
    room = floor - SPACE / 2 - top - (LEAST_MONTHS + SPACE if upper else 0)
    columns = _fitted(chart, measure, room)
    if upper:
        high = min(MOST_MONTHS, LEAST_MONTHS + room - bottom(columns.marks))
        marks += _upper(upper, measure, Box(MARGIN, top, INNER, high, SOFT_INK))
        top += high + SPACE
    marks += [_moved(mark, top) for mark in columns.marks]
    return [*marks, *_footer(chart, columns.left_out, floor)]


def _upper(upper: Months | Run, measure: Measure, box: Box) -> Iterator[Mark]:
    if isinstance(upper, Run):
        return run_line.draw(upper, measure, box)
    return month_bars.draw(upper, measure, box)


def _words(chart: Chart, measure: Measure) -> list[Mark]:
    marks: list[Mark] = []
    y: float = MARGIN - LABEL.size / 2
    for text, face, most in ((chart.title, TITLE, 3), (chart.subtitle, SUBTITLE, 2), (chart.legend, LABEL, 2)):
        for part in text.split("\n"):
            for line in balanced(part, INNER, face, measure, most):
                marks.append(Text(MARGIN, y, line, face, SOFT_INK if face == LABEL else INK))
                y += face.line
        y += SPACE / 4
    return marks


def _footer(chart: Chart, left_out: int, y: float) -> list[Mark]:
    more = chart.more_panels.format(n=left_out) if left_out else ""
    text = " ".join(filter(None, [chart.footer, more and f"({more})"]))
    return [Text(MARGIN, y, text, colour=SOFT_INK)] if text else []


@dataclass(frozen=True)
class Columns:
    """The questions as drawn from the upper edge 0, and how many found no room."""

    marks: list[Mark]
    left_out: int


def _fitted(chart: Chart, measure: Measure, room: float) -> Columns:
    """Draw as many questions as there is room for, and of each as many answers, the same most for all."""
    pen = answer_bars.Pen(answer_bars.scale(chart.panels, measure), measure, chart.more)
    longest = max((len(panel.bars) for panel in chart.panels), default=0)
    for kept in range(len(chart.panels), 0, -1):
        panels, fitting = chart.panels[:kept], list[Mark]()
        for most in range(min(longest, FEWEST), longest + 1):
            marks = _two_columns(panels, most, pen)
            if bottom(marks) > room:
                break
            fitting = marks
        if fitting:
            return Columns(fitting, len(chart.panels) - kept)
    return Columns([], len(chart.panels))


def _two_columns(panels: tuple[Panel, ...], most: int, pen: answer_bars.Pen) -> list[Mark]:
    """Draw the questions in the form's order down each column, shared so that the longer is as short as can be."""
    heights = [bottom(answer_bars.draw(panel, most, pen, 0, 0)) + SPACE for panel in panels]
    ends, marks = [0.0, 0.0], list[Mark]()
    for panel, height, side in zip(panels, heights, _sides(heights), strict=True):
        marks += answer_bars.draw(panel, most, pen, MARGIN + side * (answer_bars.WIDTH + GAP), ends[side])
        ends[side] += height
    return marks


def _sides(heights: list[float]) -> tuple[int, ...]:
    """Return each question's column, 0 or 1; the first stands to the left."""
    if len(heights) > MOST_SHARED:
        return tuple(number % 2 for number in range(len(heights)))

    def longer(sides: tuple[int, ...]) -> float:
        right = sum(height * side for height, side in zip(heights, sides, strict=True))
        return max(right, sum(heights) - right)

    return min(((0, *rest) for rest in product((0, 1), repeat=len(heights) - 1)), key=longer)


def _moved(mark: Mark, down: float) -> Mark:
    if isinstance(mark, Line):
        return replace(mark, points=tuple((x, y + down) for x, y in mark.points))
    return replace(mark, y=mark.y + down)
