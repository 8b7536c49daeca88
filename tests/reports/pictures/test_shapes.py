"""What is drawn can be told apart from what it is drawn on, texts fit, and strokes stay inside their bar."""

from colorsys import rgb_to_hsv
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.shapes import EDGE, HATCH, LABEL, Box, Colour, Face, balanced, broken, hatched, hollowed

WHITE, NAVY, ORANGE, PLUM, INK, SOFT_INK, GREY, UNKNOWN, RULE, BAND, *TINTS = Colour
PLACES, SIZES = st.floats(0, 1600), st.floats(0, 500)
BOXES = st.builds(Box, PLACES, PLACES, SIZES, SIZES, st.just(Colour.NAVY))
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
        *((mark, WHITE) for mark in (NAVY, ORANGE, PLUM, GREY, RULE, SOFT_INK)),
        *((mark, BAND) for mark in (NAVY, PLUM, GREY, RULE)),
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


@given(box=BOXES)
def test_the_strokes_of_a_hatched_bar_stay_inside_it_and_rise_as_much_as_they_go_to_the_right(box: Box) -> None:
    for stroke in hatched(box):
        (left, low), (right, high) = stroke.points
        assert box.x - 0.001 <= left <= right <= box.x + box.width + 0.001
        assert box.y - 0.001 <= high <= low <= box.y + box.height + 0.001
        assert right - left == pytest.approx(low - high, abs=0.001)


@given(box=BOXES.filter(lambda box: box.width >= HATCH and box.height >= HATCH))
def test_strokes_follow_each_other_so_far_apart_over_all_of_a_hatched_bar(box: Box) -> None:
    strokes = [stroke.points[0] for stroke in hatched(box)]

    crossing = [x + y for x, y in strokes]
    assert [one - other for one, other in pairwise(crossing)] == pytest.approx([HATCH] * (len(strokes) - 1))
    assert box.x + box.width + box.y + box.height - crossing[0] <= HATCH + 0.001
    assert crossing[-1] - box.x - box.y <= HATCH + EDGE + 0.001


def test_a_hatched_bar_is_struck_in_white() -> None:
    assert {(stroke.colour, stroke.width) for stroke in hatched(Box(0, 0, 60, 90, Colour.NAVY))} == {(WHITE, EDGE)}


@given(box=BOXES)
def test_the_inside_of_a_hollow_bar_leaves_an_edge_on_every_side(box: Box) -> None:
    for inside in hollowed(box):
        edges = (inside.x - box.x, inside.y - box.y, box.width - inside.width, box.height - inside.height)
        assert edges == pytest.approx((EDGE, EDGE, 2 * EDGE, 2 * EDGE))
        assert inside.colour == WHITE
