"""Arranging what stands side by side below a picture's head: questions, or small months on one scale."""

from dataclasses import dataclass
from itertools import product
from math import ceil

from reports.pictures import answer_bars, month_bars
from reports.pictures.chart import Chart, Panel
from reports.pictures.shapes import SOFT_INK, Box, Measure, Shape, bottom

MARGIN, GAP, SPACE = 48, 48, 26

LEAST_SMALL, MOST_SMALL = 230, 400
"""How high one of several small ones is drawn."""

FEWEST = 3
"""Of a question at least so many answers are drawn; where even that finds no room, the question is not."""

MOST_SHARED = 8
"""Of more questions than this every other stands to the right; for so many, the best sharing is sought."""


@dataclass(frozen=True)
class FittedColumns:
    """Two columns as drawn from the upper edge 0, and how many found no room."""

    shapes: list[Shape]
    left_out: int


def fitted(chart: Chart, measure: Measure, room: float) -> FittedColumns:
    """Draw as many questions as there is room for, and of each as many answers, the same most for all."""
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
            return FittedColumns(fitting, len(chart.panels) - kept)
    return FittedColumns([], len(chart.panels))


def _two_columns(panels: tuple[Panel, ...], most: int, style: answer_bars.PanelStyle) -> list[Shape]:
    """Draw the questions in the form's order down each column, shared so that the longer is as short as can be."""
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


def small_months(chart: Chart, measure: Measure, room: float) -> FittedColumns:
    """Draw small months in two columns on one scale, as high as there is room for; what finds none is left out."""
    most = max(map(month_bars.most_of, chart.multiples))
    rows = max(1, min(ceil(len(chart.multiples) / 2), int(room // (LEAST_SMALL + SPACE))))
    high = min(MOST_SMALL, room / rows - SPACE)
    shapes = list[Shape]()
    for number, months in enumerate(chart.multiples[: 2 * rows]):
        x, y = MARGIN + number % 2 * (answer_bars.WIDTH + GAP), number // 2 * (high + SPACE)
        shapes += month_bars.draw(months, measure, Box(x, y, answer_bars.WIDTH, high, SOFT_INK), most)
    return FittedColumns(shapes, max(0, len(chart.multiples) - 2 * rows))
