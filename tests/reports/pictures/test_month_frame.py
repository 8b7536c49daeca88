from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.chart import Key
from reports.pictures.month_frame import SPACE, MonthScale, fitting, headed
from reports.pictures.shapes import HEADING, NUMBER, Box, Colour, Text, overlap
from tests.reports.typewriter import typed

PAGE = Box(100, 50, 600, 400, Colour.SOFT_INK)
TEXTS = st.lists(
    st.builds(
        Text,
        x=st.floats(100, 700),
        y=st.floats(100, 350),
        text=st.text("123", min_size=1, max_size=9),
        align=st.just("center"),
    ),
    max_size=12,
)
BARS = st.builds(
    Box, st.floats(100, 600), st.floats(100, 300), st.floats(1, 99), st.floats(1, 99), st.just(Colour.NAVY)
)


def test_zero_stands_on_the_floor_and_the_most_below_its_number() -> None:
    scale = MonthScale.filling(PAGE, months=12, most=10, below=40)

    assert scale.floor == scale.height(0) == 410
    assert scale.height(10) == pytest.approx(50 + NUMBER.line)
    assert scale.height(5) == pytest.approx((410 + 50 + NUMBER.line) / 2)


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


def test_a_heading_and_its_legend_stand_above_the_rest_of_the_box() -> None:
    shapes, rest = headed("Per måned", [Key(sign="now", text="samtaler")], typed, PAGE)

    head, sign, word = shapes
    assert head == Text(100, 50, "Per måned", HEADING)
    assert isinstance(sign, Box)
    assert isinstance(word, Text)
    assert head.x + typed(head.text, HEADING) < sign.x < word.x
    assert (rest.x, rest.width, rest.y + rest.height) == (PAGE.x, PAGE.width, PAGE.y + PAGE.height)
    assert rest.y == max(head.y + head.height, word.y + word.height) + SPACE


@given(texts=TEXTS, bars=st.lists(BARS, max_size=4))
def test_texts_that_fit_are_in_the_chart_apart_from_each_other_and_clear_of_bars(
    texts: list[Text], bars: list[Box]
) -> None:
    scale = MonthScale.filling(PAGE, months=12, most=10, below=40)

    written = [_room(text) for text in fitting(texts, bars, typed, scale)]

    assert all(room.x + 0.001 >= 100 and room.x + room.width <= 700.001 for room in written)
    assert not any(overlap(room, bar) for room in written for bar in bars)
    assert not any(overlap(one, other) for one, other in combinations(written, 2))


def test_of_texts_without_room_for_all_the_first_are_written() -> None:
    scale = MonthScale.filling(PAGE, months=12, most=10, below=40)
    texts = [Text(400, 100, text, align="center") for text in ("first", "second")]

    assert [text.text for text in fitting(texts, (), typed, scale)] == ["first"]


def _room(text: Text) -> Box:
    width = typed(text.text, text.face)
    return Box(text.x - width / 2, text.y, width, text.height, text.colour)
