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
def test_a_picture_is_three_times_as_wide_as_a_phone_s_chat_and_no_higher_than_that_shows(
    name: str, calls: int
) -> None:
    picture = _png(name, calls)

    wide, high = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG\r\n")
    assert wide == 3 * 360
    assert high <= 1440


def test_a_wide_picture_is_a_landscape_for_slides() -> None:
    chart = card(worded("2026-10", months(("2026-10", 40))))

    picture = png(chart.model_copy(update={"wide": True}))

    assert struct.unpack(">II", picture[16:24]) == (1920, 1080)


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_same_chart_gives_the_same_bytes(code: Code) -> None:
    assert _png("2026-10", 75, code) == _png("2026-10", 75, code)


def test_a_picture_says_neither_when_nor_by_what_it_was_made() -> None:
    picture = _png("2026-10", 75)

    assert not any(chunk in picture for chunk in (b"tEXt", b"iTXt", b"tIME"))


def test_words_are_drawn_as_they_stand() -> None:
    chart = card(worded("2026-10", months(("2026-10", 1))))

    assert png(chart.model_copy(update={"title": "$x$ _og_ \\frac"})) != png(chart)
