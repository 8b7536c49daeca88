"""Arranging a picture: title, months, then the questions in two columns; what finds no room is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from math import ceil

from reports import month_bars, run_line
from reports.chart import Chart, Months, Run
from reports.columns import MARGIN, SPACE, fitted, small_months
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
INNER = WIDTH - 2 * MARGIN
LEAST_MONTHS, MOST_MONTHS = 270, 460
"""How high the months are drawn, in pixels."""

SUBTITLE = Face(32)


def arrange(chart: Chart, measure: Measure) -> list[Mark]:
    """Place everything on a page of 1280 × 1600 pixels; nothing overlaps or runs over the edge."""
    measure = cache(measure)
    marks = _words(chart, measure)
    top = bottom(marks) + SPACE
    floor = HEIGHT - MARGIN - LABEL.line
    upper = chart.months or chart.run
    room = floor - SPACE / 2 - top - (LEAST_MONTHS + SPACE if upper else 0)
    columns = small_months(chart, measure, room) if chart.multiples else fitted(chart, measure, room)
    if upper:
        high = min(MOST_MONTHS, LEAST_MONTHS + room - bottom(columns.marks))
        marks += _upper(upper, measure, Box(MARGIN, top, INNER, high, SOFT_INK))
        top += high + SPACE
    marks += [_moved(mark, top) for mark in columns.marks]
    return [*marks, *_footer(chart, columns.left_out, bottom(marks) + SPACE if chart.cropped else floor)]


def height(chart: Chart, marks: Sequence[Mark]) -> int:
    """Return how high the picture of these marks is, in pixels."""
    return ceil(bottom(marks) + MARGIN / 2) if chart.cropped else HEIGHT


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


def _moved(mark: Mark, down: float) -> Mark:
    if isinstance(mark, Line):
        return replace(mark, points=tuple((x, y + down) for x, y in mark.points))
    return replace(mark, y=mark.y + down)
