"""The layout of a cross table: words, column labels, and rows of cells with their numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Self

from reports.pictures.cross_chart import CrossCell, CrossChart, CrossColumn, CrossRow
from reports.pictures.layout import MOST_FOOTERS, words
from reports.pictures.page import MARGIN, PORTRAIT, SPACE
from reports.pictures.shapes import (
    LABEL,
    NUMBER,
    Box,
    Colour,
    Face,
    Line,
    Measure,
    Shape,
    Text,
    bottom,
    broken,
)

COUNTS = (Face(38, bold=True), NUMBER, Face(24, bold=True), Face(20, bold=True), Face(14, bold=True))
"""The faces of a count, the largest first; one too small for a phone only where numbers are very long."""

INNER = PORTRAIT.inner
MOST_NOTES = 2
LEAST_LABEL, MOST_LABEL = 90, 400
"""How wide the labels of the rows are at least, and at most, in pixels."""

PAD, GAP = 18, 4
"""The room beside a number, and between two grounds."""

MOST_LINES, MOST_HEAD_LINES = 3, 5
TINTS = (Colour.WHITE, Colour.TINT_1, Colour.TINT_2, Colour.TINT_3, Colour.TINT_4)


@dataclass(frozen=True)
class CrossGrid:
    """Where the columns of a table stand: the width of the labels, the width of each column, the counts' face.

    ``shares`` tells whether any cell has a share below its count.
    """

    columns: tuple[CrossColumn, ...]
    label: float
    widths: tuple[float, ...]
    face: Face
    shares: bool

    @classmethod
    def of(cls, chart: CrossChart, measure: Measure) -> Self:
        """Give each column what its numbers need and, as far as there is room, what the words above them need."""
        for face in COUNTS:
            needs = [LEAST_LABEL, *_needs(chart, face, measure)]
            if sum(needs) <= INNER:
                break
        labels = _label_width([row.label for row in chart.rows], measure)
        heads = [_longest_word(column.label, measure) + PAD for column in chart.columns]
        wants = [max(need, words) for need, words in zip(needs, [labels, *heads], strict=True)]
        label, *widths = _shared(needs, wants)
        shares = any(cell.share for row in chart.rows for cell in row.cells)
        return cls(chart.columns, label, tuple(widths), face, shares)

    @property
    def share_face(self) -> Face:
        """The face of a share, no larger than its count's."""
        return _share_face(self.face)

    def left(self, place: int) -> float:
        """Return the left edge of a column."""
        return MARGIN + self.label + sum(self.widths[:place])

    def middle(self, place: int) -> float:
        """Return the middle of a column."""
        return self.left(place) + self.widths[place] / 2


def _share_face(face: Face) -> Face:
    return Face(min(LABEL.size, face.size))


def _needs(chart: CrossChart, face: Face, measure: Measure) -> Iterator[float]:
    """Give the width that the numbers of each column need."""
    for place in range(len(chart.columns)):
        cells = [row.cells[place] for row in chart.rows]
        yield PAD + max(max(measure(cell.count, face), measure(cell.share, _share_face(face))) for cell in cells)


def _shared(needs: Sequence[float], wants: Sequence[float]) -> list[float]:
    """Share the page between labels and columns: what is wanted and more for the columns, or what can be had."""
    spare = INNER - sum(wants)
    if spare >= 0:
        return [wants[0], *(want + spare / (len(wants) - 1) for want in wants[1:])]
    part = max(0, INNER - sum(needs)) / (sum(wants) - sum(needs))
    return [need + (want - need) * part for need, want in zip(needs, wants, strict=True)]


def _longest_word(text: str, measure: Measure) -> float:
    return max((measure(word, LABEL) for word in text.split()), default=0)


def _label_width(labels: Sequence[str], measure: Measure) -> float:
    """Return the least width in which no label takes more than two lines or is broken within a word."""
    for width in range(LEAST_LABEL, MOST_LABEL, PAD):
        room = width - PAD
        fits = all(len(broken(label, room, LABEL, measure, MOST_LINES)) < MOST_LINES for label in labels)
        if fits and max((_longest_word(label, measure) for label in labels), default=0) <= room:
            return width
    return MOST_LABEL


def _hyphenated(text: str, width: float, measure: Measure, most: int) -> list[str]:
    """Break a label into lines that fit; a word that is too long is divided into equal parts."""
    divided = " ".join(part for word in text.split() for part in _parts(word, width, measure))
    return broken(divided, width, LABEL, measure, most)


