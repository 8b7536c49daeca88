"""The layout of a picture: title, months, then questions in columns; the footer counts what has no room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from math import ceil

from reports.pictures import answer_rows, legend, month_bars, run_chart
from reports.pictures.answer_rows import AnswerGrid
from reports.pictures.chart import Chart, Key, Months, Run
from reports.pictures.month_frame import headed
from reports.pictures.page import MARGIN, PORTRAIT, SPACE, WIDE, Page
from reports.pictures.shapes import (
    LABEL,
    TITLE,
    Box,
    Colour,
    Measure,
    Shape,
    Text,
    balanced,
    bottom,
    broken,
    moved,
)

LEAST_MONTHS, MOST_MONTHS = 290, 600
"""How high the months are drawn, in pixels: at least below their heading, and at most with it."""

LEAST_SMALL, MOST_SMALL = 190, 460
"""How high one of several small ones is drawn."""

FEWEST, MOST_ANSWERS = 3, 10
"""At least and at most this many answers of a question are drawn; where the least have no room, none are."""

MOST_FOOTERS = 4


def page_of(chart: Chart) -> Page:
    """Return the format of a chart's picture."""
    return WIDE if chart.wide else PORTRAIT


def arrange(chart: Chart, measure: Measure) -> list[Shape]:
    """Place everything on the chart's page; nothing overlaps or runs over the edge."""
    measure, page = cache(measure), page_of(chart)
    shapes = words(chart.title, chart.subtitle, chart.legend, measure, page)
    top = bottom(shapes) + SPACE
    placed, footer = _lower(chart, measure, page, page.height - top)
    shapes += [moved(shape, 0, top) for shape in placed]
    down = page.height - MARGIN - bottom(footer) if chart.wide else bottom(shapes) + SPACE
    return [*shapes, *(moved(shape, 0, down) for shape in footer)]


def height(chart: Chart, shapes: Sequence[Shape]) -> int:
    """Return how high the picture of these shapes is, in pixels: a portrait ends below its last shape."""
    return page_of(chart).height if chart.wide else ceil(bottom(shapes) + MARGIN / 2)


def words(title: str, subtitle: str, keys: Sequence[Key], measure: Measure, page: Page) -> list[Shape]:
    """Write the title, the subtitle and the legend of a picture at its upper edge."""
    shapes: list[Shape] = []
    y: float = MARGIN - SPACE / 2
    for text, face, most in ((title, TITLE, 3), (subtitle, LABEL, 2)):
        for part in text.split("\n"):
            for line in balanced(part, page.inner, face, measure, most):
                shapes.append(Text(MARGIN, y, line, face))
                y += face.line
        y += SPACE / 4
    shapes += legend.draw(keys, measure, Box(MARGIN, y, page.inner, 0, Colour.SOFT_INK))
    return shapes


def _lower(chart: Chart, measure: Measure, page: Page, below: float) -> tuple[list[Shape], list[Shape]]:
    """Fit charts and footer into the room ``below`` the words; return both, each from its own upper edge.

    The footer counts what is left out; if it needs another line for that, there is less room for the rest.
    """
    footer = _footer(chart, measure, page, 0)
    while True:
        room = below - MARGIN - max(LABEL.line, bottom(footer)) - SPACE
        fitted = _small_months if chart.multiples else _questions
        placed, left_out = fitted(chart, measure, page, room)
        counted = _footer(chart, measure, page, left_out)
        if len(counted) <= len(footer):
            return placed, counted
        footer = counted


def _footer(chart: Chart, measure: Measure, page: Page, left_out: int) -> list[Shape]:
    """Write the footer's lines from the upper edge 0."""
    left_out += chart.elsewhere
    more = f"({chart.more_panels.format(n=left_out)})" if left_out else ""
    *first, last = chart.footer.split("\n")
    together = " ".join(filter(None, [last, more]))
    parts = [*first, together] if measure(together, LABEL) <= page.inner else [*first, last, more]
    lines = [line for part in parts for line in broken(part, page.inner, LABEL, measure, MOST_FOOTERS)]
    return [Text(MARGIN, number * LABEL.line, line, colour=Colour.SOFT_INK) for number, line in enumerate(lines)]


