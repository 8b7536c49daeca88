import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.stats.contingency_tables import Table

from reports.inference.dispersion import ALONE, Dispersion
from reports.inference.holm import LEVEL
from reports.inference.normal import two_sided
from reports.inference.rates import rates_p_value
from reports.inference.shares import shares_p_value
from reports.inference.trends import rates_trend, shares_trend

SCALES = st.sampled_from([12, 300, 4000, 1_000_000])
DISPERSIONS = st.builds(Dispersion, st.floats(1, 10, exclude_min=True), st.just(math.inf) | st.integers(12, 72))
YEAR = (365, 365, 365, 366)


@dataclass(frozen=True)
class Values:
    """Counts in a row, each of a base or over so many days."""

    counts: Sequence[int]
    bases: Sequence[int]


@st.composite
def shares(draw: st.DrawFn) -> Values:
    """Draw shares in a row, of some who gave an answer and some who did not."""
    bases = draw(st.lists(st.integers(1, draw(SCALES)), min_size=2, max_size=12))
    share, step = draw(st.floats(0, 1)), draw(st.floats(-1, 1)) / math.sqrt(sum(bases))
    counts = [min(base, max(0, round(base * (share + t * step)))) for t, base in enumerate(bases)]
    return Values(counts, bases)


@st.composite
def rates(draw: st.DrawFn) -> Values:
    """Draw counts in a row, of whole years or of days of any number."""
    years = st.lists(st.sampled_from(YEAR), min_size=2, max_size=12)
    days = draw(years | st.lists(st.integers(1, 366), min_size=2, max_size=12))
    level = draw(SCALES)
    return Values([draw(st.integers(level // 2, level)) * each // 366 for each in days], days)


@settings(deadline=None)
@given(
    values=shares().filter(lambda told: 0 < sum(told.counts) < sum(told.bases)),
    dispersion=st.just(ALONE) | DISPERSIONS,
)
def test_a_trend_of_shares_is_cochrans_and_armitages(values: Values, dispersion: Dispersion) -> None:
    p_value = shares_trend(values.counts, values.bases, dispersion)

    rows = [(base - count, count) for count, base in zip(values.counts, values.bases, strict=True)]
    z = Table(np.array(rows), shift_zeros=False).test_ordinal_association().zscore
    everyone = sum(values.bases)  # that test is of the table given its margins: its variance has everyone - 1
    square = z**2 * everyone / (everyone - 1)
    expected = two_sided(square / dispersion.value, dispersion.freedom)
    assert p_value == pytest.approx(expected, rel=1e-6, abs=1e-12)


@settings(deadline=None)
@given(values=rates().filter(lambda told: sum(told.counts) > 0), dispersion=st.just(ALONE) | DISPERSIONS)
def test_a_trend_of_rates_is_the_score_test_of_a_log_linear_one(values: Values, dispersion: Dispersion) -> None:
    p_value = rates_trend(values.counts, values.bases, dispersion)

    level = np.ones((len(values.counts), 1))
    model = GLM(values.counts, level, family=Poisson(), offset=np.log(values.bases))
    common = [math.log(sum(values.counts) / sum(values.bases))]
    score, _, _ = model.score_test(common, exog_extra=np.arange(len(values.counts)))
    expected = two_sided(score.item() / dispersion.value, dispersion.freedom)
    assert p_value == pytest.approx(expected, rel=1e-6, abs=1e-12)


@settings(deadline=None)
@given(values=shares(), dispersion=DISPERSIONS)
def test_a_trend_of_two_shares_is_their_comparison(values: Values, dispersion: Dispersion) -> None:
    (before, now), (before_base, now_base) = values.counts[:2], values.bases[:2]
    p_value = shares_trend([before, now], [before_base, now_base], dispersion)

    expected = shares_p_value(now, now_base, before, before_base, dispersion)
    assert p_value == pytest.approx(expected, rel=1e-6, abs=1e-12)


@settings(deadline=None)
@given(values=rates(), dispersion=DISPERSIONS)
def test_a_trend_of_two_rates_is_their_comparison(values: Values, dispersion: Dispersion) -> None:
    (before, now), (before_days, now_days) = values.counts[:2], values.bases[:2]
    p_value = rates_trend([before, now], [before_days, now_days], dispersion)

    expected = rates_p_value(now, now_days, before, before_days, dispersion)
    assert p_value == pytest.approx(expected, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize(
    ("counts", "bases"),
    [
        ([], []),
        ([7], [20]),
        ([0, 0, 0], [20, 20, 20]),
        ([20, 30, 4000], [20, 30, 4000]),
        ([0, 7, 0], [0, 20, 0]),
        ([0, 0, 0], [0, 0, 0]),
    ],
)
def test_shares_that_cannot_differ_have_no_trend(counts: list[int], bases: list[int]) -> None:
    assert shares_trend(counts, bases) == 1


@pytest.mark.parametrize(("counts", "days"), [([75], [31]), ([0, 0, 0], [365, 365, 366])])
def test_counts_that_cannot_differ_have_no_trend(counts: list[int], days: list[int]) -> None:
    assert rates_trend(counts, days) == 1


@pytest.mark.parametrize(("counts", "clear"), [([56, 40, 28], True), ([56, 28, 40], False), ([42, 40, 41], False)])
def test_three_shares_of_four_hundred_by_example(counts: list[int], clear: bool) -> None:
    assert (shares_trend(counts, [400, 400, 400], Dispersion()) < LEVEL) == clear


@pytest.mark.parametrize(
    ("counts", "clear"), [([900, 960, 1010], True), ([900, 1010, 960], False), ([960, 900, 960], False)]
)
def test_three_totals_by_example(counts: list[int], clear: bool) -> None:
    assert (rates_trend(counts, [365, 365, 365], Dispersion()) < LEVEL) == clear
