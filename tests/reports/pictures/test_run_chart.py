from collections.abc import Iterable
from itertools import combinations
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.chart import Run, RunPoint
from reports.pictures.month_frame import ABOVE
from reports.pictures.run_chart import BELOW, LARGE, SMALL, WIDEST, draw
from reports.pictures.shapes import LABEL, NUMBER, Box, Colour, Dot, Line, Shape, Text
from tests.reports.typewriter import typed

PAGE = Box(0, 0, 1200, 400, Colour.SOFT_INK)
FLOOR = 400 - BELOW
STANDINGS: tuple[Literal["plain", "own", "before", "outside"], ...] = ("plain", "own", "before", "outside")


def _point(
    total: int = 10,
    text: str = "",
    *,
    highlighted: int = 0,
    usual: tuple[int, int] | None = None,
    whole: bool = True,
    standing: Literal["plain", "own", "before", "outside"] = "plain",
    label: str = "",
    year: str = "",
) -> RunPoint:
    return RunPoint(
        label=label,
        year=year,
        total=total,
        text=text,
        highlighted=highlighted,
        usual=usual,
        whole=whole,
        standing=standing,
    )


def _drawn(*points: RunPoint) -> list[Shape]:
    run = Run(heading="", total="", highlighted="", usual="", outside="", points=points)
    return list(draw(run, typed, PAGE))


def _lines(shapes: Iterable[Shape], colour: Colour) -> list[tuple[tuple[float, float], ...]]:
    return [shape.points for shape in shapes if isinstance(shape, Line) and shape.colour == colour]


def _boxes(shapes: Iterable[Shape], colour: Colour) -> list[Box]:
    return [shape for shape in shapes if isinstance(shape, Box) and shape.colour == colour and shape.height]


def _dots(shapes: Iterable[Shape]) -> list[Dot]:
    return [shape for shape in shapes if isinstance(shape, Dot)]


def _texts(shapes: Iterable[Shape]) -> list[Text]:
    return [shape for shape in shapes if isinstance(shape, Text) and shape.text]


def test_the_line_goes_through_the_months_as_high_as_their_numbers() -> None:
    [line] = _lines(_drawn(_point(10), _point(0), _point(5)), Colour.NAVY)

    across, heights = zip(*line, strict=True)
    assert across == (200, 600, 1000)
    assert heights == pytest.approx((ABOVE, FLOOR, (ABOVE + FLOOR) / 2))


def test_the_limits_have_room_where_they_are_above_all_months() -> None:
    [line] = _lines(_drawn(_point(10, usual=(0, 20)), _point(10, usual=(0, 20))), Colour.NAVY)

    assert line[0][1] == pytest.approx((ABOVE + FLOOR) / 2)


@pytest.mark.parametrize(
    ("whole", "joined"),
    [
        ([True, True, True], [3]),
        ([True, True, False], [2]),
        ([True, False, True], []),
        ([True, True, False, True, True], [2, 2]),
        ([False, False], []),
    ],
)
def test_only_whole_months_that_follow_each_other_are_joined(whole: list[bool], joined: list[int]) -> None:
    lines = _lines(_drawn(*[_point(whole=known) for known in whole]), Colour.NAVY)

    assert [len(line) for line in lines] == joined


@pytest.mark.parametrize(
    ("standing", "dots"),
    [
        ("plain", [(SMALL, Colour.NAVY)]),
        ("own", [(LARGE + 8, Colour.WHITE), (LARGE, Colour.NAVY)]),
        ("before", [(LARGE + 8, Colour.WHITE), (LARGE, Colour.GREY)]),
        ("outside", [(LARGE + 8, Colour.WHITE), (LARGE, Colour.PLUM)]),
    ],
)
def test_a_month_is_a_dot_and_one_that_stands_out_a_large_one_with_a_white_rim(
    standing: Literal["plain", "own", "before", "outside"], dots: list[tuple[float, Colour]]
) -> None:
    drawn = _dots(_drawn(_point(standing=standing)))

    assert [(dot.size, dot.colour) for dot in drawn] == dots
    assert {dot.x + dot.size / 2 for dot in drawn} == {600}
    assert [dot.y + dot.size / 2 for dot in drawn] == pytest.approx([ABOVE] * len(dots))


def test_the_usual_is_a_band_between_the_limits_with_a_line_along_each() -> None:
    shapes = _drawn(_point(10, usual=(2, 8)), _point(10, usual=(4, 6)))

    wide, narrow = _boxes(shapes, Colour.BAND)
    per_call = (FLOOR - ABOVE) / 10
    assert [(band.x, band.width) for band in (wide, narrow)] == [(0, 600), (600, 600)]
    assert [band.height for band in (wide, narrow)] == pytest.approx([6 * per_call, 2 * per_call])
    assert [band.y for band in (wide, narrow)] == pytest.approx([FLOOR - 8 * per_call, FLOOR - 6 * per_call])
    low, high = _lines(shapes, Colour.PALE_GREY)
    assert [across for across, _ in low] == [across for across, _ in high] == [0, 600, 600, 1200]
    assert [y for _, y in low] == pytest.approx([FLOOR - n * per_call for n in (2, 2, 4, 4)])
    assert [y for _, y in high] == pytest.approx([FLOOR - n * per_call for n in (8, 8, 6, 6)])


