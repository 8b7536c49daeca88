"""Where shapes really are, as they are drawn: what runs over the edge, and which texts overlap."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from reports.pictures.draw_png import width
from reports.pictures.page import PORTRAIT
from reports.pictures.shapes import Box, Dot, Line, Shape, Text

measure = cache(width)
SMALLEST = 11


def over_the_edge(shapes: Sequence[Shape], high: float, wide: float = PORTRAIT.width) -> list[Shape]:
    """Return the shapes that are not within a page of this size."""
    return [shape for shape in shapes if not _within(shape, high, wide)]


def _within(shape: Shape, high: float, wide: float) -> bool:
    left, top, right, bottom = _edges(shape)
    return 0 <= left <= right <= wide and 0 <= top <= bottom <= high


def too_small(shapes: Sequence[Shape]) -> list[Text]:
    """Return the texts that are less than 11 pixels high where the picture is shown 360 pixels wide."""
    return [s for s in shapes if isinstance(s, Text) and s.face.size * 360 / PORTRAIT.width < SMALLEST]


def overlapping_texts(shapes: Sequence[Shape]) -> list[tuple[Text, Text]]:
    """Return the pairs of texts that overlap."""
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    return [pair for pair in combinations(texts, 2) if _overlap(*pair)]


def _edges(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, upper, right and lower edge; figures begin below the upper edge of their line."""
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Dot):
        return shape.x, shape.y, shape.x + shape.size, shape.y + shape.size
    if isinstance(shape, Line):
        across = [x for x, _ in shape.points]
        return min(across), shape.y, max(across), shape.y + shape.height
    wide = measure(shape.text, shape.face)
    left = shape.x - {"left": 0, "center": wide / 2, "right": wide}[shape.align]
    figures = not any(letter.isalpha() for letter in shape.text)
    return left, shape.y + figures * shape.face.size * 0.19, left + wide, shape.y + shape.height - 0.5


def _overlap(one: Shape, other: Shape) -> bool:
    left, top, right, bottom = _edges(one)
    its_left, its_top, its_right, its_bottom = _edges(other)
    return left < its_right and its_left < right and top < its_bottom and its_top < bottom
