"""Drawing one question: its heading, and a bar under each answer's label."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from reports.pictures.chart import Bar, Chart, Panel
from reports.pictures.shapes import HEADING, LABEL, NUMBER, Box, Colour, Measure, Shape, Text, broken, hollowed

WIDTH = 568
BAR, THIN_BAR, SPACE, BESIDE = 18, 7, 10, 10
MOST_LINES = 2
SHORTEST = 3
"""The shortest bar that can still be seen."""


@dataclass(frozen=True)
class PanelStyle:
    """How all panels of a picture are drawn: bars on one scale, ``longest`` pixels for the value ``most``.

    ``more`` says how many answers are left out. Bars of the year before are ``hollow`` where they come from an
    earlier report.
    """

    measure: Measure
    longest: float
    most: float
    more: str
    hollow: bool

    @classmethod
    def of(cls, chart: Chart, measure: Measure) -> Self:
        """Return the style in which the longest bar and its numbers fill a column."""
        bars = [bar for panel in chart.panels for bar in panel.bars]
        numbers = max(
            (BESIDE + measure(bar.text, NUMBER) + BESIDE + measure(bar.before_text, LABEL) for bar in bars),
            default=0,
        )
        most = max((max(bar.value, bar.before or 0) for bar in bars), default=0)
        return cls(measure, WIDTH - numbers, most, chart.more, chart.hollow)

    def length(self, value: float) -> float:
        """Return a bar's length, from zero."""
        return max(SHORTEST, value / self.most * self.longest) if value else 0


def draw(panel: Panel, most: int, style: PanelStyle, x: float, y: float) -> list[Shape]:
    """Draw a panel with its upper left corner here; of more than ``most`` known answers only the largest."""
    shapes: list[Shape] = list(_heading(panel, style, x, y))
    y += sum(HEADING.line for shape in shapes if isinstance(shape, Text) and shape.face == HEADING)
    y = max(y, *(shape.y + shape.height for shape in shapes)) + SPACE / 2
    bars = _largest(panel, most)
    for bar in bars:
        shapes += _bar(bar, style, x, y)
        y += LABEL.line * len(_label(bar, style)) + BAR + THIN_BAR + SPACE
    if left_out := len(panel.bars) - len(bars):
        shapes.append(Text(x, y, style.more.format(n=left_out), colour=Colour.SOFT_INK))
    return shapes


def _largest(panel: Panel, most: int) -> list[Bar]:
    """Return the bars to draw, in the form's order."""
    known = sorted((bar for bar in panel.bars if not bar.grey), key=lambda bar: -bar.value)
    return [bar for bar in panel.bars if bar.grey or bar in known[:most]]


def _heading(panel: Panel, style: PanelStyle, x: float, y: float) -> Iterator[Text]:
    """Place the heading, and its note beside it where that fits, else below."""
    lines = broken(panel.heading, WIDTH, HEADING, style.measure, MOST_LINES)
    for number, line in enumerate(lines):
        yield Text(x, y + number * HEADING.line, line, HEADING)
    for note in broken(panel.note, WIDTH, LABEL, style.measure, 1):
        after = style.measure(lines[-1], HEADING) + 2 * BESIDE
        if after + style.measure(note, LABEL) <= WIDTH:
            yield Text(x + after, y + len(lines) * HEADING.line - LABEL.line - 1, note, colour=Colour.SOFT_INK)
        else:
            yield Text(x, y + len(lines) * HEADING.line, note, colour=Colour.SOFT_INK)


def _label(bar: Bar, style: PanelStyle) -> list[str]:
    return broken(bar.label, WIDTH, LABEL, style.measure, MOST_LINES)


def _bar(bar: Bar, style: PanelStyle, x: float, y: float) -> Iterator[Shape]:
    ink = Colour.SOFT_INK if bar.grey else Colour.INK
    for line in _label(bar, style):
        yield Text(x, y, line, colour=ink)
        y += LABEL.line
    long, thin = style.length(bar.value), style.length(bar.before or 0)
    yield Box(x, y, long, BAR, Colour.GREY if bar.grey else Colour.NAVY)
    yield Box(x, y + BAR, thin, THIN_BAR, Colour.PALE_GREY)
    if style.hollow:
        yield from hollowed(Box(x, y + BAR, thin, THIN_BAR, Colour.PALE_GREY))
    beside = x + max(long, thin) + (BESIDE if bar.value or bar.before else 0)
    middle = y + (BAR + THIN_BAR - LABEL.line) / 2
    yield Text(beside, middle, bar.text, NUMBER, ink)
    if bar.before_text:
        yield Text(
            beside + style.measure(bar.text, NUMBER) + BESIDE, middle, bar.before_text, colour=Colour.SOFT_INK
        )
