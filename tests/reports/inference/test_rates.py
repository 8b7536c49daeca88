import math
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.rates import confint_poisson_2indep, test_poisson_2indep

from reports.inference.dispersion import ALONE, Dispersion
from reports.inference.holm import LEVEL
from reports.inference.normal import quantile, two_sided
from reports.inference.rates import rates_p_value, rates_ratio

test_poisson_2indep.__test__ = False

LEVELS = st.integers(0, 12) | st.integers(0, 300) | st.integers(0, 4000) | st.integers(0, 1_000_000)
DAYS = st.integers(1, 366) | st.sampled_from([28, 29, 30, 31, 365, 366])
DISPERSIONS = st.builds(Dispersion, st.floats(1, 10, exclude_min=True), st.just(math.inf) | st.integers(12, 72))


class TwoCounts(NamedTuple):
    """Two counts, each over so many days, in the order in which they are handed in."""

    now: int
    now_days: int
    before: int
    before_days: int


@st.composite
def two_counts(draw: st.DrawFn, least: int = 0) -> TwoCounts:
    """Draw two counts, from alike to clearly different."""
    level, now_days, before_days = draw(LEVELS), draw(DAYS), draw(DAYS)
    now, before = (level * days / max(now_days, before_days) for days in (now_days, before_days))
    away = draw(st.floats(-6, 6)) * math.sqrt(now)
    return TwoCounts(max(least, round(now + away)), now_days, max(least, round(before)), before_days)


@settings(deadline=None)
@given(told=two_counts())
def test_without_dispersion_the_test_is_the_exact_binomial_one(told: TwoCounts) -> None:
    p_value = rates_p_value(*told)

    together, part = told.now + told.before, told.now_days / (told.now_days + told.before_days)
    expected = binomtest(told.now, together, part).pvalue if together else 1.0
    assert p_value == pytest.approx(expected, rel=1e-6, abs=1e-12)


@settings(deadline=None)
@given(told=two_counts().filter(lambda told: told.before > 0), dispersion=DISPERSIONS)
def test_with_a_dispersion_the_score_statistic_is_divided_by_it(told: TwoCounts, dispersion: Dispersion) -> None:
    p_value = rates_p_value(*told, dispersion)

    score = test_poisson_2indep(told.now, told.now_days, told.before, told.before_days, method="score").statistic
    assert p_value == pytest.approx(
        two_sided(score**2 / dispersion.value, dispersion.freedom), rel=1e-6, abs=1e-12
    )


@pytest.mark.parametrize(
    ("now", "before"), [(1_000_000, 998_000), (1_000_000, 1_000_000), (1_000_000, 0), (0, 1_000_000)]
)
def test_a_million_calls_are_compared_exactly(now: int, before: int) -> None:
    p_value = rates_p_value(now, 366, before, 365)

    assert p_value == pytest.approx(binomtest(now, now + before, 366 / 731).pvalue, rel=1e-7, abs=1e-300)


@pytest.mark.parametrize("dispersion", [ALONE, Dispersion()])
def test_without_calls_nothing_is_rare(dispersion: Dispersion) -> None:
    assert rates_p_value(0, 31, 0, 30, dispersion) == 1


@settings(deadline=None)
@given(told=two_counts(), dispersion=st.just(ALONE) | DISPERSIONS)
def test_it_is_the_same_which_of_the_two_comes_first(told: TwoCounts, dispersion: Dispersion) -> None:
    there = rates_p_value(*told, dispersion)
    back = rates_p_value(told.before, told.before_days, told.now, told.now_days, dispersion)

    assert there == pytest.approx(back, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize(
    ("dispersion", "before", "rise", "fall"),
    [
        (ALONE, 12, 25, 3),
        (ALONE, 75, 103, 51),
        (ALONE, 300, 351, 252),
        (ALONE, 899, 986, 816),
        (Dispersion(), 12, 27, 2),
        (Dispersion(), 75, 108, 48),
        (Dispersion(), 300, 362, 244),
    ],
)
def test_these_are_the_first_clear_rise_and_fall(
    dispersion: Dispersion, before: int, rise: int, fall: int
) -> None:
    counts = [fall, fall + 1, before, rise - 1, rise]
    clear = [rates_p_value(now, 31, before, 31, dispersion) < LEVEL for now in counts]

    assert clear == [True, False, False, False, True]


@pytest.mark.parametrize(("days", "clear"), [(29, False), (28, True)])
def test_more_days_call_for_more_calls(days: int, clear: bool) -> None:
    assert (rates_p_value(1160, days, 1060, 28) < LEVEL) == clear


@settings(deadline=None)
@given(told=two_counts(least=1))
def test_the_interval_of_the_ratio_is_log_normal(told: TwoCounts) -> None:
    interval = rates_ratio(*told)

    assert interval == pytest.approx(confint_poisson_2indep(*told, method="wald-log"), rel=1e-9)


@settings(deadline=None)
@given(told=two_counts(least=1), dispersion=DISPERSIONS)
def test_a_dispersion_widens_the_interval_by_its_root(told: TwoCounts, dispersion: Dispersion) -> None:
    low, high = map(math.log, rates_ratio(*told, dispersion))

    alone, above = map(math.log, rates_ratio(*told))
    wider = math.sqrt(dispersion.value) * quantile(dispersion.freedom) / quantile(math.inf)
    assert high - low == pytest.approx((above - alone) * wider, rel=1e-6)
    assert high + low == pytest.approx(above + alone, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("now", "before"), [(0, 0), (0, 75), (75, 0)])
def test_a_count_of_none_says_nothing_of_the_ratio(now: int, before: int) -> None:
    assert rates_ratio(now, 31, before, 30, Dispersion()) == (0, math.inf)