@dataclass(frozen=True)
class Flow:
    """Questions that follow each other down the columns of a page, below a chart of months where there is one.

    They are ``drawn`` once each for so many answers, with their upper left corner at the origin.
    """

    upper: Months | Run | None
    grid: AnswerGrid
    page: Page
    drawn: Callable[[int, int], Sequence[Shape]]

    def fits(self, questions: int, most: int, room: float) -> list[Shape] | None:
        """Place the first questions with so many answers each; None where the room is too low."""
        drawn = [self.drawn(place, most) for place in range(questions)]
        least = self._least
        heights = [least + SPACE] * bool(self.upper) + [bottom(shapes) + SPACE for shapes in drawn]
        turn = self._turn(heights, room + SPACE)
        if turn is None:
            return None
        shapes, ends = list[Shape](), [0.0] * self.page.columns
        if self.upper:
            high = min(max(least, MOST_MONTHS), least + room + SPACE - sum(heights[:turn]))
            box = Box(MARGIN, 0, self.page.column(self.page.columns), high, Colour.SOFT_INK)
            shapes += _months(self.upper, self.grid.measure, box)
            ends[0] = high + SPACE
        for place, question in enumerate(drawn, bool(self.upper)):
            side = int(place >= turn)
            x = self.page.left(side, self.page.columns)
            if place in {int(bool(self.upper)), turn}:
                shapes += answer_rows.draw_names(self.grid, x, ends[side])
            shapes += (moved(shape, x, ends[side]) for shape in question)
            ends[side] += heights[place]
        return shapes

    @cached_property
    def _least(self) -> float:
        """The least height of the months, in pixels."""
        if self.upper is None:
            return 0
        return LEAST_MONTHS + _head(self.upper, self.grid.measure, self.page.column(self.page.columns))

    def _turn(self, heights: Sequence[float], room: float) -> int | None:
        """Return how many blocks stand in the first column, so that both fit; None where they do not.

        The months have a column to themselves where they can, and questions alone are shared evenly.
        """
        higher = {n: max(sum(heights[:n]), sum(heights[n:])) for n in range(1, len(heights) + 1)}
        if self.page.columns == 1:
            higher = {len(heights): sum(heights)}
        fitting = [n for n in higher if higher[n] <= room]
        return min(fitting, key=lambda n: (not self.upper) * higher[n], default=None)


def _head(upper: Months | Run, measure: Measure, width: float) -> float:
    """Return how high the heading and the legend of months are."""
    shapes, _ = headed(upper.heading, upper.legend, measure, Box(0, 0, width, 0, Colour.SOFT_INK))
    return bottom(shapes)


def _months(upper: Months | Run, measure: Measure, box: Box) -> list[Shape]:
    if isinstance(upper, Run):
        return list(run_chart.draw(upper, measure, box))
    return list(month_bars.draw(upper, measure, box))


def _questions(chart: Chart, measure: Measure, page: Page, room: float) -> tuple[list[Shape], int]:
    """Draw as many questions as fit, with as many answers as fit, the same maximum for all; count the others."""
    if not chart.panels:
        page = replace(page, columns=1)
    grid = AnswerGrid.of(chart, page.column(page.columns), measure)

    @cache
    def drawn(place: int, most: int) -> Sequence[Shape]:
        return answer_rows.draw(chart.panels[place], most, grid)

    flow = Flow(chart.months or chart.run, grid, page, drawn)
    longest = min(MOST_ANSWERS, max((len(panel.bars) for panel in chart.panels), default=0))
    for kept in range(len(chart.panels), -1, -1):
        for most in range(longest, min(longest, FEWEST) - 1, -1):
            if (shapes := flow.fits(kept, most, room)) is not None:
                return shapes, len(chart.panels) - kept
    return [], len(chart.panels)


def _small_months(chart: Chart, measure: Measure, page: Page, room: float) -> tuple[list[Shape], int]:
    """Draw small months in columns on one scale, as high and as many as fit; count the others."""
    most, columns = max(map(month_bars.most_of, chart.multiples)), min(page.small, len(chart.multiples))
    least = LEAST_SMALL + max(_head(months, measure, page.column(columns)) for months in chart.multiples)
    rows = min(ceil(len(chart.multiples) / columns), int((room + SPACE) // (least + SPACE)))
    high = min(max(least, MOST_SMALL), (room + SPACE) / max(1, rows) - SPACE)
    shapes = list[Shape]()
    for number, months in enumerate(chart.multiples[: columns * rows]):
        x, y = page.left(number % columns, columns), number // columns * (high + SPACE)
        box = Box(x, y, page.column(columns), high, Colour.SOFT_INK)
        shapes += month_bars.draw(months, measure, box, most)
    return shapes, max(0, len(chart.multiples) - columns * rows)
