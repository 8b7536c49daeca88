"""The shapes on a page, in pixels from the upper left corner, and breaking text into lines."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal


class Colour(StrEnum):
    """The colours of all that is drawn, each with one meaning on every page.

    ``NAVY`` is the period told of, ``GREY`` what came before it, ``ORANGE`` the highlighted calls, ``PLUM`` a
    clear change, ``UNKNOWN`` the ground of "not known". Lines are ``RULE``; ``BAND`` is the ground between two of
    them. The tints are the grounds of cells, pale enough for ink on them.
    """

    WHITE = "#FFFFFF"
    NAVY = "#12436D"
    ORANGE = "#F46A25"
    PLUM = "#801650"
    INK = "#0B0C0C"
    SOFT_INK = "#505A5F"
    GREY = "#828B90"
    UNKNOWN = "#DDE2E5"
    RULE = "#6C757A"
    BAND = "#EEF1F3"
    TINT_1 = "#E9EEF3"
    TINT_2 = "#CFDAE4"
    TINT_3 = "#B3C4D3"
    TINT_4 = "#9FB5C9"


EDGE = 3
"""How thick the edge of a hollow bar is, in pixels."""

HATCH = 14
"""How far apart the strokes of a hatched bar are, in pixels."""

LINE = 1.2
"""A line's height, in sizes of its text."""


@dataclass(frozen=True)
class Face:
    """How a text is set: its size in pixels, and whether it is bold."""

    size: int
    bold: bool = False

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * LINE


# No face is smaller than 33 pixels: 11 where the 1080 pixels of a picture are shown as 360.
TITLE, HEADING, NUMBER, LABEL = Face(46, bold=True), Face(36, bold=True), Face(33, bold=True), Face(33)

Measure = Callable[[str, Face], float]
"""The width in pixels of a text in a face."""


@dataclass(frozen=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


@dataclass(frozen=True)
class Text:
    """One line of text; ``x`` is its left edge, its middle or its right edge, ``y`` its upper edge.

    With ``rim`` it has a white edge, so that it can be read where a line passes behind it.
    """

    x: float
    y: float
    text: str
    face: Face = LABEL
    colour: Colour = Colour.INK
    align: Literal["left", "center", "right"] = "left"
    rim: bool = False

    @property
    def height(self) -> float:
        """The height of its line."""
        return self.face.line


@dataclass(frozen=True)
class Line:
    """A line through two points or more, so many pixels wide."""

    points: tuple[tuple[float, float], ...]
    colour: Colour
    width: float

    @property
    def y(self) -> float:
        """Its highest point."""
        return min(y for _, y in self.points)

    @property
    def height(self) -> float:
        """From its highest point to its lowest."""
        return max(y for _, y in self.points) - self.y


@dataclass(frozen=True)
class Dot:
    """A filled circle in the square whose upper left corner is here."""

    x: float
    y: float
    size: float
    colour: Colour

    @property
    def height(self) -> float:
        """The height of its square."""
        return self.size


Shape = Box | Text | Line | Dot


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two rectangles have any ground in common."""
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def moved(shape: Shape, right: float, down: float) -> Shape:
    """Return a shape moved to the right and down."""
    if isinstance(shape, Line):
        return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
    return replace(shape, x=shape.x + right, y=shape.y + down)


def hollowed(box: Box, inside: Colour = Colour.WHITE) -> Iterator[Box]:
    """Give the inside of a bar that is large enough to have one."""
    if min(box.width, box.height) > 2 * EDGE:
        yield Box(box.x + EDGE, box.y + EDGE, box.width - 2 * EDGE, box.height - 2 * EDGE, inside)


def hatched(box: Box) -> Iterator[Line]:
    """Give the white strokes across a bar of what is not over."""
    if not box.height:
        return
    right, floor = box.x + box.width, box.y + box.height
    rise = floor + box.width
    while (rise := rise - HATCH) > box.y + EDGE:
        low = (box.x, rise) if rise <= floor else (box.x + rise - floor, floor)
        high = (right, rise - box.width) if rise - box.width >= box.y else (box.x + rise - box.y, box.y)
        yield Line((low, high), Colour.WHITE, EDGE)


def bottom(shapes: Iterable[Shape]) -> float:
    """Return the lowest edge among the shapes."""
    return max((shape.y + shape.height for shape in shapes), default=0)


def broken(text: str, width: float, face: Face, measure: Measure, most: int) -> list[str]:
    """Break a text into lines that fit, at spaces where possible; what ``most`` lines cannot hold ends in …."""
    if text.strip() and measure(text, face) <= width:
        return [text]
    lines = list(_lines(text, width, lambda part: measure(part, face)))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and measure(f"{last}…", face) > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def balanced(text: str, width: float, face: Face, measure: Measure, most: int) -> list[str]:
    """Break a text into as few lines as possible, of about equal length."""
    lines = broken(text, width, face, measure, most)
    narrower = lines
    while len(narrower) == len(lines) > 1 and not narrower[-1].endswith("…"):
        lines, width = narrower, width * 0.97
        narrower = broken(text, width, face, measure, most)
    return lines


def _lines(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while measure(line) > width and len(line) > 1:
            fits = _letters(line, width, measure)
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line


def _letters(word: str, width: float, measure: Callable[[str], float]) -> int:
    """Return how many letters of a long word fit, at least one."""
    return max(1, bisect_right(range(1, len(word)), width, key=lambda end: measure(word[:end])))
