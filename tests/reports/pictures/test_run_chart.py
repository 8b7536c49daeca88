from typing import Literal

import pytest

from reports.pictures.run_chart import LARGE, SMALL, WIDEST
from reports.pictures.shapes import Colour
from tests.reports.pictures.run_charts import (
    FLOOR,
    TOP,
    boxes_of,
    dots_of,
    drawn_run,
    lines_of,
    run_point,
    texts_of,
)


def test_the_line_goes_through_the_months_as_high_as_their_numbers() -> None:
    [line] = lines_of(drawn_run(run_point(10), run_point(0), run_point(5)), Colour.NAVY)

    across, heights = zip(*line, strict=True)
    assert across == (200, 600, 1000)
    assert heights == pytest.approx((TOP, FLOOR, (TOP + FLOOR) / 2))


def test_the_limits_have_room_where_they_are_above_all_months() -> None:
    [line] = lines_of(drawn_run(run_point(10, usual=(0, 20)), run_point(10, usual=(0, 20))), Colour.NAVY)

    assert line[0][1] == pytest.approx((TOP + FLOOR) / 2)


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
    lines = lines_of(drawn_run(*[run_point(whole=known) for known in whole]), Colour.NAVY)

    assert [len(line) for line in lines] == joined


def test_a_gap_has_no_dot_and_no_number_and_is_not_joined_to_the_months_beside_it() -> None:
    shapes = drawn_run(run_point(), run_point(), run_point(None, "gap", whole=False), run_point(), run_point())

    assert [dot.x + dot.size / 2 for dot in dots_of(shapes)] == [120, 360, 840, 1080]
    assert [[x for x, _ in line] for line in lines_of(shapes, Colour.NAVY)] == [[120, 360], [840, 1080]]
    assert texts_of(shapes) == []


def test_what_is_usual_ends_before_a_gap_and_begins_again_after_it() -> None:
    known, gap = run_point(centre=8, usual=(4, 12)), run_point(None, whole=False)

    shapes = drawn_run(known, known, gap, known, known)

    ends = [
        (box.x, box.x + box.width) for colour in (Colour.BAND, Colour.RULE) for box in boxes_of(shapes, colour)
    ]
    ends += [(line[0][0], line[-1][0]) for line in lines_of(shapes, Colour.RULE)]
    assert [(left, right) for left, right in ends if left < 720 and right > 480] == []


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
    drawn = dots_of(drawn_run(run_point(standing=standing)))

    assert [(dot.size, dot.colour) for dot in drawn] == dots
    assert {dot.x + dot.size / 2 for dot in drawn} == {600}
    assert [dot.y + dot.size / 2 for dot in drawn] == pytest.approx([TOP] * len(dots))


def test_the_usual_is_a_band_between_the_limits_with_a_line_along_each() -> None:
    shapes = drawn_run(run_point(10, usual=(2, 8)), run_point(10, usual=(4, 6)))

    wide, narrow = boxes_of(shapes, Colour.BAND)
    per_call = (FLOOR - TOP) / 10
    assert [(band.x, band.width) for band in (wide, narrow)] == [(0, 600), (600, 600)]
    assert [band.height for band in (wide, narrow)] == pytest.approx([6 * per_call, 2 * per_call])
    assert [band.y for band in (wide, narrow)] == pytest.approx([FLOOR - 8 * per_call, FLOOR - 6 * per_call])
    low, high = lines_of(shapes, Colour.RULE)
    assert [across for across, _ in low] == [across for across, _ in high] == [0, 600, 600, 1200]
    assert [y for _, y in low] == pytest.approx([FLOOR - n * per_call for n in (2, 2, 4, 4)])
    assert [y for _, y in high] == pytest.approx([FLOOR - n * per_call for n in (8, 8, 6, 6)])


def test_without_limits_there_is_no_band() -> None:
    shapes = drawn_run(run_point(), run_point())

    assert boxes_of(shapes, Colour.BAND) == []
    assert lines_of(shapes, Colour.RULE) == []


def test_the_centre_line_is_a_step_a_month_on_the_same_scale_behind_the_months() -> None:
    shapes = drawn_run(run_point(10, centre=8), run_point(10, centre=4.5))

    steps = boxes_of(shapes, Colour.RULE)
    per_call = (FLOOR - TOP) / 10
    assert [(step.x, step.width) for step in steps] == [(0, 600), (600, 600)]
    assert [step.y + step.height / 2 for step in steps] == pytest.approx([FLOOR - n * per_call for n in (8, 4.5)])
    assert max(map(shapes.index, steps)) < shapes.index(dots_of(shapes)[0])


def test_a_month_of_which_nothing_is_expected_has_no_centre_line() -> None:
    assert boxes_of(drawn_run(run_point(), run_point()), Colour.RULE) == []


def test_the_highlighted_calls_are_bars_at_the_foot_on_the_same_scale() -> None:
    [bar] = boxes_of(drawn_run(run_point(10, highlighted=5), run_point(10)), Colour.ORANGE)

    assert (bar.x + bar.width / 2, bar.width) == (300, WIDEST)
    assert bar.y == pytest.approx((TOP + FLOOR) / 2)
    assert bar.y + bar.height == pytest.approx(FLOOR)
