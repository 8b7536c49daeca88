from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.chart import Month, Months
from reports.pictures.month_bars import WIDEST, draw, most_of
from reports.pictures.month_frame import SPACE
from reports.pictures.shapes import EDGE, NUMBER, Box, Colour, Line, Shape, Text, overlap
from tests.reports.typewriter import typed

PAGE = Box(0, 0, 400, 300, Colour.SOFT_INK)
TOP = SPACE + NUMBER.line
"""Where the highest bar ends below an empty heading."""

COUNTS = st.integers(0, 20_000)


def _month(label: str = "okt", total: int = 10, highlighted: int = 0, before: int = 0, look: str = "") -> Month:
    """Return a month with its numbers, of which a highlighted zero is not written."""
    return Month(
        label=label,
        total=total,
        total_text=str(total),
        highlighted=highlighted,
        highlighted_text=str(highlighted or ""),
        before=before,
        pale=look == "pale",
        hollow=look == "hollow",
        unknown=look == "unknown",
        clear=look == "clear",
        part=look == "part",
        highlight=look == "highlight",
    )


def _months(*months: Month) -> Months:
    return Months(heading="", months=months)


def _drawn(*months: Month, most: int | None = None) -> list[Shape]:
    return list(draw(_months(*months), typed, PAGE, most))


def _boxes(shapes: Iterable[Shape], colour: Colour) -> list[Box]:
    return [shape for shape in shapes if isinstance(shape, Box) and shape.colour == colour and shape.height]


def _strokes(shapes: Iterable[Shape]) -> list[Line]:
    return [shape for shape in shapes if isinstance(shape, Line)]


def _text(shapes: Iterable[Shape], text: str) -> Text:
    return next(shape for shape in shapes if isinstance(shape, Text) and shape.text == text)


def _floor(shapes: Iterable[Shape]) -> float:
    [floor] = _boxes(shapes, Colour.SOFT_INK)
    return floor.y


@pytest.mark.parametrize(
    ("months", "most"),
    [([_month(total=10), _month(total=7)], 10), ([_month(total=10), _month(total=7, before=12)], 12)],
)
def test_the_highest_bar_is_of_this_year_or_the_year_before(months: list[Month], most: int) -> None:
    assert most_of(_months(*months)) == most


def test_bars_stand_on_the_floor_as_high_as_their_numbers() -> None:
    shapes = _drawn(_month(total=10), _month(total=5), _month(total=0))

    bars = _boxes(shapes, Colour.NAVY)
    assert [bar.y + bar.height for bar in bars] == pytest.approx([_floor(shapes)] * 2)
    assert [bar.height / bars[0].height for bar in bars] == pytest.approx([1, 0.5])
    assert bars[0].y == pytest.approx(TOP)


def test_on_a_scale_shared_with_others_the_highest_bar_may_be_lower() -> None:
    [alone], [shared] = (_boxes(_drawn(_month(total=10), most=most), Colour.NAVY) for most in (None, 40))

    assert shared.height == pytest.approx(alone.height / 4)


def test_the_highlighted_part_is_the_foot_of_its_bar() -> None:
    shapes = _drawn(_month(total=10, highlighted=4))

    [bar] = _boxes(shapes, Colour.NAVY)
    part, _behind_the_number = _boxes(shapes, Colour.ORANGE)
    assert (part.x, part.width) == (bar.x, bar.width)
    assert part.height == pytest.approx(bar.height * 0.4)
    assert part.y + part.height == pytest.approx(bar.y + bar.height)
    assert shapes.index(part) > shapes.index(bar)


def test_the_year_before_is_a_thinner_bar_to_the_left() -> None:
    shapes = _drawn(_month(total=10, before=5))

    [bar], [before] = _boxes(shapes, Colour.NAVY), _boxes(shapes, Colour.GREY)
    assert before.x + before.width == pytest.approx(bar.x)
    assert before.width < bar.width / 2
    assert before.height == pytest.approx(bar.height / 2)
    assert (before.x + bar.x + bar.width) / 2 == pytest.approx(200)


@pytest.mark.parametrize(
    ("look", "colour"),
    [
        ("", Colour.NAVY),
        ("pale", Colour.GREY),
        ("hollow", Colour.GREY),
        ("clear", Colour.PLUM),
        ("highlight", Colour.ORANGE),
    ],
)
def test_a_bar_has_the_colour_of_what_it_counts(look: str, colour: Colour) -> None:
    shapes = _drawn(_month(look=look))

    drawn = {shape.colour for shape in shapes if isinstance(shape, Box) and shape.height}
    assert drawn - {Colour.SOFT_INK, Colour.WHITE} == {colour}
    assert (Colour.WHITE in drawn) == (look == "hollow")


