"""Dispersion: how much more monthly counts swing than single calls would, since calls come in bunches."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

WEIGHT = 12
"""The assumption weighs as much as so many degrees of freedom."""

ASSUMED = 1.5
"""The dispersion where nothing is known of a register's months."""

FEWEST, MOST = 24, 60
"""The whole months that it is worked out from; of fewer nothing is known."""

PRECISION, ROUNDS = 1e-6, 200


@dataclass(frozen=True)
class MonthCount:
    """One month's ``count`` of so many days, or of the calls that could have been counted: its ``exposure``."""

    year: int
    month: int
    count: int
    exposure: int


@dataclass(frozen=True)
class Residuals:
    """Pearson's X² of a fit, and its degrees of freedom."""

    chi_square: float
    freedom: int


@dataclass(frozen=True)
class Dispersion:
    """How many times the variance of single calls the counts have, and the degrees of freedom that is known by.

    What is assumed has no error of estimation, so its freedom is infinite.
    """

    value: float = ASSUMED
    freedom: float = math.inf


ALONE = Dispersion(1.0)
"""Every call for itself."""


def dispersion(residuals: Residuals) -> Dispersion:
    """Return D = max(1, (X² + 12 · 1.5) / (ν + 12)): X²/ν, drawn towards 1.5 where there is little to go by.

    X²/ν is the moment estimate (McCullagh and Nelder 1989, 4.5 and 6.2.3); the prior weight is ours, and counts
    among the degrees of freedom.
    """
    freedom = residuals.freedom + WEIGHT
    return Dispersion(max(1.0, (residuals.chi_square + WEIGHT * ASSUMED) / freedom), freedom)


def rate_residuals(months: Sequence[MonthCount]) -> Residuals:
    """Fit counts = days · year · month of the year (log-linear Poisson), and return what is left.

    Fitted by scaling to the margins in turn (Deming and Stephan 1940), which gives the maximum likelihood (Darroch
    and Ratcliff 1972). Years and months of the year without a count fit of themselves and are left out.
    """
    told = _informative(months, lambda cells: sum(cell.count for cell in cells) > 0)
    fitted = _scaled(told, [[float(cell.exposure) for cell in told]], [[cell.count for cell in told]])
    return Residuals(_chi_square([cell.count for cell in told], fitted[0]), _freedom(told))


def share_residuals(months: Sequence[MonthCount]) -> Residuals:
    """Fit logit(count / exposure) = year + month of the year (binomial), and return what is left.

    As `rate_residuals`, for those counted and the others at once, each month's exposure held. Of an answer that
    fewer than one in a month gives, the estimate may be some tenths too low.
    """
    told = _informative(
        months, lambda cells: 0 < sum(cell.count for cell in cells) < sum(cell.exposure for cell in cells)
    )
    ones, others = [cell.count for cell in told], [cell.exposure - cell.count for cell in told]
    start = [[cell.exposure / 2 for cell in told] for _ in range(2)]
    fitted = _scaled(told, start, [ones, others], exposed=True)
    return Residuals(_chi_square(ones, fitted[0]) + _chi_square(others, fitted[1]), _freedom(told))


def _informative(months: Iterable[MonthCount], varies: Callable[[list[MonthCount]], bool]) -> list[MonthCount]:
    """Leave out years and months of the year in which nothing can be left over."""
    told, before = [cell for cell in months if cell.exposure], -1
    while len(told) != before:
        before = len(told)
        for key in (_year, _month):
            kept = {value for value in map(key, told) if varies([cell for cell in told if key(cell) == value])}
            told = [cell for cell in told if key(cell) in kept]
    return told


def _year(cell: MonthCount) -> int:
    return cell.year


def _month(cell: MonthCount) -> int:
    return cell.month


def _scaled(
    cells: Sequence[MonthCount], fitted: list[list[float]], counts: list[list[int]], *, exposed: bool = False
) -> list[list[float]]:
    """Scale the layers until each fits its counts by year and by month of the year, and ``exposed`` months too."""
    groups = [
        [place for place, cell in enumerate(cells) if key(cell) == value]
        for key in (_year, _month)
        for value in dict.fromkeys(map(key, cells))
    ]
    wanted = [[sum(layer[place] for place in group) for group in groups] for layer in counts]
    for _ in range(ROUNDS):
        off = 0.0
        for layer, sums in zip(fitted, wanted, strict=True):
            for group, total in zip(groups, sums, strict=True):
                factor = total / sum(layer[place] for place in group)
                off = max(off, abs(factor - 1))
                for place in group:
                    layer[place] *= factor
        for place, cell in enumerate(cells) if exposed else ():
            factor = cell.exposure / sum(layer[place] for layer in fitted)
            for layer in fitted:
                layer[place] *= factor
        if off < PRECISION:
            break
    return fitted


def _chi_square(counts: Sequence[int], fitted: Sequence[float]) -> float:
    return sum((count - mean) ** 2 / mean for count, mean in zip(counts, fitted, strict=True) if mean)


def _freedom(cells: Sequence[MonthCount]) -> int:
    """Return how many of the cells are free: years that share no month of the year are fitted apart."""
    parts: list[set[tuple[str, int]]] = []
    for cell in cells:
        joined = {("year", cell.year), ("month", cell.month)}
        apart = [part for part in parts if not part & joined]
        parts = [*apart, joined.union(*(part for part in parts if part & joined))]
    return len(cells) - len(set(map(_year, cells))) - len(set(map(_month, cells))) + len(parts)


def month_effects(months: Sequence[MonthCount]) -> dict[int, float]:
    """Return how many times as busy each month of the year is as the mean day, by the fit of `rate_residuals`.

    Levels that differ from year to year do not count as seasons. A month of the year without a count has 0.
    """
    years = dict.fromkeys((cell.year for cell in months), 1.0)
    effects = dict.fromkeys((cell.month for cell in months), 1.0)
    for _ in range(ROUNDS):
        before = dict(effects)
        for year in years:
            mine = [cell for cell in months if cell.year == year]
            expected = sum(cell.exposure * effects[cell.month] for cell in mine)
            years[year] = sum(cell.count for cell in mine) / expected if expected else 0.0
        for month in effects:
            mine = [cell for cell in months if cell.month == month]
            expected = sum(cell.exposure * years[cell.year] for cell in mine)
            effects[month] = sum(cell.count for cell in mine) / expected if expected else 0.0
        if all(abs(effects[month] - before[month]) <= PRECISION * effects[month] for month in effects):
            break
    mean = sum(effects.values()) / max(1, len(effects))
    return {month: effect / mean if mean else 1.0 for month, effect in effects.items()}
