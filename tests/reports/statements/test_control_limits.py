import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from reports.analysis.period import Period
from reports.statements.control_limits import RARE, limits, run
from tests.reports.summaries import months, summary

MEANS = st.floats(0.001, 20_000)
TWO_YEARS = [*Period.named("2024").months[10:], *Period.named("2025").months, *Period.named("2026").months[:10]]


@given(mean=MEANS)
def test_the_limits_are_those_of_a_poisson_count(mean: float) -> None:
    least, most = limits(mean)

    assert poisson.cdf(least, mean) >= RARE * (1 - 1e-6)
    assert least == 0 or poisson.cdf(least - 1, mean) < RARE * (1 + 1e-6)
    assert poisson.sf(most - 1, mean) >= RARE * (1 - 1e-6)
    assert poisson.sf(most, mean) < RARE * (1 + 1e-6)


@pytest.mark.parametrize(
    ("mean", "expected"), [(0, (0, 0)), (0.5, (0, 4)), (2.5, (0, 8)), (75, (50, 102)), (899, (810, 990))]
)
def test_the_limits_by_example(mean: float, expected: tuple[int, int]) -> None:
    assert limits(mean) == expected


def test_only_months_that_leave_the_limits_are_outside() -> None:
    calls = [(month, 75) for month in TWO_YEARS]
    calls[4], calls[9], calls[14], calls[19] = (
        (TWO_YEARS[place], total) for place, total in ((4, 110), (9, 40), (14, 98), (19, 54))
    )

    told = run(summary("2026-10", months(*calls)))

    assert [month.name for month in told] == TWO_YEARS
    assert [month.total for month in told if month.outside] == [110, 40]


def test_a_short_month_has_lower_limits() -> None:
    told = {month.name: month.usual for month in run(summary("2026-10", months(*[(m, 300) for m in TWO_YEARS])))}

    january, february = told["2026-01"], told["2026-02"]
    assert january
    assert february
    assert february[0] < january[0]
    assert february[1] < january[1]


def test_a_run_begins_with_the_first_record_and_says_what_is_usual_from_twelve_months_on() -> None:
    few = run(summary("2026-10", months(*[(m, 75) for m in TWO_YEARS[-11:]])))
    enough = run(summary("2026-10", months(*[(m, 75) for m in TWO_YEARS[-12:]])))

    assert (len(few), len(enough)) == (11, 12)
    assert [month.usual for month in few] == [None] * 11
    assert all(month.usual for month in enough)


def test_a_running_month_and_its_like_a_year_before_are_not_whole() -> None:
    every = [*TWO_YEARS, "2026-11"]

    told = run(summary("2026-11", months(*[(month, 75) for month in every])))

    assert [month.name for month in told if not month.whole] == ["2025-11", "2026-11"]


def test_without_calls_nothing_is_outside() -> None:
    assert [
        month for month in run(summary("2026-10", months(*[(m, 0) for m in TWO_YEARS]))) if month.outside
    ] == []