def test_without_limits_there_is_no_band() -> None:
    shapes = _drawn(_point(), _point())

    assert _boxes(shapes, Colour.BAND) == []
    assert _lines(shapes, Colour.PALE_GREY) == []


def test_the_highlighted_calls_are_bars_at_the_foot_on_the_same_scale() -> None:
    [bar] = _boxes(_drawn(_point(10, highlighted=5), _point(10)), Colour.ORANGE)

    assert (bar.x + bar.width / 2, bar.width) == (300, WIDEST)
    assert bar.y == pytest.approx((ABOVE + FLOOR) / 2)
    assert bar.y + bar.height == pytest.approx(FLOOR)


@pytest.mark.parametrize(
    ("total", "highlighted", "usual", "below"),
    [
        (50, 0, (40, 90), False),
        (50, 0, None, False),
        (50, 0, (60, 90), True),
        (50, 40, (60, 90), False),
        (3, 0, (60, 90), False),
        (95, 0, (60, 90), False),
    ],
)
def test_a_number_stands_above_its_month_or_below_one_that_is_unusually_low_where_there_is_room(
    total: int, highlighted: int, usual: tuple[int, int] | None, *, below: bool
) -> None:
    shapes = _drawn(_point(100), _point(total, "tall", highlighted=highlighted, usual=usual), _point(100))

    [number], dot = _texts(shapes), _dots(shapes)[1]
    assert (number.y > dot.y + dot.size) == below
    assert (number.y + number.height < dot.y) != below


def test_a_number_has_a_rim_and_that_of_the_year_before_is_softer() -> None:
    own, before = _texts(_drawn(_point(10, "(9)", standing="before"), _point(10, "10", standing="own")))

    assert (own.text, own.face, own.colour, own.rim) == ("10", NUMBER, Colour.INK, True)
    assert (before.text, before.face, before.colour, before.rim) == ("(9)", LABEL, Colour.SOFT_INK, True)


def test_of_two_numbers_that_would_overlap_the_later_is_written() -> None:
    points = [_point(10, text) for text in ("first", "second", "third")]

    assert [text.text for text in _texts(_drawn(*points))] == ["third", "second", "first"]
    assert [text.text for text in _texts(_drawn(*points, *[_point()] * 21))] == ["third", "first"]


def test_months_are_named_below_the_line_and_those_that_stand_out_darker() -> None:
    shapes = _drawn(*[_point(label=standing, standing=standing) for standing in STANDINGS])

    names = [text for text in _texts(shapes) if text.text in STANDINGS]
    assert [name.x for name in names] == [150, 450, 750, 1050]
    assert [name.colour for name in names] == [Colour.SOFT_INK, Colour.INK, Colour.INK, Colour.SOFT_INK]
    assert all(name.y > FLOOR for name in names)


def test_a_year_stands_below_the_middle_of_its_months_behind_a_line_at_its_beginning() -> None:
    shapes = _drawn(*[_point(year="2025")] * 4, *[_point(year="2026")] * 8)

    years = _texts(shapes)
    assert [(year.text, year.x) for year in years] == [("2025", 200), ("2026", 800)]
    [between] = _boxes(shapes, Colour.PALE_GREY)
    assert between.x + between.width / 2 == 400
    assert {year.y + year.height for year in years} == {between.y + between.height}


def test_a_year_of_too_few_months_to_be_named_is_not() -> None:
    shapes = _drawn(_point(year="2025"), *[_point(year="2026")] * 23)

    assert [text.text for text in _texts(shapes)] == ["2026"]


def test_the_legend_has_a_word_for_each_shape() -> None:
    words = {"total": "alle", "highlighted": "krise", "usual": "vanlig", "outside": "uvanlig"}

    shapes = list(draw(Run(heading="Per måned", points=(_point(),), **words), typed, PAGE))

    assert [text.text for text in _texts(shapes)][:5] == ["Per måned", "alle", "krise", "vanlig", "uvanlig"]
    signs = [shape for shape in shapes[1:] if shape.y < 40 and not isinstance(shape, Text)][:6]
    assert [(type(sign), sign.colour) for sign in signs] == [
        (Dot, Colour.NAVY),
        (Box, Colour.ORANGE),
        (Box, Colour.BAND),
        (Box, Colour.PALE_GREY),
        (Box, Colour.PALE_GREY),
        (Dot, Colour.PLUM),
    ]


@given(
    counts=st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from(STANDINGS)), min_size=1, max_size=24),
    usual=st.none() | st.tuples(st.integers(0, 100), st.integers(100, 20_000)),
)
def test_numbers_never_overlap_and_never_leave_the_box(
    counts: list[tuple[int, Literal["plain", "own", "before", "outside"]]], usual: tuple[int, int] | None
) -> None:
    shapes = _drawn(*[_point(n, f"{n}", usual=usual, standing=standing) for n, standing in counts])

    rooms = [(t.x, t.y, t.x + typed(t.text, t.face), t.y + t.height) for t in _texts(shapes)]
    assert rooms
    for left, top, right, bottom in rooms:
        assert -0.001 <= left < right <= 1200.001
        assert -0.001 <= top < bottom <= 400.001
    for one, other in combinations(rooms, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
