import math
from collections.abc import Callable
from dataclasses import astuple, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.genmod.families import Binomial, Poisson
from statsmodels.genmod.generalized_linear_model import GLM

from reports.inference.dispersion import (
    ALONE,
    ASSUMED,
    WEIGHT,
    Dispersion,
    MonthCount,
    Residuals,
    dispersion,
    rate_residuals,
    share_residuals,
)
from tests.reports.inference.month_counts import ANY_SPEED, LEVELS, design, places, rates, sparse_rates

# Months that are fitted perfectly are a warning there; here they are a fit like any other.
pytestmark = pytest.mark.filterwarnings("ignore::statsmodels.tools.sm_exceptions.PerfectSeparationWarning")


@st.composite
def shares(draw: st.DrawFn) -> list[MonthCount]:
    """Draw monthly counts of calls; each month has some with the answer and some without."""
    level, share = draw(LEVELS), draw(st.sampled_from([0.02, 0.3, 0.6]))
    bases, away = st.integers(level // 2, 2 * level), st.floats(0.5, 1.5)
    told = [(place, draw(bases), draw(away)) for place in draw(places())]
    return [MonthCount(*at, min(base - 1, max(1, round(base * share * by))), base) for at, base, by in told]


@st.composite
def sparse_shares(draw: st.DrawFn) -> list[MonthCount]:
    """Draw a seldom answer: one in each month, and then some of them moved where the sums stay as they are."""
    years = draw(st.integers(2, 5))
    counts = {(year, month): 1 for year in range(years) for month in range(1, 13)}
    pairs = st.tuples(st.permutations(range(years)), st.permutations(range(1, 13)))
    for (year, other, *_), (month, another, *_) in draw(st.lists(pairs, max_size=20)):
        if counts[year, month] and counts[other, another]:
            for fewer, more in (((year, month), (year, another)), ((other, another), (other, month))):
                counts[fewer] -= 1
                counts[more] += 1
    bases = st.integers(1, 12)
    return [MonthCount(2020 + at[0], at[1], count, max(count, 1) + draw(bases)) for at, count in counts.items()]


def fitted(model: GLM) -> Residuals:
    """Return what a generalized linear model leaves."""
    fit = model.fit(tol=1e-10)
    return Residuals(float(fit.pearson_chi2), int(fit.df_resid))


@settings(ANY_SPEED, max_examples=60)
@given(months=rates() | sparse_rates())
def test_what_is_left_of_counts_is_what_a_poisson_model_leaves(months: list[MonthCount]) -> None:
    left = rate_residuals(months)

    counts, days = [cell.count for cell in months], [cell.exposure for cell in months]
    expected = fitted(GLM(counts, design(months), family=Poisson(), offset=np.log(days)))
    assert astuple(left) == pytest.approx(astuple(expected), rel=1e-5, abs=1e-5)


@settings(ANY_SPEED, max_examples=60)
@given(months=shares() | sparse_shares())
def test_what_is_left_of_shares_is_what_a_binomial_model_leaves(months: list[MonthCount]) -> None:
    left = share_residuals(months)

    counts = np.array([(cell.count, cell.exposure - cell.count) for cell in months])
    expected = fitted(GLM(counts, design(months), family=Binomial()))
    assert astuple(left) == pytest.approx(astuple(expected), rel=1e-5, abs=1e-5)


@settings(ANY_SPEED, max_examples=30)
@given(months=rates(), times=st.integers(2, 5))
def test_calls_that_come_in_bunches_swing_so_many_times_as_much(months: list[MonthCount], times: int) -> None:
    left = rate_residuals([replace(cell, count=cell.count * times) for cell in months])

    alone = rate_residuals(months)
    assert left.chi_square == pytest.approx(alone.chi_square * times, rel=1e-5, abs=1e-5)
    assert left.freedom == alone.freedom


@settings(ANY_SPEED, max_examples=30)
@given(months=rates())
def test_years_and_months_of_the_year_without_a_count_tell_nothing_of_a_rate(months: list[MonthCount]) -> None:
    counted = [cell for cell in months if cell.month != 7]
    empty = [replace(cell, count=0) for cell in months if cell.month == 7]
    unused = [MonthCount(2030, month, 0, 30) for month in range(1, 13)]
    left = rate_residuals([*counted, *empty, *unused])

    assert astuple(left) == pytest.approx(astuple(rate_residuals(counted)), rel=1e-5, abs=1e-5)


@settings(ANY_SPEED, max_examples=30)
@given(months=shares())
def test_where_all_or_none_give_an_answer_nothing_is_told_of_its_share(months: list[MonthCount]) -> None:
    mixed = [cell for cell in months if cell.month != 7]
    every = [replace(cell, count=cell.exposure) for cell in months if cell.month == 7]
    only_then = [MonthCount(2030, month, 30 if month == 7 else 0, 30) for month in range(1, 13)]
    left = share_residuals([*mixed, *every, *only_then])

    assert astuple(left) == pytest.approx(astuple(share_residuals(mixed)), rel=1e-5, abs=1e-5)


@settings(ANY_SPEED, max_examples=30)
@given(months=shares())
def test_a_month_in_which_nobody_could_answer_tells_nothing(months: list[MonthCount]) -> None:
    first, *others = months
    left = share_residuals([replace(first, count=0, exposure=0), *others])

    assert left == share_residuals(others)


@pytest.mark.parametrize(
    "months",
    [
        [],
        [MonthCount(2020, 1, 75, 100)],
        [MonthCount(2020, month, 7 * month, 100) for month in range(1, 13)],
        [MonthCount(year, 1, year - 2000, 100) for year in range(2020, 2026)],
        [MonthCount(year, month, 0, 100) for year in range(2020, 2023) for month in range(1, 13)],
        [MonthCount(year, month, 0, 0) for year in range(2020, 2023) for month in range(1, 13)],
    ],
)
def test_where_nothing_can_be_left_nothing_is(months: list[MonthCount]) -> None:
    assert astuple(rate_residuals(months)) == pytest.approx((0, 0), abs=1e-9)
    assert astuple(share_residuals(months)) == pytest.approx((0, 0), abs=1e-9)


@pytest.mark.parametrize("residuals", [rate_residuals, share_residuals])
def test_years_that_share_no_month_of_the_year_are_as_two_registers(
    residuals: Callable[[list[MonthCount]], Residuals],
) -> None:
    springs = [
        MonthCount(year, month, 20 + (year * month) % 9, 90) for year in (2020, 2021) for month in range(1, 7)
    ]
    autumns = [
        MonthCount(year, month, 20 + (year * month) % 7, 90) for year in (2022, 2023) for month in range(7, 13)
    ]
    together = residuals([*springs, *autumns])

    spring, autumn = residuals(springs), residuals(autumns)
    assert together.chi_square == pytest.approx(spring.chi_square + autumn.chi_square, rel=1e-5)
    assert together.freedom == spring.freedom + autumn.freedom


@pytest.mark.parametrize(
    ("residuals", "expected"),
    [
        (Residuals(0, 0), Dispersion(1.5, 12)),
        (Residuals(36, 36), Dispersion(1.125, 48)),
        (Residuals(72, 36), Dispersion(1.875, 48)),
        (Residuals(30, 36), Dispersion(1.0, 48)),
        (Residuals(0, 36), Dispersion(1.0, 48)),
        (Residuals(66, 44), Dispersion(1.5, 56)),
    ],
)
def test_the_dispersion_by_example(residuals: Residuals, expected: Dispersion) -> None:
    assert dispersion(residuals) == expected


@given(chi_square=st.floats(0, 1e6), freedom=st.integers(1, 200))
def test_the_dispersion_is_between_what_is_assumed_and_what_is_left(chi_square: float, freedom: int) -> None:
    found = dispersion(Residuals(chi_square, freedom))

    left = chi_square / freedom
    assert found.value >= 1
    assert min(ASSUMED, max(1.0, left)) - 1e-9 <= found.value <= max(ASSUMED, left) + 1e-9
    assert found.freedom == freedom + WEIGHT


def test_where_nothing_is_known_the_dispersion_is_assumed() -> None:
    assert Dispersion() == Dispersion(1.5, math.inf)
    assert ALONE.value == 1
