"""The takeaway of a summary in one sentence, and the months that stand out."""

from collections.abc import Callable, Iterable

from reports.comparison import CLEAR, chance
from reports.period import Period
from reports.summary import Summary
from reports.wording import Wording

FEW_MONTHS = 3
"""Highest and lowest are told of this many months or more."""


def title(words: Wording) -> str:
    """Say in one sentence how many calls came, and how that stands to the year before."""
    now, before = words.summary.now, words.summary.before
    number, text = words.language.number, words.language.text
    facts = {
        "calls": words.calls(now.total),
        "many": words.many,
        "now": number(now.total),
        "before": number(before.total) if before and before.total is not None else "",
        "when": words.when,
        "then": words.by_then,
        "last_year": words.last_year,
    }
    match words.summary.period_counts.total.verdict:
        case "more":
            return text("Clearly more {many} {when}: {now}, against {before} {then}", **facts)
        case "fewer":
            return text("Clearly fewer {many} {when}: {now}, against {before} {then}", **facts)
        case "about":
            return text("About the same as {then}: {calls} {when}, against {before}", **facts)
        case "no_base" if now.total:
            return text("{calls} {when} – no figures from {last_year} to compare with", **facts)
    return text("No {many} {when}", **facts)


def peaks(words: Wording) -> str:
    """Name the months with most and fewest calls, and whether they stand out; empty where that says nothing.

    A month that is still running is left out.
    """
    months = _whole_months(words.summary)
    if words.summary.period.kind == "month" or len(months) < FEW_MONTHS or not any(months.values()):
        return ""
    most, fewest = _named(words, months, max), _named(words, months, min)
    if not most or not fewest:
        return ""
    text = words.language.text
    if _stand_out(months):
        return text("Most {most}, fewest {fewest} – more than the usual swing", most=most, fewest=fewest)
    return text("Most {most}, fewest {fewest} – within the usual swing", most=most, fewest=fewest)


def _whole_months(summary: Summary) -> dict[str, int]:
    return {
        month: counted.total
        for month, counted in summary.course.items()
        if Period.named(month).after <= summary.now.days.after
    }


def _named(words: Wording, months: dict[str, int], extreme: Callable[[Iterable[int]], int]) -> str:
    """Say `i juli (98)`; empty where more than two months are alike."""
    count = extreme(months.values())
    alike = [words.language.month(month, year=False) for month, calls in months.items() if calls == count]
    if len(alike) > 2:  # noqa: PLR2004 - three names are no takeaway
        return ""
    return words.language.text(
        "in {months} ({count})", months=words.language.listed(alike), count=words.language.number(count)
    )


def _stand_out(months: dict[str, int]) -> bool:
    """Tell whether any month differs from the others taken together, though it was picked among so many."""
    calls, days = sum(months.values()), {month: Period.named(month).days.count for month in months}
    return any(
        chance(count, days[month], calls - count, sum(days.values()) - days[month]) * len(months) < CLEAR
        for month, count in months.items()
    )
