"""The numbers, names and words of a run chart."""

from itertools import combinations
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.chart import Key, Run, Sign
from reports.pictures.run_chart import draw
from reports.pictures.shapes import LABEL, NUMBER, Colour
from tests.reports.pictures.run_charts import (
    FLOOR,
    PAGE,
    STANDINGS,
    boxes_of,
    dots_of,
    drawn_run,
    run_point,
    texts_of,
)
from tests.reports.typewriter import typed


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
    shapes = drawn_run(
        run_point(100), run_point(total, "tall", highlighted=highlighted, usual=usual), run_point(100)
    )

    [number], dot = texts_of(shapes), dots_of(shapes)[1]
    assert (number.y > dot.y + dot.size) == below
    assert (number.y + number.height < dot.y) != below


def test_a_number_has_a_rim_and_that_of_the_year_before_is_softer() -> None:
    own, before = texts_of(drawn_run(run_point(10, "(9)", standing="before"), run_point(10, "10", standing="own")))

    assert (own.text, own.face, own.colour, own.rim) == ("10", NUMBER, Colour.INK, True)
    assert (before.text, before.face, before.colour, before.rim) == ("(9)", LABEL, Colour.SOFT_INK, True)


def test_of_two_numbers_that_would_overlap_the_later_is_written() -> None:
    points = [run_point(10, text) for text in ("1st", "2nd", "3rd")]

    assert [text.text for text in texts_of(drawn_run(*points))] == ["3rd", "2nd", "1st"]
    assert [text.text for text in texts_of(drawn_run(*points, *[run_point()] * 21))] == ["3rd", "1st"]


def test_months_are_named_below_the_line_and_those_that_stand_out_darker() -> None:
    shapes = drawn_run(*[run_point(label=standing, standing=standing) for standing in STANDINGS])

    names = [text for text in texts_of(shapes) if text.text in STANDINGS]
    assert [name.x for name in names] == [150, 450, 750, 1050]
    assert [name.colour for name in names] == [Colour.SOFT_INK, Colour.INK, Colour.INK, Colour.SOFT_INK]
    assert all(name.y > FLOOR for name in names)


def test_a_year_stands_below_the_middle_of_its_months_behind_a_line_at_its_beginning() -> None:
    shapes = drawn_run(*[run_point(year="2025")] * 4, *[run_point(year="2026")] * 8)

    years = texts_of(shapes)
    assert [(year.text, year.x) for year in years] == [("2025", 200), ("2026", 800)]
    [between] = boxes_of(shapes, Colour.RULE)
    assert between.x + between.width / 2 == 400
    assert {year.y + year.height for year in years} == {between.y + between.height}


def test_a_year_of_too_few_months_to_be_named_is_not() -> None:
    shapes = drawn_run(run_point(year="2025"), *[run_point(year="2026")] * 23)

    assert [text.text for text in texts_of(shapes)] == ["2026"]


def test_the_legend_has_a_sign_for_each_shape() -> None:
    signs: tuple[Sign, ...] = ("calls", "highlighted", "centre", "usual", "outside")
    run = Run(heading="Per måned", legend=tuple(Key(sign=s, text=s) for s in signs), points=(run_point(),))

    shapes = list(draw(run, typed, PAGE))

    assert [text.text for text in texts_of(shapes)][:6] == ["Per måned", *signs]


@given(
    counts=st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from(STANDINGS)), min_size=1, max_size=24),
    usual=st.none() | st.tuples(st.integers(0, 100), st.integers(100, 20_000)),
)
def test_numbers_never_overlap_and_never_leave_the_box(
    counts: list[tuple[int, Literal["plain", "own", "before", "outside"]]], usual: tuple[int, int] | None
) -> None:
    shapes = drawn_run(*[run_point(n, f"{n}", usual=usual, standing=standing) for n, standing in counts])

    widths = [(t, typed(t.text, t.face)) for t in texts_of(shapes)]
    rooms = [(t.x - width / 2, t.y, t.x + width / 2, t.y + t.height) for t, width in widths]
    assert rooms
    for left, top, right, bottom in rooms:
        assert -0.001 <= left < right <= 1200.001
        assert -0.001 <= top < bottom <= 400.001
    for one, other in combinations(rooms, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
