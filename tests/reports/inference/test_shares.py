import math
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, fisher_exact
from scipy.stats.contingency import relative_risk
from statsmodels.stats.proportion import proportion_confint

from reports.inference.dispersion import ALONE, Dispersion
from reports.inference.holm import LEVEL
from reports.inference.normal import quantile, two_sided
from reports.inference.shares import share_interval, shares_p_value, shares_ratio

BASES = st.integers(1, 12) | st.integers(1, 300) | st.integers(1, 4000) | st.integers(1, 1_000_000)
DISPERSIONS = st.builds(Dispersion, st.floats(1, 10, exclude_min=True), st.just(math.inf) | st.integers(12, 72))


class TwoShares(NamedTuple):
    """Two counts, each of a base, in the order in which they are handed in."""

    now: int
    now_base: int
    before: int
    before_base: int

    @property
    def table(self) -> np.ndarray:
        """The two-by-two table."""
        return np.array([[self.now, self.now_base - self.now], [self.before, self.before_base - self.before]])

    @property
    def mixed(self) -> bool:
        """Whether there are some who gave the answer and some who did not."""
        return 0 < self.now + self.before < self.now_base + self.before_base


@st.composite
def two_shares(draw: st.DrawFn, least: int = 0) -> TwoShares:
    """Draw two shares, from alike to clearly different."""
    before_base = draw(BASES)
    now_base = draw(st.just(before_base) | BASES)
    share = draw(st.floats(0, 1) | st.floats(0, 0.01))
    away = draw(st.floats(-6, 6)) * math.sqrt(now_base * share * (1 - share))
    now = min(now_base, max(least, round(now_base * share + away)))
    return TwoShares(now, now_base, max(least, round(before_base * share)), before_base)


@settings(deadline=None)
@given(told=two_shares())
def test_without_dispersion_the_test_is_fishers_exact_one(told: TwoShares) -> None:
    p_value = shares_p_value(*told)

    assert p_value == pytest.approx(fisher_exact(told.table).pvalue, rel=1e-6, abs=1e-12)


@settings(deadline=None)
@given(told=two_shares().filter(lambda told: told.mixed), dispersion=DISPERSIONS)
def test_with_a_dispersion_pearsons_statistic_is_divided_by_it(told: TwoShares, dispersion: Dispersion) -> None:
    p_value = shares_p_value(*told, dispersion)

    chi_square = chi2_contingency(told.table, correction=False).statistic
    assert p_value == pytest.approx(
        two_sided(chi_square / dispersion.value, dispersion.freedom), rel=1e-6, abs=1e-12
    )


@pytest.mark.parametrize("dispersion", [ALONE, Dispersion()])
@pytest.mark.parametrize(
    "told",
    [
        TwoShares(0, 0, 0, 0),
        TwoShares(0, 0, 7, 20),
        TwoShares(7, 20, 0, 0),
        TwoShares(0, 20, 0, 4000),
        TwoShares(20, 20, 4000, 4000),
        TwoShares(1_000_000, 1_000_000, 1, 1),
    ],
)
def test_where_nothing_can_differ_nothing_is_rare(told: TwoShares, dispersion: Dispersion) -> None:
    assert shares_p_value(*told, dispersion) == 1


@pytest.mark.parametrize(
    "told",
    [
        TwoShares(300_000, 1_000_000, 301_000, 1_000_000),
        TwoShares(500_000, 1_000_000, 500_000, 1_000_000),
        TwoShares(0, 1_000_000, 12, 1_000_000),
        TwoShares(1_000_000, 1_000_000, 0, 1_000_000),
    ],
)
def test_shares_of_a_million_are_compared_exactly(told: TwoShares) -> None:
    p_value = shares_p_value(*told)

    assert p_value == pytest.approx(fisher_exact(told.table).pvalue, rel=1e-7, abs=1e-300)


