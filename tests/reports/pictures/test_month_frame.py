import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.month_frame import ABOVE, MonthScale, heading, square
from reports.pictures.shapes import HEADING, LABEL, Box, Colour, Text
from tests.reports.typewriter import typed

PAGE = Box(100, 50, 600, 400, Colour.SOFT_INK)
LEGENDS = st.lists(st.text("abc", max_size=30), max_size=5)


def _words(legend: list[str], text: str = "Per måned") -> list[Text]:
    """Write a heading with these words beside it, all behind an orange square, and return the words."""
    signs = [(word, [square(Colour.ORANGE)]) for word in legend]
    _, *shapes = heading(text, signs, typed, PAGE)
    return [shape for shape in shapes if isinstance(shape, Text)]


def test_zero_stands_on_the_floor_and_the_most_below_the_heading_and_its_number() -> None:
    scale = MonthScale.filling(PAGE, months=12, most=10, below=40)

    assert scale.floor == scale.height(0) == 410
    assert scale.height(10) == pytest.approx(50 + ABOVE)
    assert scale.height(5) == pytest.approx((410 + 50 + ABOVE) / 2)


def test_the_months_share_the_width_evenly() -> None:
    scale = MonthScale.filling(PAGE, months=12, most=10, below=40)

    assert (scale.left, scale.slot, scale.right) == (100, 50, 700)
    assert [scale.middle(place) for place in (0, 1, 11)] == [125, 175, 675]


def test_months_without_calls_have_a_scale_too() -> None:
    assert MonthScale.filling(PAGE, months=4, most=0, below=40).height(0) == 410


@given(most=st.integers(1, 20_000), data=st.data())
def test_more_calls_stand_higher_and_none_above_the_most(most: int, data: st.DataObject) -> None:
    scale = MonthScale.filling(PAGE, 12, most, 40)

    fewer = data.draw(st.integers(0, most - 1))

    assert scale.floor >= scale.height(fewer) > scale.height(fewer + 1) >= scale.height(most)


def test_words_stand_after_the_heading_each_behind_its_sign() -> None:
    signs = [("i alt", [square(Colour.NAVY)]), ("krise", [square(Colour.ORANGE)])]

    head, *beside = heading("Per måned", signs, typed, PAGE)

    assert head == Text(100, 50, "Per måned", HEADING)
    assert [shape.colour for shape in beside if isinstance(shape, Box)] == [Colour.NAVY, Colour.ORANGE]
    assert [shape.text for shape in beside if isinstance(shape, Text)] == ["i alt", "krise"]
    assert [shape.x for shape in beside if isinstance(shape, Box | Text)] == [272, 301, 399, 428]


def test_a_sign_stands_in_the_middle_of_its_line() -> None:
    _, sign, word = heading("Per måned", [("i alt", [square(Colour.NAVY)])], typed, PAGE)

    assert sign.y + sign.height / 2 == pytest.approx(word.y + LABEL.line / 2)


@pytest.mark.parametrize(
    ("legend", "written"),
    [
        (["i alt", "", "krise"], ["i alt", "krise"]),
        (["x" * 40, "krise"], ["krise"]),
        (["i alt", "x" * 40, "krise"], ["i alt", "krise"]),
        ([""], []),
    ],
)
def test_words_that_are_empty_or_have_no_room_are_left_out(legend: list[str], written: list[str]) -> None:
    assert [word.text for word in _words(legend)] == written


@given(legend=LEGENDS)
def test_no_word_runs_over_the_right_edge_or_into_the_one_before(legend: list[str]) -> None:
    words = _words(legend)

    ends = [word.x + typed(word.text, LABEL) for word in words]
    assert all(end <= 700 for end in ends)
    assert all(end < after.x for end, after in zip(ends, words[1:], strict=False))
