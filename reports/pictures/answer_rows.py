"""Drawing questions: a heading, then a row an answer, with its label, its bar and its numbers in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from reports.pictures.chart import Bar, Chart, Panel
from reports.pictures.shapes import (
    HEADING,
    LABEL,
    NUMBER,
    Box,
    Colour,
    Face,
    Measure,
    Shape,
    Text,
    bottom,
    broken,
    hollowed,
)

BAR, THIN_BAR = 20, 8
ROW = 42
"""The height of a row whose label is of one line."""

GAP, BESIDE, SPACE = 22, 20, 6
MOST_LINES = 2
SHORTEST = 4
"""The shortest bar that can still be seen."""

LEAST_BARS = 0.2
"""The part of a column's width that is kept for bars, however long the labels are."""


@dataclass(frozen=True)
class AnswerGrid:
    """The columns that all questions of a picture share: labels, bars on one scale up to ``most``, and numbers.

    ``more`` says how many answers are left out. Bars of the year before are ``hollow`` where they come from an
    earlier report.
    """

    measure: Measure
    width: float
    label: float
    numbers: tuple[float, float, float]
    most: float
    names: tuple[str, str, str]
    more: str
    hollow: bool

    @classmethod
    def of(cls, chart: Chart, width: float, measure: Measure) -> Self:
        """Return the columns that the labels and numbers of a chart need in so wide a column of the page."""
        bars = [bar for panel in chart.panels for bar in panel.bars]
        names = (chart.names.count, chart.names.share, chart.names.before)
        numbers = tuple(
            max((measure(text, face) for text, face in (*column, (name, LABEL))), default=0)
            for name, column in zip(
                names, zip(*map(_numbers, bars), strict=True) if bars else [()] * 3, strict=True
            )
        )
        gaps = sum(GAP for number in numbers if number)
        room = width * (1 - LEAST_BARS) - sum(numbers) - gaps - GAP
        label = min(room, max((measure(bar.label, _face(bar)) for bar in bars), default=0))
        most = max((max(bar.value, bar.before or 0) for bar in bars), default=0)
        count, share, before = numbers
        return cls(measure, width, label, (count, share, before), most, names, chart.more, chart.hollow)

    @property
    def ends(self) -> tuple[float, float, float]:
        """The right edges of the three columns of numbers."""
        before = self.width
        share = before - self.numbers[2] - GAP * bool(self.numbers[2])
        return share - self.numbers[1] - GAP * bool(self.numbers[1]), share, before

    @property
    def longest(self) -> float:
        """The length of the longest bar."""
        return self.ends[0] - self.numbers[0] - GAP * bool(self.numbers[0]) - self.label - GAP

    def length(self, value: float) -> float:
        """Return a bar's length, from zero."""
        return max(SHORTEST, value / self.most * self.longest) if value else 0


def _numbers(bar: Bar) -> tuple[tuple[str, Face], tuple[str, Face], tuple[str, Face]]:
    return (bar.count, LABEL), (bar.share, _face(bar)), (bar.before_text, LABEL)


def draw_names(grid: AnswerGrid, x: float, y: float) -> Iterator[Text]:
    """Name the columns of numbers, beside the heading of the question that begins here."""
    line = y + HEADING.line - LABEL.line
    for end, name in zip(grid.ends, grid.names, strict=True):
        if name:
            yield Text(x + end, line, name, colour=Colour.SOFT_INK, align="right")


def draw(panel: Panel, most: int, grid: AnswerGrid) -> list[Shape]:
    """Draw a panel with its upper left corner at the origin; of more than ``most`` known answers not all."""
    shapes: list[Shape] = list(_heading(panel, grid))
    y = bottom(shapes) + SPACE
    bars = _largest(panel, most)
    for bar in bars:
        lines = broken(bar.label, grid.label, _face(bar), grid.measure, MOST_LINES)
        shapes += _row(bar, lines, grid, y)
        y += _height(lines)
    if left_out := len(panel.bars) - len(bars):
        shapes.append(Text(0, y, grid.more.format(n=left_out), colour=Colour.SOFT_INK))
    return shapes


def _largest(panel: Panel, most: int) -> list[Bar]:
    """Return the bars to draw, in the panel's order; those that have clearly changed are always among them."""
    known = sorted((bar for bar in panel.bars if not bar.unknown), key=lambda bar: (not bar.clear, -bar.value))[
        :most
    ]
    return [bar for bar in panel.bars if bar.unknown or bar in known]


def _heading(panel: Panel, grid: AnswerGrid) -> Iterator[Text]:
    """Place the heading, and its note beside it where that fits left of the numbers, else below."""
    width = grid.label + GAP + grid.longest
    lines = broken(panel.heading, width, HEADING, grid.measure, MOST_LINES)
    for number, line in enumerate(lines):
        yield Text(0, number * HEADING.line, line, HEADING)
    below = len(lines) * HEADING.line
    for note in broken(panel.note, width, LABEL, grid.measure, 1):
        after = grid.measure(lines[-1], HEADING) + BESIDE
        beside = after + grid.measure(note, LABEL) <= width
        x, y = (after, below - LABEL.line) if beside else (0, below)
        yield Text(x, y, note, colour=Colour.SOFT_INK)


def _face(bar: Bar) -> Face:
    return NUMBER if bar.clear else LABEL


def _height(lines: Sequence[str]) -> float:
    return ROW + max(0, len(lines) - 1) * LABEL.line


def _row(bar: Bar, lines: Sequence[str], grid: AnswerGrid, y: float) -> Iterator[Shape]:
    """Draw an answer: the lines of its label, its bars, and its numbers, all on one middle line."""
    ink, middle = Colour.SOFT_INK if bar.unknown else Colour.INK, y + _height(lines) / 2
    for number, line in enumerate(lines):
        yield Text(0, middle + (number - len(lines) / 2) * LABEL.line, line, _face(bar), ink)
    yield from _bars(bar, grid, middle)
    inks = (ink, Colour.PLUM if bar.clear else ink, Colour.SOFT_INK)
    for (text, face), end, colour in zip(_numbers(bar), grid.ends, inks, strict=True):
        if text:
            yield Text(end, middle - LABEL.line / 2, text, face, colour, "right")


def _bars(bar: Bar, grid: AnswerGrid, middle: float) -> Iterator[Shape]:
    """Draw the bar, and the thin one of the year before below it; one alone stands in the middle."""
    x, y = grid.label + GAP, middle - (BAR if bar.before is None else BAR + THIN_BAR) / 2
    colour = Colour.GREY if bar.unknown else Colour.PLUM if bar.clear else Colour.NAVY
    now = Box(x, y, grid.length(bar.value), BAR, colour)
    yield now
    if bar.unknown:
        yield from hollowed(now, Colour.UNKNOWN)
    before = Box(x, y + BAR, grid.length(bar.before or 0), THIN_BAR, Colour.GREY)
    yield before
    if grid.hollow:
        yield from hollowed(before)
