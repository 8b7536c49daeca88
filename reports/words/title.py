"""The title of a summary: its main finding in one sentence, and its highest and lowest months."""

from collections.abc import Mapping

from reports.statements.comparisons import Verdict
from reports.statements.months import ExtremesStatement
from reports.words.language import upper_first
from reports.words.story import changes_to
from reports.words.wording import Wording
from storage.fault import N_

TITLES: Mapping[Verdict, str] = {
    "more": N_("Clearly more {many} {when}: {now}, against {before} {then}"),
    "fewer": N_("Clearly fewer {many} {when}: {now}, against {before} {then}"),
}
QUIET: Mapping[Verdict, str] = {
    "about": N_("About the same as {then}: {calls} {when}, against {before}"),
    "unclear": N_("{calls} {when} – no clear change from {before} {then}"),
    "registration": N_("{calls} {when}, against {before} {then} – registered differently"),
    "none": N_("{calls} {when} – no figures from {last_year} to compare with"),
}
STORIES: Mapping[Verdict, str] = {
    "about": N_("{changes}; in all about the same as {then}: {calls}"),
    "unclear": N_("{changes}; in all {calls}, no clear change from {before} {then}"),
    "registration": N_("{changes}; in all {calls}, registered differently than {then}"),
    "none": N_("{changes}; in all {calls}"),
}


MOST_IN_TITLE = 2
"""So many clear changes of shares are named in a title."""


def title(words: Wording) -> str:
    """Say in one sentence what has clearly changed, and how many calls came beside the year before."""
    total, facts, text = words.statements.total, total_facts(words), words.language.text
    if not total.count:
        return text("No {many} are registered {when}", **facts)
    if total.before is None and words.summary.interrupted and not words.statements.story:
        return text("{calls} {when} – not compared, the register was not in use all the time", **facts)
    if total.few or (total.verdict == "none" and words.summary.before and not words.statements.story):
        return text("{calls} {when}", **facts)
    if total.verdict in TITLES:
        return text(TITLES[total.verdict], **facts)
    if said := changes_to(words, MOST_IN_TITLE):
        return upper_first(text(STORIES[total.verdict], changes=", ".join(said), **facts))
    return text(QUIET[total.verdict], **facts)


def total_facts(words: Wording) -> Mapping[str, str]:
    """Return what the messages about the total have places for."""
    total, number = words.statements.total, words.language.number
    return {
        "calls": words.calls(total.count),
        "many": words.many,
        "now": number(total.count),
        "before": number(total.before or 0),
        "when": words.when,
        "then": words.by_then,
        "last_year": words.last_year,
    }


def highest_and_lowest(words: Wording) -> str:
    """Name the months with most and fewest calls, and whether they stand out; empty where that says nothing."""
    told = words.statements.extremes
    if not told or not told.most or not told.fewest:
        return ""
    text, most, fewest = words.language.text, *(months_named(words, told, m) for m in (told.most, told.fewest))
    if told.beyond_chance:
        return text("Most {most}, fewest {fewest} – more than the usual swing", most=most, fewest=fewest)
    return text("Most {most}, fewest {fewest} – within the usual swing", most=most, fewest=fewest)


def months_named(words: Wording, told: ExtremesStatement, months: tuple[str, ...]) -> str:
    """Say `i juli (98)`, of two that are alike `i februar og august (7 hver)`."""
    language = words.language
    names = language.listed([language.month(month, year=False) for month in months])
    n = language.number(told.counts[months[0]])
    count = language.text("{n} each", n=n) if len(months) > 1 else n
    return language.text("in {months} ({count})", months=names, count=count)
