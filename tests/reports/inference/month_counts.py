"""Months of any register, and the columns of the model that fits a level to each year and month of the year."""

from calendar import monthrange
from collections.abc import Sequence

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from reports.inference.dispersion import MonthCount

RUNS = st.sampled_from([(1, 24), (1, 60), (3, 37), (6, 24), (8, 53)])
"""The month of 2020 that a register begins in, and its months: whole years, and unbalanced ones."""

ANY_SPEED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

LEVELS = st.sampled_from([4, 75, 4000, 1_000_000])


@st.composite
def places(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Draw the years and months of a register: 2021 is whole, the others may have gaps."""
    first, times = draw(RUNS)
    every = [(2020 + place // 12, place % 12 + 1) for place in range(first - 1, first - 1 + times)]
    gaps = draw(st.sets(st.sampled_from([place for place in every if place[0] != 2021]), max_size=8))
    return [place for place in every if place not in gaps]


@st.composite
def rates(draw: st.DrawFn) -> list[MonthCount]:
    """Draw monthly counts of days."""
    level = draw(LEVELS)
    counts = st.integers(level // 3, 2 * level)
    return [MonthCount(*place, draw(counts), monthrange(*place)[1]) for place in draw(places())]


@st.composite
def sparse_rates(draw: st.DrawFn) -> list[MonthCount]:
    """Draw mostly empty months; no year and no month of the year is all empty."""
    years = draw(st.integers(2, 5))
    every = [(year, month) for year in range(years) for month in range(12)]
    counts = {(year, month): draw(st.integers(0, 2)) + (month % years == year) for year, month in every}
    return [MonthCount(2020 + y, m + 1, count, monthrange(2020 + y, m + 1)[1]) for (y, m), count in counts.items()]


def design(months: Sequence[MonthCount]) -> np.ndarray:
    """Return a column for each year and, but for the first, each month of the year."""
    years = sorted({cell.year for cell in months})
    places = sorted({cell.month for cell in months})[1:]
    rows = [[cell.year == year for year in years] + [cell.month == place for place in places] for cell in months]
    return np.array(rows, dtype=float)
