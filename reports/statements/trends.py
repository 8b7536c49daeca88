"""Trends over years: whether a share or a total has risen or fallen through three whole years or more."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.analysis.baseline import EarlierFigure, counted_figure
from reports.analysis.form_changes import comparable
from reports.analysis.period import Period
from reports.analysis.summary import EarlierYear, Summary
from reports.analysis.tally import SMALL_BASE
from reports.inference.dispersion import Dispersion
from reports.inference.printed import least_favourable
from reports.inference.trends import rates_trend, shares_trend
from reports.statements.registration import coverage_moved, unknown_moved
from storage.forms.question import Option, Question

FEWEST = 3
"""A trend has at least so many values."""


@dataclass(frozen=True)
class YearValue:
    """One year's figure."""

    year: Period
    figure: EarlierFigure


@dataclass(frozen=True)
class YearTotal:
    """One year's total."""

    year: Period
    total: int


@dataclass(frozen=True)
class TrendStatement:
    """A clear trend of a share, told by its steps, the oldest year first.

    ``steadily`` tells that every step goes the same way.
    """

    values: Sequence[YearValue]
    rises: bool
    steadily: bool


@dataclass(frozen=True)
class TotalTrendStatement:
    """A clear trend of the total, told by its steps, the oldest year first."""

    values: Sequence[YearTotal]
    rises: bool
    steadily: bool


def comparable_years(summary: Summary, question: Question) -> list[EarlierYear]:
    """Return the years before a closed one as far back as a question's answers can be compared, the latest first.

    A year that is not known, another question, and a part not known that has moved end them.
    """
    told = summary.now.questions[question.key]
    if summary.running or not summary.use.covers(summary.now.days) or told.base < SMALL_BASE:
        return []
    unknown = question.not_known
    years, after = list[EarlierYear](), summary.period
    later = counted_figure(unknown, told) if unknown else None
    for year in reversed(summary.years):
        earlier = year.figures.figure(question.key, unknown.key) if unknown else None
        if year.period != after.earlier or not comparable(question, year.period.days, summary.now.days):
            break
        if unknown and unknown_moved(later, earlier, summary.dispersions.of(question.key, unknown.key)):
            break
        years.append(year)
        later, after = earlier, year.period
    return years


def share_values(
    summary: Summary, question: Question, option: Option, years: Sequence[EarlierYear]
) -> list[YearValue]:
    """Return an answer's figures of the comparable ``years`` up to the period's, the oldest first.

    What cannot be tested ends the series.
    """
    values = [YearValue(summary.period, counted_figure(option, summary.now.questions[question.key]))]
    for year in years:
        figure = year.figures.figure(question.key, option.key)
        if figure is None or figure.possible is None or (figure.base or 0) < SMALL_BASE:
            break
        values.insert(0, YearValue(year.period, figure))
    return values


def total_values(summary: Summary) -> list[YearTotal]:
    """Return the totals of the years up to a closed one, as far back as they can be compared.

    What is not known, and a part registered that has moved, end the series.
    """
    if summary.running or not summary.use.covers(summary.now.days):
        return []
    values, coverage = [YearTotal(summary.period, summary.now.total)], summary.coverage
    for year in reversed(summary.years):
        if year.figures.total is None or year.period != values[0].year.earlier:
            break
        if coverage_moved(coverage, year.coverage):
            break
        values.insert(0, YearTotal(year.period, year.figures.total))
        coverage = year.coverage
    return values


def share_trend_p_value(values: Sequence[YearValue], dispersion: Dispersion) -> float | None:
    """Return a trend's p-value; None where there are too few values.

    Of the counts that may stand behind a printed share, the one nearest to the share of all years is taken.
    """
    if len(values) < FEWEST:
        return None
    bases = [value.figure.base or 0 for value in values]
    shares = [value.figure.share or 0 for value in values]
    together = sum(share * base for share, base in zip(shares, bases, strict=True)) / sum(bases)
    counts = [
        least_favourable(value.figure.possible or range(1), base, together)
        for value, base in zip(values, bases, strict=True)
    ]
    return shares_trend(counts, bases, dispersion)


def total_trend_p_value(values: Sequence[YearTotal], dispersion: Dispersion) -> float | None:
    """Return a trend's p-value; None where there are too few values, or no calls."""
    if len(values) < FEWEST or not any(value.total for value in values):
        return None
    return rates_trend([value.total for value in values], [value.year.days.count for value in values], dispersion)


def share_trend(values: Sequence[YearValue]) -> TrendStatement | None:
    """Return the trend of an answer; None where its last step goes the other way."""
    rises = _rises([value.figure.share or 0 for value in values])
    if rises is None:
        return None
    return TrendStatement(values, rises, _is_steady([_printed(value.figure) for value in values], rises=rises))


def total_trend(values: Sequence[YearTotal]) -> TotalTrendStatement | None:
    """Return the trend of the total; None where its last step goes the other way."""
    totals = [value.total for value in values]
    rises = _rises(totals)
    return None if rises is None else TotalTrendStatement(values, rises, _is_steady(totals, rises=rises))


def _printed(figure: EarlierFigure) -> float:
    """Return a share in per cent as a reader sees it."""
    return float(figure.percent) if figure.percent is not None else float(round((figure.share or 0) * 100))


def _rises(values: Sequence[float]) -> bool | None:
    """Tell whether values rise; None where their slope, last step, and first and last do not agree."""
    middle = (len(values) - 1) / 2
    slope = sum((place - middle) * value for place, value in enumerate(values))
    changes = (slope, values[-1] - values[-2], values[-1] - values[0])
    if all(change > 0 for change in changes):
        return True
    return False if all(change < 0 for change in changes) else None


def _is_steady(values: Sequence[float], *, rises: bool) -> bool:
    """Tell whether every step goes the same way."""
    return all((later > earlier) if rises else (later < earlier) for earlier, later in pairwise(values))
