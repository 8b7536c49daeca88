from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM

from reports.inference.dispersion import MonthCount, month_effects
from tests.reports.inference.month_counts import ANY_SPEED, design, rates, sparse_rates

# Months that are fitted perfectly are a warning there; here they are a fit like any other.
pytestmark = pytest.mark.filterwarnings("ignore::statsmodels.tools.sm_exceptions.PerfectSeparationWarning")


@settings(ANY_SPEED, max_examples=60)
@given(months=rates() | sparse_rates())
def test_a_month_of_the_year_is_so_many_times_as_busy_as_a_poisson_model_makes_it(
    months: list[MonthCount],
) -> None:
    effects = month_effects(months)

    counts, days = [cell.count for cell in months], [cell.exposure for cell in months]
    fit = GLM(counts, design(months), family=Poisson(), offset=np.log(days)).fit(tol=1e-10)
    places = sorted({cell.month for cell in months})
    times = np.exp([0.0, *fit.params[-(len(places) - 1) :]])
    assert effects == pytest.approx(dict(zip(places, times / times.mean(), strict=True)), rel=1e-4, abs=1e-6)


def test_a_jump_of_level_between_years_is_no_season() -> None:
    first = [MonthCount(2023, month, 40, 30) for month in range(3, 13)]
    then = [MonthCount(year, month, 240, 30) for year in (2024, 2025, 2026) for month in range(1, 13)]

    assert month_effects([*first, *then]) == pytest.approx(dict.fromkeys(range(1, 13), 1.0))


def test_a_season_is_found_across_a_jump_of_level() -> None:
    levels = {2023: 40, 2024: 240, 2025: 240}
    months = [
        MonthCount(year, month, level * (2 if month == 7 else 1), 30)
        for year, level in levels.items()
        for month in range(1, 13)
    ]

    effects = month_effects(months)

    assert effects[7] / effects[8] == pytest.approx(2)
    assert sum(effects.values()) == pytest.approx(12)


@pytest.mark.parametrize(
    ("counts", "effects"),
    [({1: 0, 2: 60, 3: 30}, {1: 0, 2: 2, 3: 1}), ({1: 0, 2: 0}, {1: 1, 2: 1}), ({}, {})],
)
def test_a_month_of_the_year_without_a_count_has_none_and_without_any_all_are_alike(
    counts: Mapping[int, int], effects: Mapping[int, float]
) -> None:
    months = [MonthCount(year, month, count, 30) for year in (2024, 2025) for month, count in counts.items()]

    assert month_effects(months) == pytest.approx(effects)
