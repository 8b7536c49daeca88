"""The title of a summary: its main finding in one sentence, and its highest and lowest months."""

from reports.statements.months import ExtremesStatement
from reports.words.wording import Wording


def title(words: Wording) -> str:
    """Say in one sentence how many calls came, and how that compares with the year before."""
    total, number, text = words.statements.total, words.language.number, words.language.text
    facts = {
        "calls": words.calls(total.count),
        "many": words.many,
        "now": number(total.count),
        "before": number(total.before or 0),
        "when": words.when,
        "then": words.by_then,
        "last_year": words.last_year,
    }
    match total.change.verdict:
        case "more":
            return text("Clearly more {many} {when}: {now}, against {before} {then}", **facts)
        case "fewer":
            return text("Clearly fewer {many} {when}: {now}, against {before} {then}", **facts)
        case "about":
            return text("About the same as {then}: {calls} {when}, against {before}", **facts)
        case "no_base" if total.count:
            return text("{calls} {when} – no figures from {last_year} to compare with", **facts)
    return text("No {many} {when}", **facts)


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
