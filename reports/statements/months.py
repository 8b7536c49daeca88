"""The months of a summary: each beside the same a year before, and which are the highest and the lowest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.analysis.form_changes import comparable
from reports.analysis.period import Period
from reports.analysis.significance import CLEAR, p_value
from reports.analysis.summary import Summary

FEW_MONTHS = 3
"""Highest and lowest are told of this many months or more."""

MOST_ALIKE = 2
"""Of more months alike than this none is named; and no more than this are named behind the highest."""


@dataclass(frozen=True)
class MonthStatement:
    """One month (`2016-07`) beside the same a year before, None where nothing is known of it.

    ``highlighted`` is None too where that was not asked, a year before also where it was asked otherwise.
    """

    name: str
    total: int
    highlighted: int | None
    total_before: int | None
    highlighted_before: int | None


@dataclass(frozen=True)
class ExtremesStatement:
    """The months (`2016-07`) with most and fewest, none named where too many are alike.

    ``followers`` come next to a single highest month, and are above the mean. ``beyond_chance`` tells that some
    month differs from the others taken together, though it was picked among so many.
    """

    counts: Mapping[str, int]
    most: tuple[str, ...]
    fewest: tuple[str, ...]
    followers: tuple[str, ...]
    beyond_chance: bool


def month_statements(summary: Summary) -> Iterator[MonthStatement]:
    """Give the months told of since the first record, in order."""
    for name, month in summary.months_known.items():
        then, before = Period.named(name).a_year_before, summary.months_before[name]
        known = summary.since is not None and summary.since <= then.name
        alike = known and all(
            comparable(question, then.days, Period.named(name).days) for question in summary.highlighted_questions
        )
        yield MonthStatement(
            name=name,
            total=month.total,
            highlighted=month.highlighted if summary.highlights(Period.named(name).days) else None,
            total_before=before.total if known else None,
            highlighted_before=before.highlighted if alike and summary.highlights(then.days) else None,
        )


def extremes(summary: Summary, counts: Mapping[str, int]) -> ExtremesStatement | None:
    """Find the highest and the lowest of the months that are over; None of a month, and of too few of them."""
    whole = {name: count for name, count in counts.items() if Period.named(name).after <= summary.now.days.after}
    if summary.period.kind == "month" or len(whole) < FEW_MONTHS or not any(whole.values()):
        return None
    most = _alike(whole, max(whole.values()))
    return ExtremesStatement(
        counts=whole,
        most=most,
        fewest=_alike(whole, min(whole.values())),
        followers=_followers(whole) if len(most) == 1 else (),
        beyond_chance=_beyond_chance(whole),
    )


def _alike(counts: Mapping[str, int], count: int) -> tuple[str, ...]:
    alike = tuple(month for month, n in counts.items() if n == count)
    return alike if len(alike) <= MOST_ALIKE else ()


def _followers(counts: Mapping[str, int]) -> tuple[str, ...]:
    mean = sum(counts.values()) / len(counts)
    ranked = sorted(counts, key=lambda month: -counts[month])
    for n in range(MOST_ALIKE, 0, -1):
        # The lowest of all is never above the mean, so there is one behind.
        if counts[ranked[n]] > mean and counts[ranked[n]] > counts[ranked[n + 1]]:
            return tuple(ranked[1 : 1 + n])
    return ()


def _beyond_chance(counts: Mapping[str, int]) -> bool:
    calls, days = sum(counts.values()), {month: Period.named(month).days.count for month in counts}
    return any(
        p_value(count, days[month], calls - count, sum(days.values()) - days[month]) * len(counts) < CLEAR
        for month, count in counts.items()
    )
