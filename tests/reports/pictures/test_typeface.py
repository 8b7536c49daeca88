"""The typeface comes with its licence, has every letter that we draw, and figures of one width."""

import fontpkg_ibm_plex_sans_condensed as typeface
import pytest
from matplotlib.font_manager import get_font

from reports.pictures.draw_png import FONTS, file_of, width
from reports.pictures.shapes import Face

FACES = pytest.mark.parametrize("face", [Face(33), Face(33, bold=True)], ids=["regular", "bold"])


@FACES
def test_figures_are_of_one_width(face: Face) -> None:
    assert len({width(figure * 8, face) for figure in "0123456789"}) == 1


@FACES
def test_norwegian_letters_and_signs_are_there(face: Face) -> None:
    letters = "æøåÆØÅéèêòôäöüÄÖÜ–—−…’«»“”·×%*/\u00a0"

    assert set(map(ord, letters)) <= set(get_font(file_of(face)).get_charmap())


def test_its_licence_lies_beside_it() -> None:
    assert FONTS.is_relative_to(typeface.ROOT)
    assert "SIL OPEN FONT LICENSE Version 1.1" in (typeface.ROOT / "LICENSE").read_text(encoding="utf-8")
