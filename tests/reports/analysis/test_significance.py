import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from reports.analysis.significance import CLEAR, Change, compare, p_value

COUNTS = st.integers(0, 3000)
DAYS = st.integers(1, 366)


@given(now=COUNTS, now_days=DAYS, before=COUNTS, before_days=DAYS)
def test_the_chance_is_the_exact_binomial_one(now: int, now_days: int, before: int, before_days: int) -> None:
    together = now + before
    expected = binomtest(now, together, now_days / (now_days + before_days)).pvalue if together else 1.0

    assert p_value(now, now_days, before, before_days) == pytest.approx(expected, rel=1e-6, abs=1e-12)


@pytest.mark.parametrize(("now", "before"), [(1_000_000, 998_000), (1_000_000, 1_000_000), (1_000_000, 0)])
def test_a_million_calls_are_compared_exactly_and_fast(now: int, before: int) -> None:
    started = time.perf_counter()

    found = p_value(now, 366, before, 365)

    assert time.perf_counter() - started < 0.5
    expected = binomtest(now, now + before, 366 / 731).pvalue
    assert found == pytest.approx(expected, rel=1e-5, abs=1e-12)


@pytest.mark.parametrize(
    ("before", "rise", "fall"), [(12, 25, 3), (75, 103, 51), (300, 351, 252), (899, 986, 816)]
)
def test_these_are_the_first_clear_rise_and_fall(before: int, rise: int, fall: int) -> None:
    verdicts = [compare(now, 31, before, 31).verdict for now in (fall, fall + 1, before, rise - 1, rise)]

    assert verdicts == ["fewer", "about", "about", "about", "more"]


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        (104, 75, Change("more", 39)),
        (75, 71, Change("about", 6)),
        (40, 75, Change("fewer", -47)),
        (20, 20, Change("about", 0)),
        (40, 19, Change("more", None)),
        (12, 0, Change("more", None)),
        (0, 0, Change("about", None)),
        (12, None, Change("no_base", None)),
        (351, 300, Change("more", 17)),
        (252, 300, Change("fewer", -16)),
    ],
)
def test_a_change_says_no_more_than_the_counts_can_bear(now: int, before: int | None, change: Change) -> None:
    assert compare(now, 31, before, 31) == change


@given(now=COUNTS, before=COUNTS, days=DAYS)
def test_a_clear_change_goes_the_way_of_the_counts(now: int, before: int, days: int) -> None:
    change = compare(now, days, before, days)

    assert (change.verdict == "about") == (p_value(now, days, before, days) >= CLEAR)
    assert change.verdict in ("about", "more" if now > before else "fewer")


def test_more_days_call_for_more_calls() -> None:
    assert compare(1160, 29, 1060, 28).verdict == "about"
    assert compare(1160, 28, 1060, 28).verdict == "more"
