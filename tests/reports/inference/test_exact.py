import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.inference.exact import SLACK, Distribution, binomial, hypergeometric

DAYS = st.integers(1, 366)
FEW = st.integers(0, 40)


def rarer(chances: list[Fraction], seen: int) -> float:
    """Add up what is no likelier than what was seen, without any rounding but the one promised."""
    limit = chances[seen] * (1 + Fraction(SLACK))
    return float(sum(chance for chance in chances if chance <= limit) / sum(chances))


@settings(deadline=None)
@given(n=FEW, days=DAYS, others=DAYS, data=st.data())
def test_a_binomial_p_value_is_exact(n: int, days: int, others: int, data: st.DataObject) -> None:
    seen = data.draw(st.integers(0, n))
    found = binomial(n, days / (days + others)).two_sided(seen)

    chances = [Fraction(math.comb(n, k) * days**k * others ** (n - k)) for k in range(n + 1)]
    assert found == pytest.approx(rarer(chances, seen), rel=1e-9)


@settings(deadline=None)
@given(ones=FEW, others=FEW, data=st.data())
def test_a_hypergeometric_p_value_is_exact(ones: int, others: int, data: st.DataObject) -> None:
    drawn = data.draw(st.integers(0, ones + others))
    least, most = max(0, drawn - others), min(drawn, ones)
    seen = data.draw(st.integers(least, most))
    found = hypergeometric(ones, others, drawn).two_sided(seen)

    chances = [Fraction(math.comb(ones, k) * math.comb(others, drawn - k)) for k in range(least, most + 1)]
    assert found == pytest.approx(rarer(chances, seen - least), rel=1e-9)


@pytest.mark.parametrize(
    ("distribution", "seen", "p_value"),
    [
        (binomial(8, 0.5), 0, 2 / 256),
        (binomial(8, 0.5), 1, 18 / 256),
        (binomial(8, 0.5), 4, 1),
        (binomial(3, 0.25), 2, 10 / 64),
        (binomial(0, 0.5), 0, 1),
        (hypergeometric(4, 4, 4), 4, 2 / 70),
        (hypergeometric(4, 4, 4), 3, 34 / 70),
        (hypergeometric(7, 10, 10), 2, 0.05841218),
        (hypergeometric(5, 0, 3), 3, 1),
        (hypergeometric(0, 5, 3), 0, 1),
    ],
)
def test_p_values_by_example(distribution: Distribution, seen: int, p_value: float) -> None:
    assert distribution.two_sided(seen) == pytest.approx(p_value, rel=1e-6)


@pytest.mark.parametrize(
    "distribution",
    [binomial(1, 0.5), binomial(75, 31 / 61), binomial(4000, 1 / 367), hypergeometric(300, 3700, 1900)],
)
def test_the_chances_are_those_of_everything_that_can_happen(distribution: Distribution) -> None:
    logs = [distribution.log_chance(count) for count in range(distribution.least, distribution.most + 1)]

    assert sum(map(math.exp, logs)) == pytest.approx(1, rel=1e-9)
    assert distribution.log_chance(distribution.peak) == pytest.approx(max(logs), abs=SLACK)


@settings(deadline=None)
@given(n=st.integers(1, 4000), days=DAYS, others=DAYS, data=st.data())
def test_the_further_out_the_rarer(n: int, days: int, others: int, data: st.DataObject) -> None:
    distribution = binomial(n, days / (days + others))
    seen = data.draw(st.integers(0, n))
    p_value = distribution.two_sided(seen)

    assert math.exp(distribution.log_chance(seen)) * (1 - 1e-6) <= p_value <= 1
    outwards = seen + 1 if seen > distribution.peak else seen - 1
    if 0 <= outwards <= n and seen != distribution.peak:
        assert distribution.two_sided(outwards) <= p_value


@pytest.mark.parametrize("distribution", [binomial(75, 31 / 61), hypergeometric(30, 40, 50)])
def test_each_count_is_so_many_times_as_likely_as_the_one_before(distribution: Distribution) -> None:
    for count in range(distribution.least, distribution.most):
        times = math.exp(distribution.log_chance(count + 1) - distribution.log_chance(count))

        assert distribution.step(count) == pytest.approx(times, rel=1e-9)


def test_a_million_calls_take_no_million_steps() -> None:
    taken = []

    def counted(function: Callable[[int], float]) -> Callable[[int], float]:
        def count(k: int) -> float:
            taken.append(k)
            return function(k)

        return count

    every = binomial(1_998_000, 366 / 731)
    replace(every, log_chance=counted(every.log_chance), step=counted(every.step)).two_sided(1_000_000)

    assert len(taken) < 15_000
