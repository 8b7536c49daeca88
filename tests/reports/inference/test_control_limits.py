import math
from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm, poisson

from reports.inference.control_limits import HALF_A_CALL, IN_A_ROW, RARE, control_limits, shift

TINY = 1e-8
"""What the last digits of binary fractions add up to."""

MEANS = st.floats(0.001, 300) | st.floats(0.001, 20_000) | st.floats(0.001, 1_000_000)
DISPERSIONS = st.floats(1, 5)
SIDES = st.lists(st.tuples(st.sampled_from([-1, -0.5, -0.4, 0, 0.4, 0.5, 1]), st.integers(1, 10)), max_size=12)


def test_as_much_lies_beyond_a_limit_as_beyond_three_standard_deviations() -> None:
    assert pytest.approx(norm.sf(3), rel=1e-3) == RARE


@settings(deadline=None)
@given(mean=MEANS)
def test_the_limits_are_those_of_a_poisson_count(mean: float) -> None:
    least, most = control_limits(mean)

    assert poisson.cdf(least, mean) >= RARE * (1 - 1e-6)
    assert least == 0 or poisson.cdf(least - 1, mean) < RARE * (1 + 1e-6)
    assert poisson.sf(most - 1, mean) >= RARE * (1 - 1e-6)
    assert poisson.sf(most, mean) < RARE * (1 + 1e-6)


@pytest.mark.parametrize(
    ("mean", "dispersion", "expected"),
    [
        (0, 1, (0, 0)),
        (0.5, 1, (0, 4)),
        (2.5, 1, (0, 8)),
        (75, 1, (50, 102)),
        (899, 1, (810, 990)),
        (0, 1.5, (0, 0)),
        (75, 1.5, (45, 108)),
        (75, 2, (42, 114)),
    ],
)
def test_the_limits_by_example(mean: float, dispersion: float, expected: tuple[int, int]) -> None:
    assert control_limits(mean, dispersion) == expected


@settings(deadline=None)
@given(mean=MEANS, dispersion=DISPERSIONS)
def test_with_a_dispersion_they_are_so_many_times_those_of_a_smaller_count(mean: float, dispersion: float) -> None:
    least, most = control_limits(mean, dispersion)

    below, above = control_limits(mean / dispersion)
    assert below * dispersion - 1 < least <= below * dispersion + TINY
    assert above * dispersion - TINY <= most < above * dispersion + 1


@settings(deadline=None)
@given(mean=st.floats(100, 1_000_000), dispersion=DISPERSIONS)
def test_with_a_dispersion_they_are_as_far_as_laneys(mean: float, dispersion: float) -> None:
    least, most = control_limits(mean, dispersion)

    away = 3 * math.sqrt(dispersion * mean)
    assert (least, most) == pytest.approx((mean - away, mean + away), rel=0, abs=3 * dispersion + 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([], []),
        ([8] * 7, []),
        ([8] * 8, range(8)),
        ([2] * 8, range(8)),
        ([8] * 9, range(9)),
        ([8] * 7 + [2] + [8] * 7, []),
        ([8, 2] * 12, []),
        ([5] * 24, []),
        ([8] * 4 + [5] + [8] * 4, [0, 1, 2, 3, 5, 6, 7, 8]),
        ([8] * 4 + [5] + [8] * 3, []),
        ([5] + [8] * 8 + [5], range(1, 9)),
        ([2] * 3 + [8] * 8 + [2] * 3, range(3, 11)),
        ([2] * 8 + [8] * 9, range(8, 17)),
        ([2] * 9 + [8] * 7, range(9)),
        ([5.5] * 8, range(8)),
        ([4.5] * 8, range(8)),
        ([5.49] * 8, []),
        ([8] * 4 + [4.51] + [8] * 4, [0, 1, 2, 3, 5, 6, 7, 8]),
    ],
)
def test_a_shift_is_the_latest_eight_or_more_half_a_call_or_more_on_one_side_of_five(
    values: list[float], found: Sequence[int]
) -> None:
    assert shift(values, [5] * len(values)) == list(found)


def test_each_value_is_held_against_its_own_middle() -> None:
    centre = [75, 68, 75, 73, 75, 73, 75, 75]

    assert shift([middle + 1 for middle in centre], centre) == list(range(8))
    assert shift([74] * 8, centre) == []


@given(sides=SIDES)
def test_the_values_on_the_line_neither_break_nor_lengthen_a_shift(sides: list[tuple[float, int]]) -> None:
    values = [side for side, times in sides for _ in range(times)]
    found = shift(values, [0] * len(values))

    beside = [(place, side > 0) for place, side in enumerate(values) if abs(side) >= HALF_A_CALL]
    runs = [list(run) for _, run in groupby(beside, key=lambda told: told[1])]
    shifts = [[place for place, _ in run] for run in runs if len(run) >= IN_A_ROW]
    assert found == (shifts[-1] if shifts else [])
