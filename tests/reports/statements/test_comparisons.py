import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.analysis.baseline import EarlierFigure
from reports.inference.dispersion import Dispersion
from reports.inference.normal import Interval
from reports.statements.comparisons import Comparison, Family, Key, Verdict, counts_compared, shares_compared

ASSUMED = Dispersion(1.5)
WIDE, NARROW = (0.5, 2.0), (0.9, 1.1)
P_VALUES = st.dictionaries(st.text(max_size=3), st.floats(0, 1), min_size=1, max_size=8)


def _compared(p_value: float, ratio: Interval = WIDE, *, rises: bool = True) -> Comparison:
    return Comparison(p_value, rises, ratio)


@pytest.mark.parametrize(
    ("comparison", "verdict"),
    [
        (_compared(0.01), "more"),
        (_compared(0.01, rises=False), "fewer"),
        (_compared(0.04, NARROW), "more"),
        (_compared(0.05), "unclear"),
        (_compared(1.0), "unclear"),
        (_compared(1.0, NARROW), "about"),
        (_compared(1.0, (0.8, 1.25)), "about"),
        (_compared(1.0, (0.79, 1.1)), "unclear"),
        (_compared(1.0, (0.9, 1.26)), "unclear"),
        (_compared(1.0, (0.0, math.inf)), "unclear"),
    ],
)
def test_a_comparison_is_clear_shown_to_be_alike_or_neither(comparison: Comparison, verdict: Verdict) -> None:
    assert Family({("total",): comparison}, {}).verdict("total") == verdict


def test_what_is_not_compared_has_no_verdict_and_no_trend() -> None:
    family = Family({("total",): _compared(0.01)}, {})

    assert family.verdict("agency", "nav") == "none"
    assert not family.has_clear_trend("total")
    assert family.p_value("agency", "nav") == 1


def test_of_several_the_clearest_has_to_be_as_rare_as_all_of_them_together() -> None:
    two = Family({("a",): _compared(0.024), ("b",): _compared(0.04)}, {})
    three = Family({("a",): _compared(0.024), ("b",): _compared(0.04), ("c",): _compared(1)}, {})

    assert (two.verdict("a"), two.verdict("b")) == ("more", "more")
    assert (three.verdict("a"), three.verdict("b")) == ("unclear", "unclear")
    assert three.p_value("a") == 0.024


def test_trends_are_of_the_same_family_and_apart_from_changes_of_the_same_answer() -> None:
    both = Family({("a",): _compared(0.02)}, {("a",): 0.03})
    many = Family({("a",): _compared(0.02), ("b",): _compared(1)}, {("a",): 0.03})

    assert (both.verdict("a"), both.has_clear_trend("a")) == ("more", True)
    assert (many.verdict("a"), many.has_clear_trend("a")) == ("unclear", False)


@given(p_values=P_VALUES, others=P_VALUES)
def test_nothing_becomes_clear_because_more_is_compared(
    p_values: dict[str, float], others: dict[str, float]
) -> None:
    told: dict[Key, Comparison] = {("told", key): _compared(p_value) for key, p_value in p_values.items()}
    besides: dict[Key, Comparison] = {("other", key): _compared(p_value) for key, p_value in others.items()}

    alone, together = Family(told, {}), Family({**told, **besides}, {})

    assert all(alone.verdict(*key) == "more" for key in told if together.verdict(*key) == "more")


def test_counts_are_compared_by_the_day() -> None:
    whole, leap = counts_compared(290, 29, 280, 28, ASSUMED), counts_compared(290, 29, 281, 28, ASSUMED)

    assert whole.p_value == pytest.approx(1)
    assert not whole.rises
    assert not leap.rises
    assert counts_compared(291, 29, 280, 28, ASSUMED).rises


@pytest.mark.parametrize(
    ("earlier", "base"),
    [
        (EarlierFigure(None, None), 100),
        (EarlierFigure(20, None), 100),
        (EarlierFigure(None, None, Decimal(14)), 100),
        (EarlierFigure(None, 200, Decimal(14)), 100),
        (EarlierFigure(20, 100, possible=range(20, 21)), 0),
    ],
)
def test_a_share_of_nobody_knows_how_many_is_not_compared(earlier: EarlierFigure, base: int) -> None:
    assert shares_compared(0, base, earlier, ASSUMED) is None


@pytest.mark.parametrize(("now", "nearest", "rises"), [(20, 27, False), (28, 28, False), (100, 29, True)])
def test_of_the_counts_behind_a_printed_share_the_nearest_is_tested_and_the_ratio_is_of_any(
    now: int, nearest: int, rises: bool
) -> None:
    counted = {
        count: shares_compared(now, 200, EarlierFigure(count, 200, possible=range(count, count + 1)), ASSUMED)
        for count in range(27, 30)
    }

    told = shares_compared(now, 200, EarlierFigure(None, 200, Decimal(14), range(27, 30)), ASSUMED)

    ratios = [compared.ratio for compared in counted.values() if compared]
    assert told
    assert told.ratio == (min(low for low, _ in ratios), max(high for _, high in ratios))
    assert told == replace(counted[nearest] or told, ratio=told.ratio)
    assert told.rises == rises


def test_what_is_judged_with_the_rest_but_not_told_makes_them_less_clear() -> None:
    alone, together = Family({("a",): _compared(0.04)}, {}), Family({("a",): _compared(0.04)}, {}, untold=1)

    assert (alone.verdict("a"), together.verdict("a")) == ("more", "unclear")
