import struct

import pytest

from reports.pictures.card import card
from reports.pictures.draw_png import png
from reports.words.language import Code
from tests.reports.summaries import CRISIS, months, worded

EVERY = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)]


def _png(name: str, calls: int, code: Code = "nb") -> bytes:
    return png(card(worded(name, months(*[(month, calls) for month in EVERY], answers=CRISIS), code)))


@pytest.mark.parametrize(("name", "calls"), [("2026-10", 75), ("2026-T2", 1), ("2025", 0), ("2026", 1234)])
def test_a_picture_is_a_portrait_of_1280_by_1600(name: str, calls: int) -> None:
    picture = _png(name, calls)

    assert picture.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", picture[16:24]) == (1280, 1600)


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_same_chart_gives_the_same_bytes(code: Code) -> None:
    assert _png("2026-10", 75, code) == _png("2026-10", 75, code)


def test_a_picture_says_neither_when_nor_by_what_it_was_made() -> None:
    picture = _png("2026-10", 75)

    assert not any(chunk in picture for chunk in (b"tEXt", b"iTXt", b"tIME"))


def test_words_are_drawn_as_they_stand() -> None:
    chart = card(worded("2026-10", months(("2026-10", 1))))

    assert png(chart.model_copy(update={"title": "$x$ _og_ \\frac"})) != png(chart)
