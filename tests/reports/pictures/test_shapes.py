"""What is drawn can be told apart from what it is drawn on, and texts fit."""

from colorsys import rgb_to_hsv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.shapes import LABEL, Colour, Face, balanced, broken

WHITE, NAVY, ORANGE, PLUM, INK, SOFT_INK, GREY, PALE_GREY, BAND, *TINTS = Colour
WORDS = st.text(st.sampled_from("abcdefgh WÅ-"), min_size=1, max_size=80).filter(str.strip)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    """Return the relative luminance that the web's accessibility guidelines define."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in (INK, SOFT_INK) for ground in (WHITE, BAND)),
        (INK, ORANGE),
        *((INK, tint) for tint in TINTS),
    ],
)
def test_text_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(
    ("mark", "ground"),
    [
        *((mark, WHITE) for mark in (NAVY, ORANGE, PLUM, GREY, PALE_GREY, SOFT_INK)),
        *((mark, BAND) for mark in (NAVY, PLUM, GREY, PALE_GREY)),
        (ORANGE, NAVY),
    ],
)
def test_marks_can_be_seen(mark: str, ground: str) -> None:
    assert contrast(mark, ground) >= 3


def test_each_tint_is_darker_than_the_one_before() -> None:
    assert len(TINTS) == 4
    assert sorted(map(_luminance, TINTS), reverse=True) == [*map(_luminance, TINTS)]


def test_there_are_at_most_four_hues() -> None:
    coloured = [colour for colour in Colour if rgb_to_hsv(*_channels(colour))[1] > 0.25]
    assert len(coloured) <= 4


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ett to tre fire", ["ett to", "tre fire"]),
        ("ettordsomerlangt", ["ettordso", "merlangt"]),
        ("ett to tre fire fem seks sju", ["ett to", "tre fir…"]),
        ("", []),
    ],
)
def test_a_text_is_broken_into_lines_that_fit(text: str, lines: list[str]) -> None:
    assert broken(text, 8, LABEL, lambda part, _: len(part), 2) == lines


def test_balanced_lines_are_as_few_and_about_equally_long() -> None:
    def letters(text: str, _: Face) -> float:
        return len(text)

    assert balanced("en setning som nesten fikk plass her", 30, LABEL, letters, 3) == [
        "en setning som nesten",
        "fikk plass her",
    ]


@given(text=WORDS, room=st.integers(1, 40))
def test_no_line_is_too_long_and_no_word_is_lost(text: str, room: int) -> None:
    lines = broken(text, room, LABEL, lambda part, _: len(part), 999)

    assert all(len(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
