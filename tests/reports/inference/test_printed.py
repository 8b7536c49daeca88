from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.inference.dispersion import Dispersion
from reports.inference.holm import LEVEL
from reports.inference.printed import least_favourable, possible_counts, rounding
from reports.inference.shares import shares_p_value

BASES = st.integers(1, 300) | st.integers(1, 4000) | st.integers(1, 1_000_000)
DECIMALS = st.integers(0, 3)
PERCENTS = st.builds(lambda tenths, places: Decimal(tenths).scaleb(-places), st.integers(0, 100), DECIMALS)


def behind(percent: Decimal, base: int) -> range:
    """Return the counts behind a printed share."""
    return possible_counts(percent - rounding(percent), percent + rounding(percent), base)


@given(base=BASES, decimals=DECIMALS, way=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]), data=st.data())
def test_the_count_that_was_printed_is_possible(base: int, decimals: int, way: str, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, base))
    percent = (Decimal(100 * count) / base).quantize(Decimal(1).scaleb(-decimals), way)

    assert count in behind(percent, base)


@settings(deadline=None)
@given(base=st.integers(1, 300), percent=PERCENTS)
def test_no_other_count_is_possible(base: int, percent: Decimal) -> None:
    possible = behind(percent, base)

    shares = {count: Fraction(100 * count, base) for count in range(base + 1)}
    off = Fraction(rounding(percent))
    fitting = [count for count, share in shares.items() if abs(share - Fraction(percent)) <= off]
    below = max(count for count, share in shares.items() if share <= percent)
    above = min(count for count, share in shares.items() if share >= percent)
    assert list(possible) == (fitting or [below, above])


@pytest.mark.parametrize(
    ("low", "high", "base", "possible"),
    [
        ("6.5", "7.5", 200, range(13, 16)),
        ("6.5", "7.5", 100, range(7, 8)),
        ("6.5", "7.5", 10, range(2)),
        ("-0.5", "0.5", 200, range(2)),
        ("99.5", "100.5", 200, range(199, 201)),
        ("99.5", "100.5", 1, range(1, 2)),
        ("99", "103", 200, range(198, 201)),
        ("6.5", "7.5", 1_000_000, range(65_000, 75_001)),
    ],
)
def test_possible_counts_by_example(low: str, high: str, base: int, possible: range) -> None:
    assert possible_counts(Decimal(low), Decimal(high), base) == possible


@pytest.mark.parametrize(
    ("percent", "off"), [("7", "0.5"), ("0", "0.5"), ("100", "0.5"), ("14.0", "0.05"), ("0.25", "0.005")]
)
def test_a_printed_share_is_off_by_half_of_its_last_decimal(percent: str, off: str) -> None:
    assert rounding(Decimal(percent)) == Decimal(off)


@settings(deadline=None, max_examples=300)
@given(base=st.integers(1, 4000), percent=PERCENTS, now_base=st.integers(1, 4000), data=st.data())
def test_no_possible_count_is_nearer_to_the_other_share(
    base: int, percent: Decimal, now_base: int, data: st.DataObject
) -> None:
    share = data.draw(st.integers(0, now_base)) / now_base
    possible = behind(percent, base)
    chosen = least_favourable(possible, base, share)

    assert chosen in possible
    assert abs(chosen - share * base) <= min(abs(count - share * base) for count in possible) + 1e-9


@settings(deadline=None, max_examples=300)
@given(
    base=st.integers(1, 4000),
    percent=PERCENTS,
    now_base=st.integers(1, 4000),
    dispersion=st.builds(Dispersion, st.floats(1, 4, exclude_min=True)),
    data=st.data(),
)
def test_where_the_least_favourable_count_is_clear_every_possible_one_is(
    base: int, percent: Decimal, now_base: int, dispersion: Dispersion, data: st.DataObject
) -> None:
    now = data.draw(st.integers(0, now_base))
    possible = behind(percent, base)
    chosen = least_favourable(possible, base, now / now_base)

    p_values = {count: shares_p_value(now, now_base, count, base, dispersion) for count in possible}
    assert p_values[chosen] > LEVEL or max(p_values.values()) == p_values[chosen]
