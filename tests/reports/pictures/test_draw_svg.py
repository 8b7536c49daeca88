"""Drawings: the same shapes as the picture, with everything in words, and no style that a page could forbid."""

import re
from xml.etree import ElementTree as ET

import pytest

from reports.pictures.card import card
from reports.pictures.draw_png import width
from reports.pictures.draw_svg import picture_svg
from reports.pictures.drawing import Drawing
from reports.pictures.layout import arrange
from reports.pictures.shapes import Box, Dot, Line, Text
from reports.words.caption import everything
from reports.words.language import Code
from tests.reports.summaries import CODES, CRISIS, LIMITS, months, worded

EVERY = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)]
SVG = "{http://www.w3.org/2000/svg}"


def drawing(name: str = "2026-10", code: Code = "nb") -> Drawing:
    """Return the headline picture of a period of two full years."""
    words = worded(name, months(*[(month, 75) for month in EVERY], answers=CRISIS), code)
    return Drawing(picture=card(words, "Senteret"), description=everything(words, LIMITS))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025"])
def test_the_same_chart_gives_the_same_bytes(name: str, code: Code) -> None:
    assert picture_svg(drawing(name, code)) == picture_svg(drawing(name, code))


def test_a_drawing_is_named_by_its_title_and_says_every_figure_in_words() -> None:
    told = drawing()

    root = ET.fromstring(picture_svg(told))  # noqa: S314 - we have just drawn it

    named = {root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")}
    assert root.get("role") == "img"
    assert set((root.get("aria-labelledby") or "").split()) == {"title", "description"}
    assert named == {told.picture.title, told.description}


def test_a_drawing_has_the_shapes_of_the_picture() -> None:
    told = drawing("2026-T2")
    shapes = arrange(told.picture, width)  # type: ignore[arg-type]

    root = ET.fromstring(picture_svg(told))  # noqa: S314 - we have just drawn it

    def drawn(tag: str) -> int:
        return len(root.findall(f"{SVG}{tag}"))

    def of(kind: type) -> int:
        return sum(isinstance(shape, kind) for shape in shapes)

    assert (drawn("rect") - 1, drawn("circle"), drawn("polyline")) == (of(Box), of(Dot), of(Line))
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    assert drawn("g") == len(texts) + sum(text.rim for text in texts)
    assert len(root.findall(f"{SVG}g/{SVG}use")) >= sum(len(text.text.split()) for text in texts)


def test_a_drawing_has_neither_styles_nor_scripts_nor_anything_from_elsewhere() -> None:
    drawn = picture_svg(drawing()).decode()

    assert not re.search(r"style|<script|<image|@import|url\(", drawn.partition("</desc>")[2])
    assert set(re.findall(r'href="([^"]*)"', drawn)) == set(re.findall(r'href="(#l\d+)"', drawn))


@pytest.mark.parametrize("words", ["Råd & støtte", "<b>fet</b>", 'Ring "oss"', "$x$ _og_ \\frac", "]]>"])
def test_whatever_is_written_is_drawn_as_it_stands(words: str) -> None:
    told = drawing()
    chart = told.picture.model_copy(update={"title": words})

    root = ET.fromstring(picture_svg(Drawing(picture=chart, description=words)))  # noqa: S314 - we have just drawn it

    assert root.findtext(f"{SVG}title") == root.findtext(f"{SVG}desc") == words
