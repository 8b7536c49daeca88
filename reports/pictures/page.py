"""The two formats of a picture, and where its parts stand on the page."""

from dataclasses import dataclass

MARGIN, GAP, SPACE = 42, 60, 24


@dataclass(frozen=True)
class Page:
    """A page so many pixels wide and high, its questions in ``columns`` and its small charts in ``small`` ones.

    It is drawn ``scale`` times as large.
    """

    width: int
    height: int
    columns: int
    small: int
    scale: float = 1

    @property
    def inner(self) -> int:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    def column(self, columns: int) -> float:
        """Return the width of one of so many columns."""
        return (self.inner - GAP * (columns - 1)) / columns

    def left(self, place: int, columns: int) -> float:
        """Return the left edge of one of so many columns, counted from 0."""
        return MARGIN + place * (self.column(columns) + GAP)


PORTRAIT, WIDE = Page(1080, 1440, columns=1, small=2), Page(1760, 990, columns=2, small=4, scale=12 / 11)
"""A phone shows a picture three fourths as wide as high in the chat's full width; slides are 16:9."""