@settings(deadline=None)
@given(told=two_shares(), dispersion=st.just(ALONE) | DISPERSIONS)
def test_an_answer_differs_as_much_as_its_opposite(told: TwoShares, dispersion: Dispersion) -> None:
    p_value = shares_p_value(*told, dispersion)

    others = (told.now_base - told.now, told.now_base, told.before_base - told.before, told.before_base)
    assert shares_p_value(*others, dispersion) == pytest.approx(p_value, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize(
    ("dispersion", "before", "rise", "fall"),
    [(ALONE, 20, 34, 9), (ALONE, 50, 65, 35), (Dispersion(), 20, 36, 8), (Dispersion(), 50, 67, 33)],
)
def test_these_are_the_first_clear_rise_and_fall_of_a_hundred(
    dispersion: Dispersion, before: int, rise: int, fall: int
) -> None:
    counts = [fall, fall + 1, before, rise - 1, rise]
    clear = [shares_p_value(now, 100, before, 100, dispersion) < LEVEL for now in counts]

    assert clear == [True, False, False, False, True]


def _is_not_whole(told: TwoShares) -> bool:
    return told.now < told.now_base or told.before < told.before_base


@settings(deadline=None)
@given(told=two_shares(least=1).filter(_is_not_whole))
def test_the_interval_of_the_ratio_is_that_of_a_relative_risk(told: TwoShares) -> None:
    interval = shares_ratio(*told)

    expected = relative_risk(*told).confidence_interval(0.95)
    assert interval == pytest.approx((expected.low, expected.high), rel=1e-9)


@settings(deadline=None)
@given(told=two_shares(least=1).filter(_is_not_whole), dispersion=DISPERSIONS)
def test_a_dispersion_widens_the_interval_of_the_ratio_by_its_root(
    told: TwoShares, dispersion: Dispersion
) -> None:
    low, high = map(math.log, shares_ratio(*told, dispersion))

    alone, above = map(math.log, shares_ratio(*told))
    wider = math.sqrt(dispersion.value) * quantile(dispersion.freedom) / quantile(math.inf)
    assert high - low == pytest.approx((above - alone) * wider, rel=1e-6, abs=1e-9)
    assert high + low == pytest.approx(above + alone, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("now", "before"), [(0, 0), (0, 75), (75, 0), (300, 300)])
def test_a_count_of_none_and_two_shares_of_all_say_nothing_of_the_ratio(now: int, before: int) -> None:
    assert shares_ratio(now, 300, before, 300, Dispersion()) == (0, math.inf)


@st.composite
def parts(draw: st.DrawFn) -> tuple[int, int]:
    """Draw a count and its base."""
    base = draw(BASES)
    return draw(st.integers(0, base) | st.sampled_from([0, base])), base


@settings(deadline=None)
@given(part=parts(), bunch=st.integers(1, 10))
def test_the_interval_of_a_share_is_wilsons_of_the_calls_that_stand_for_themselves(
    part: tuple[int, int], bunch: int
) -> None:
    count, base = part
    interval = share_interval(count * bunch, base * bunch, Dispersion(bunch))

    assert interval == pytest.approx(proportion_confint(count, base, method="wilson"), rel=1e-9, abs=1e-12)


@settings(deadline=None)
@given(part=parts(), dispersion=st.just(ALONE) | DISPERSIONS)
def test_the_limits_of_a_share_are_those_it_does_not_differ_from(
    part: tuple[int, int], dispersion: Dispersion
) -> None:
    count, base = part
    low, high = share_interval(count, base, dispersion)

    assert -1e-12 <= low <= count / base + 1e-12
    assert count / base - 1e-12 <= high <= 1 + 1e-12
    for limit in (low, high):
        variance = dispersion.value * limit * (1 - limit) / base
        assert (count / base - limit) ** 2 == pytest.approx(
            quantile(dispersion.freedom) ** 2 * variance, rel=1e-6, abs=1e-12
        )
