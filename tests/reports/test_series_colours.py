"""The colours of bars, as a printer without colours shows them."""

from itertools import pairwise

import pytest

from reports.pictures.shapes import Colour
from reports.series_colours import EARLIER, HUES

APART = 20
"""So many of 255 shades of grey lie between two that are told apart."""


def _grey(colour: str) -> float:
    """Return how light a colour is in black and white: 0 to 255."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize(
    "colours", [(Colour.NAVY, *EARLIER), HUES[:4], (Colour.NAVY, Colour.GREY), (Colour.NAVY, Colour.ORANGE)]
)
def test_bars_that_stand_together_are_told_apart_in_black_and_white(colours: tuple[str, ...]) -> None:
    shades = sorted(map(_grey, colours))

    assert all(lighter - darker >= APART for darker, lighter in pairwise(shades))
