import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.chart import Key, Sign
from reports.pictures.legend import APART, SIGNS, SQUARE, draw
from reports.pictures.shapes import LABEL, Box, Colour, Dot, Line, Shape, Text
from tests.reports.typewriter import typed

AREA = Box(100, 50, 600, 0, Colour.SOFT_INK)
KEYS = st.lists(st.builds(Key, sign=st.sampled_from(list(SIGNS)), text=st.text("abc", min_size=1, max_size=60)))


def _words(*texts: str, x: float = 0) -> list[Text]:
    """Write these words behind the same sign, the first from ``x``, and return them as they stand."""
    shapes = draw([Key(sign="now", text=text) for text in texts], typed, AREA, x)
    return [shape for shape in shapes if isinstance(shape, Text)]


def _colours(sign: Sign) -> list[tuple[type[Shape], Colour]]:
    return [(type(shape), shape.colour) for shape in SIGNS[sign]]


def test_words_follow_each_other_and_go_on_below_where_a_line_is_full() -> None:
    first, second, third = _words("x" * 10, "y" * 10, "z" * 10)

    assert (first.x, first.y) == (100 + SQUARE + 12, 50)
    assert (second.x - first.x, second.y) == (typed(first.text, LABEL) + APART + SQUARE + 12, 50)
    assert (third.x, third.y) == (first.x, 50 + LABEL.line)


def test_the_first_word_stands_beside_a_heading_where_it_fits() -> None:
    [beside], [below] = _words("x" * 10, x=400), _words("x" * 20, x=400)

    assert (beside.x, beside.y) == (400 + SQUARE + 12, 50)
    assert (below.x, below.y) == (100 + SQUARE + 12, 50 + LABEL.line)


@given(keys=KEYS)
def test_no_word_runs_over_the_edge_and_none_is_left_out(keys: list[Key]) -> None:
    words = [shape for shape in draw(keys, typed, AREA) if isinstance(shape, Text)]

    assert len(words) == len(keys)
    assert all(word.x >= 100 and word.x + typed(word.text, LABEL) <= 700 for word in words)


@pytest.mark.parametrize(
    ("sign", "drawn"),
    [
        ("now", [(Box, Colour.NAVY)]),
        ("highlighted", [(Box, Colour.ORANGE)]),
        ("before", [(Box, Colour.GREY)]),
        ("printed", [(Box, Colour.GREY), (Box, Colour.WHITE)]),
        ("clear", [(Box, Colour.PLUM)]),
        ("unknown", [(Box, Colour.GREY), (Box, Colour.UNKNOWN)]),
        ("outside", [(Dot, Colour.PLUM)]),
        ("calls", [(Box, Colour.NAVY), (Dot, Colour.NAVY)]),
        ("centre", [(Box, Colour.RULE)]),
    ],
)
def test_a_sign_is_drawn_as_what_it_stands_for(sign: Sign, drawn: list[tuple[type[Shape], Colour]]) -> None:
    assert _colours(sign) == drawn


def test_what_is_not_over_is_struck_across() -> None:
    first, *strokes = _colours("part")

    assert first == (Box, Colour.NAVY)
    assert set(strokes) == {(Line, Colour.WHITE)}


def test_orange_is_the_highlighted_calls_and_nothing_else() -> None:
    assert [sign for sign in SIGNS if Colour.ORANGE in dict(map(reversed, _colours(sign)))] == ["highlighted"]  # type: ignore[arg-type]
