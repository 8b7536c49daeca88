import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, f, norm, t

from reports.inference.normal import Z, quantile, ratio_interval, two_sided

FREEDOMS = st.integers(12, 72) | st.integers(12, 10_000)


@settings(deadline=None)
@given(square=st.floats(0, 1000))
def test_a_p_value_is_the_tail_of_chi_square_with_one_degree_of_freedom(square: float) -> None:
    assert two_sided(square) == pytest.approx(chi2.sf(square, 1), rel=1e-9)


@settings(deadline=None)
@given(square=st.floats(0, 25), freedom=FREEDOMS)
def test_with_degrees_of_freedom_it_is_the_tail_of_students_t_to_a_few_per_cent_of_itself(
    square: float, freedom: int
) -> None:
    assert two_sided(square, freedom) == pytest.approx(f.sf(square, 1, freedom), rel=0.03)


@settings(deadline=None)
@given(square=st.floats(0, 1000), freedom=FREEDOMS)
def test_with_degrees_of_freedom_nothing_is_rarer(square: float, freedom: int) -> None:
    assert two_sided(square) <= two_sided(square, freedom) <= two_sided(square, 12)


@pytest.mark.parametrize(
    ("square", "freedom", "p_value"),
    [
        (0, math.inf, 1),
        (1, math.inf, 0.31731),
        (3.841459, math.inf, 0.05),
        (6.634897, math.inf, 0.01),
        (1e5, math.inf, 0),
        (0, 12, 1),
        (4.747225, 12, 0.05),
        (4.113165, 36, 0.05),
    ],
)
def test_p_values_by_example(square: float, freedom: float, p_value: float) -> None:
    assert two_sided(square, freedom) == pytest.approx(p_value, rel=1e-3)


def test_ninety_five_in_a_hundred_lie_between_minus_and_plus_z() -> None:
    assert norm.cdf(Z) - norm.cdf(-Z) == pytest.approx(0.95, rel=1e-12)


@settings(deadline=None)
@given(freedom=FREEDOMS)
def test_the_quantile_is_students(freedom: int) -> None:
    assert quantile(freedom) == pytest.approx(t.ppf(0.975, freedom), rel=0, abs=0.002)


def test_without_an_error_of_estimation_the_quantile_is_the_normal_one() -> None:
    assert quantile(math.inf) == Z


@settings(deadline=None)
@given(ratio=st.floats(1e-6, 1e6), variance=st.floats(1e-9, 100))
def test_the_logarithm_of_a_ratio_has_a_normal_interval(ratio: float, variance: float) -> None:
    low, high = ratio_interval(ratio, variance)

    expected = norm.interval(0.95, math.log(ratio), math.sqrt(variance))
    assert (math.log(low), math.log(high)) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@settings(deadline=None)
@given(ratio=st.floats(1e-6, 1e6), variance=st.floats(1e-9, 100), freedom=FREEDOMS)
def test_with_degrees_of_freedom_it_is_students(ratio: float, variance: float, freedom: int) -> None:
    low, high = ratio_interval(ratio, variance, freedom)

    expected = t.interval(0.95, freedom, math.log(ratio), math.sqrt(variance))
    assert (math.log(low), math.log(high)) == pytest.approx(expected, abs=0.002 * math.sqrt(variance) + 1e-9)


def test_a_ratio_without_variance_is_its_own_interval() -> None:
    assert ratio_interval(1.25, 0) == (1.25, 1.25)