def _parts(word: str, width: float, measure: Measure) -> list[str]:
    for number in range(1, len(word)):
        size = ceil(len(word) / number)
        parts = [word[start : start + size] for start in range(0, len(word), size)]
        hyphened = [*(f"{part}-" for part in parts[:-1]), parts[-1]]
        if all(measure(part, LABEL) <= width for part in hyphened):
            return hyphened
    return [word]


def arrange_table(chart: CrossChart, measure: Measure) -> list[Shape]:
    """Place everything on a page as wide as the other pictures; nothing overlaps or runs over the edge."""
    measure = cache(measure)
    shapes = words(chart.title, chart.subtitle, (), measure, PORTRAIT)
    for note in chart.legend.split("\n") if chart.legend else ():
        lines, y = broken(note, INNER, LABEL, measure, MOST_NOTES), bottom(shapes)
        shapes += (Text(MARGIN, y + n * LABEL.line, line, colour=Colour.SOFT_INK) for n, line in enumerate(lines))
    if chart.rows:
        grid = CrossGrid.of(chart, measure)
        shapes += _heads(grid, measure, bottom(shapes) + SPACE)
        for row in chart.rows:
            shapes += _row(row, grid, measure, bottom(shapes) + GAP)
    top = bottom(shapes) + SPACE
    said = chart.footer.split("\n")
    footer = [line for part in said for line in broken(part, INNER, LABEL, measure, MOST_FOOTERS)]
    below = (Text(MARGIN, top + n * LABEL.line, line, colour=Colour.SOFT_INK) for n, line in enumerate(footer))
    return [*shapes, *below]


def table_height(shapes: Sequence[Shape]) -> int:
    """Return how high the picture of these shapes is, in pixels."""
    return ceil(bottom(shapes) + MARGIN / 2)


def _heads(grid: CrossGrid, measure: Measure, top: float) -> Iterator[Shape]:
    """Write the labels of the columns, ending at one height, and a line below."""
    labels = [
        _hyphenated(column.label, width - PAD / 2, measure, MOST_HEAD_LINES)
        for column, width in zip(grid.columns, grid.widths, strict=True)
    ]
    end = top + max(map(len, labels)) * LABEL.line
    for place, (column, lines) in enumerate(zip(grid.columns, labels, strict=True)):
        for number, line in enumerate(reversed(lines), 1):
            yield Text(grid.middle(place), end - number * LABEL.line, line, LABEL, _ink(column), "center")
    yield _across(end + GAP)


def _row(row: CrossRow, grid: CrossGrid, measure: Measure, top: float) -> Iterator[Shape]:
    """Draw a row: its label, and its cells, all of one height."""
    label = _hyphenated(row.label, grid.label - PAD, measure, MOST_LINES)
    numbers = grid.face.line + (grid.share_face.line if grid.shares else 0)
    high = max(numbers, len(label) * LABEL.line) + PAD
    if row.standing == "sum":
        yield _across(top)
    y = top + (high - len(label) * LABEL.line) / 2
    for number, line in enumerate(label):
        yield Text(MARGIN, y + number * LABEL.line, line, LABEL, _ink(row))
    for place, cell in enumerate(row.cells):
        ground = Box(grid.left(place) + GAP / 2, top, grid.widths[place] - GAP, high, TINTS[cell.shade])
        grey = "unknown" in {row.standing, grid.columns[place].standing}
        yield from _cell(cell, ground, grid, Colour.SOFT_INK if grey else Colour.INK)


def _cell(cell: CrossCell, ground: Box, grid: CrossGrid, ink: Colour) -> Iterator[Shape]:
    """Write a count, and its share below where there is one, on their ground."""
    if cell.shade:
        yield ground
    middle, share = ground.x + ground.width / 2, grid.share_face
    y = ground.y + (ground.height - grid.face.line - (share.line if cell.share else 0)) / 2
    yield Text(middle, y, cell.count, grid.face, ink, "center")
    if cell.share:
        yield Text(middle, y + grid.face.line, cell.share, share, ink, "center")


def _ink(told: CrossColumn | CrossRow) -> Colour:
    return Colour.SOFT_INK if told.standing == "unknown" else Colour.INK


def _across(y: float) -> Line:
    return Line(((MARGIN, y), (MARGIN + INNER, y)), Colour.SOFT_INK, 2)