def test_a_hollow_bar_is_white_inside_and_its_highlighted_part_is_filled() -> None:
    shapes = _drawn(_month(highlighted=4, look="hollow"))

    [bar], [inside] = _boxes(shapes, Colour.GREY), _boxes(shapes, Colour.WHITE)
    assert (inside.x - bar.x, inside.y - bar.y, bar.width - inside.width) == pytest.approx((EDGE, EDGE, 2 * EDGE))
    assert shapes.index(inside) < shapes.index(_boxes(shapes, Colour.ORANGE)[0])


def test_the_bar_of_a_month_that_is_not_over_is_struck_across_and_its_highlighted_part_is_filled() -> None:
    shapes = _drawn(_month(highlighted=4, before=10, look="part"), _month())

    bar, whole = _boxes(shapes, Colour.NAVY)
    across = [x for stroke in _strokes(shapes) for x, _ in stroke.points]
    assert bar.x <= min(across) < max(across) <= bar.x + bar.width < whole.x
    assert max(map(shapes.index, _strokes(shapes))) < shapes.index(_boxes(shapes, Colour.ORANGE)[0])


@pytest.mark.parametrize("look", ["", "pale", "hollow", "unknown", "clear"])
def test_a_bar_of_what_is_over_is_not_struck_across(look: str) -> None:
    assert _strokes(_drawn(_month(look=look))) == []


def test_the_number_stands_above_its_bar_the_name_below_and_the_highlighted_number_below_that() -> None:
    shapes = _drawn(_month("okt", total=10, highlighted=4))

    [bar] = _boxes(shapes, Colour.NAVY)
    total, label, part = (_text(shapes, text) for text in ("10", "okt", "4"))
    assert total.y + total.height == pytest.approx(bar.y)
    assert _floor(shapes) < label.y < label.y + label.height <= part.y + 0.001
    assert {text.x for text in (total, label, part)} == {bar.x + bar.width / 2}
    assert {text.align for text in (total, label, part)} == {"center"}
    assert part.y + part.height <= 300.001


def test_without_highlighted_numbers_their_room_belongs_to_the_bars() -> None:
    assert _floor(_drawn(_month())) > _floor(_drawn(_month(highlighted=4)))


def test_an_empty_number_is_not_drawn() -> None:
    gap = Month(label="jan", total=0, total_text="", highlighted=0, highlighted_text="", before=0)

    _heading, *shapes = _drawn(gap)

    assert [shape.text for shape in shapes if isinstance(shape, Text)] == ["jan"]


def test_of_numbers_without_room_for_all_the_highest_and_the_latest_are_written() -> None:
    totals = [12_345, 12_346, 19_999, 12_347, 12_348, 10_001, 12_349, 12_350, 12_351, 12_352, 12_353, 12_354]

    shapes = _drawn(*[_month(total=total) for total in totals])

    written = {shape.text for shape in shapes if isinstance(shape, Text)} - {"okt"}
    assert {"19999", "12354"} <= written
    assert len(written) < len(totals)


def test_the_bar_of_what_is_not_known_is_pale_with_an_edge() -> None:
    shapes = _drawn(_month(look="unknown"))

    [bar], [inside] = _boxes(shapes, Colour.GREY), _boxes(shapes, Colour.UNKNOWN)
    assert bar.width - inside.width == pytest.approx(2 * EDGE)


def test_a_number_that_is_wider_than_its_bar_stands_above_the_year_before_as_well() -> None:
    shapes = _drawn(*[_month(total=1000, before=3000)] * 4)

    before = _boxes(shapes, Colour.GREY)[0]
    assert _text(shapes, "1000").y + NUMBER.line <= before.y + 0.001


def test_a_bar_grows_no_wider_than_can_be_told_from_an_area() -> None:
    wide = Box(0, 0, 1200, 300, Colour.SOFT_INK)

    [bar] = _boxes(draw(_months(_month()), typed, wide), Colour.NAVY)
    assert bar.width == WIDEST


@given(counts=st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=12))
def test_no_bar_leaves_its_box(counts: list[tuple[int, int]]) -> None:
    shapes = _drawn(*[_month(total=total, before=before) for total, before in counts])

    bars = [*_boxes(shapes, Colour.NAVY), *_boxes(shapes, Colour.GREY)]
    assert all(bar.x >= -0.001 and bar.x + bar.width <= 400.001 for bar in bars)
    assert all(bar.y >= TOP - 0.001 and bar.y + bar.height <= 300 for bar in bars)


@given(totals=st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=12))
def test_no_number_runs_into_its_neighbour_or_a_bar(totals: list[tuple[int, int]]) -> None:
    shapes = _drawn(*[_month(total=total, before=before) for total, before in totals])

    rooms = [
        Box(s.x - typed(s.text, s.face) / 2, s.y, typed(s.text, s.face), s.height, s.colour)
        for s in shapes
        if isinstance(s, Text) and s.text.isdigit()
    ]
    bars = [*_boxes(shapes, Colour.NAVY), *_boxes(shapes, Colour.GREY)]
    assert not any(overlap(one, other) for one, other in combinations(rooms, 2))
    assert not any(overlap(room, bar) for room in rooms for bar in bars)
