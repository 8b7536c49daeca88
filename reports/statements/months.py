"""The months of a summary: each beside the same a year before, and which are the highest and the lowest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.analysis.form_changes import comparable
from reports.analysis.hidden import HIDDEN, Hidden
from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.analysis.tally import MonthTally
from reports.inference.control_limits import control_limits
from reports.inference.dispersion import Dispersion
from reports.inference.holm import LEVEL
from reports.inference.rates import rates_p_value
from reports.statements.counts import FEW
from reports.statements.seasons import at_one_level

FEW_MONTHS = 3
"""Highest and lowest months are named among this many or more."""

MOST_ALIKE = 2
"""Where more months than this are equal none is named, and at most this many follow the highest."""


@dataclass(frozen=True)
class MonthStatement:
    """One month (`2016-07`) beside the same a year before, None where nothing is known of it.

    ``whole`` tells whether it is over and the register was in use on all its days. ``highlighted`` is also None
    where it was not asked, and a year before where it was asked differently; and both where it is hidden.
    """

    name: str
    total: int
    whole: bool
    highlighted: int | None
    total_before: int | None
    highlighted_before: int | None
    hidden: bool = False
    hides_before: bool = False

    @property
    def counts(self) -> tuple[int | Hidden | None, ...]:
        """Its figures in the order of tables: those of now, then those of the year before."""
        now = HIDDEN if self.hidden else self.highlighted
        return self.total, now, self.total_before, HIDDEN if self.hides_before else self.highlighted_before


@dataclass(frozen=True)
class ExtremesStatement:
    """The months (`2016-07`) with most and fewest, none named where too many are equal.

    ``followers`` rank next after a single highest month, and are above the mean. ``beyond_chance`` tells that some
    month differs clearly from the others taken together, corrected for the number of months.
    """

    counts: Mapping[str, int]
    most: tuple[str, ...]
    fewest: tuple[str, ...]
    followers: tuple[str, ...]
    beyond_chance: bool


def month_statements(summary: Summary) -> Iterator[MonthStatement]:
    """Give the months reported, from the first record on."""
    for name in filter(summary.known, summary.months):
        here, then = Period.named(name), Period.named(name).a_year_before
        month = summary.months[name]
        before = summary.months_before.get(then.name) if summary.known(then.name) else None
        alike = all(comparable(q, then.days, here.days) for q in summary.highlighted_questions)
        yield MonthStatement(
            name=name,
            total=month.total,
            whole=_is_over(summary, name) and summary.whole(name),
            highlighted=_highlighted(summary, here, month),
            total_before=None if before is None else before.total,
            highlighted_before=None if before is None or not alike else _highlighted(summary, then, before),
            hidden=name in summary.hidden_months,
            hides_before=then.name in summary.hidden_months,
        )


def extremes(
    summary: Summary, counts: Mapping[str, int], dispersion: Dispersion, effects: Mapping[int, float]
) -> ExtremesStatement | None:
    """Return the highest and lowest of the whole months; None for a month, and where they are too few.

    ``effects`` tell how busy each month of the year usually is, and may be empty.
    """
    whole = {name: count for name, count in counts.items() if _is_over(summary, name) and summary.whole(name)}
    if summary.period.kind == "month" or len(whole) < FEW_MONTHS or sum(whole.values()) < FEW:
        return None
    most = _alike(whole, max(whole.values()))
    return ExtremesStatement(
        counts=whole,
        most=most,
        fewest=_alike(whole, min(whole.values())),
        followers=_followers(whole) if len(most) == 1 else (),
        beyond_chance=_beyond_chance(whole, dispersion, effects),
    )


def _highlighted(summary: Summary, period: Period, month: MonthTally) -> int | None:
    """Return a month's highlighted calls; None where it was not asked though there were any, and where hidden."""
    asked = (month.asked or not month.total) and summary.highlights(period.days)
    return month.highlighted if asked and period.name not in summary.hidden_months else None


def _is_over(summary: Summary, month: str) -> bool:
    return Period.named(month).after <= summary.now.days.after


def _alike(counts: Mapping[str, int], count: int) -> tuple[str, ...]:
    alike = tuple(month for month, n in counts.items() if n == count)
    return alike if len(alike) <= MOST_ALIKE else ()


def _followers(counts: Mapping[str, int]) -> tuple[str, ...]:
    mean = sum(counts.values()) / len(counts)
    ranked = sorted(counts, key=lambda month: -counts[month])
    for n in range(MOST_ALIKE, 0, -1):
        # The lowest month is never above the mean, so there is always one more.
        if counts[ranked[n]] > mean and counts[ranked[n]] > counts[ranked[n + 1]]:
            return tuple(ranked[1 : 1 + n])
    return ()


def _beyond_chance(counts: Mapping[str, int], dispersion: Dispersion, effects: Mapping[int, float]) -> bool:
    """Tell whether a month is outside its limits where seasons are known, or else differs from the others."""
    days = {month: Period.named(month).days.count for month in counts}
    if effects:
        parts = {month: days[month] * effects[int(month[-2:])] for month in counts}
        expected = at_one_level(counts, parts)
        limits = {month: control_limits(mean, dispersion.value) for month, mean in expected.items()}
        return any(not limits[month][0] <= count <= limits[month][1] for month, count in counts.items())
    calls, length = sum(counts.values()), sum(days.values())
    return any(
        rates_p_value(count, days[month], calls - count, length - days[month], dispersion) * len(counts) < LEVEL
        for month, count in counts.items()
    )
