"""Parsing periods as people write them, in any of the three languages."""

import re
from datetime import date, timedelta

from reports.analysis.period import Days, Kind, NotAPeriod, Period
from reports.analysis.stretch_parser import YEAR, month_names, stretch, year_of
from storage.fault import N_

NOT_REPORTED = N_("A report is about a month, a tertial or a year; /stats shows other periods.")
NAMES: dict[Kind, frozenset[str]] = {
    "month": frozenset({"måned", "måneden", "månad", "månaden", "month"}),
    "quarter": frozenset({"kvartal", "kvartalet", "quarter"}),
    "tertial": frozenset({"tertial", "tertialet"}),
    "year": frozenset({"år", "året", "year"}),
}
THIS = frozenset({"denne", "dette", "this"})
LAST = frozenset({"forrige", "førre", "siste", "last"})
AMBIGUOUS = frozenset(f"siste {name}" for name in NAMES["year"])
"""May mean twelve months."""
PHRASES: dict[str, tuple[Kind, bool]] = {
    "i fjor": ("year", True),
    "i år": ("year", False),
    "hittil i år": ("year", False),
    "så langt i år": ("year", False),
    "so far this year": ("year", False),
    "year to date": ("year", False),
    "året": ("year", False),
    "fjoråret": ("year", True),
}
"""Fixed phrases: the kind of period, and whether the previous one is meant."""
DAYS_AGO = {"i dag": 0, "today": 0, "i går": 1, "yesterday": 1}
FILLERS = re.compile(r"^(?:hele|heile|all of) ")
FIGURES = {
    **dict.fromkeys(("første", "fyrste", "first"), "1."),
    **dict.fromkeys(("andre", "second"), "2."),
    **dict.fromkeys(("tredje", "third"), "3."),
    **dict.fromkeys(("fjerde", "fourth"), "4."),
}
YEARS_AGO = {" i år": 0, " this year": 0, " i fjor": 1, " last year": 1}

NUMBERED: dict[Kind, re.Pattern[str]] = {
    "tertial": re.compile(r"(?:t|tertial )([1-3])(?: (\d{4}))?|([1-3])\.? ?tertial(?: (\d{4}))?", re.ASCII),
    "quarter": re.compile(
        r"(?:q|k|kvartal |quarter )([1-4])(?: (\d{4}))?"
        r"|([1-4])(?:\.|st|nd|rd|th)? ?(?:kvartal|quarter)(?: (\d{4}))?",
        re.ASCII,
    ),
}
MONTH_BY_NUMBER = re.compile(r"(?P<month>\d{1,2})[./](?P<year>\d{4})|(?P<y>\d{4})/(?P<m>\d{1,2})", re.ASCII)


class UnknownPeriod(NotAPeriod):
    """A text is none of the ways to write a period."""


def parse_period(text: str, *, today: date) -> Period:
    """Return the period that ``text`` means, in upper or lower case; an empty text means the running month.

    Raises `NotAPeriod`, whose sentence lists what can be written, or says that the period has not begun. It does
    not repeat the text.
    """
    period = _parsed(_plain(" ".join(text.casefold().split()), today), today)
    if period.first > today:
        raise NotAPeriod(N_("That period has not begun."))
    return period


def reported_period(text: str, *, today: date) -> Period:
    """Return the month, tertial or year that ``text`` means. Raises `NotAPeriod` for all others too."""
    try:
        period = parse_period(text, today=today)
    except UnknownPeriod:
        works = N_("I do not know that period. These work: {year}, {year}-07, {year}-T2, July {year}, last month.")
        raise NotAPeriod(works, year=today.year) from None
    if period.kind in {"quarter", "days"}:
        raise NotAPeriod(NOT_REPORTED)
    return period


def _plain(words: str, today: date) -> str:
    """Return the words with numbers in figures, `i fjor` at their end as a year, and without what only fills."""
    if words in PHRASES:
        return words
    plain = " ".join(FIGURES.get(word, word) for word in FILLERS.sub("", words).split())
    for ending, ago in YEARS_AGO.items():
        if plain.endswith(ending):
            return f"{plain.removesuffix(ending)} {today.year - ago}"
    return plain


def _parsed(words: str, today: date) -> Period:
    try:
        return (
            _relative(words, today)
            or _month_by_name(words, today)
            or _month_by_number(words)
            or _numbered("tertial", words, today)
            or _numbered("quarter", words, today)
            or stretch(words, today)
            or Period.named(words.upper())
        )
    except NotAPeriod:
        raise UnknownPeriod(
            N_(
                "I do not know that period. These work: {year}, {year}-07, {year}-T2, July {year}, last month,"
                " last 12 months, 1.3.–15.4.{year}."
            ),
            year=today.year,
        ) from None


def _relative(words: str, today: date) -> Period | None:
    if not words:
        return Period.containing(today, "month")
    if words in PHRASES:
        kind, before = PHRASES[words]
        return _this_or_last(kind, today, before=before)
    if words in DAYS_AGO:
        day = today - timedelta(days=DAYS_AGO[words])
        return Period.of(Days(day, day + timedelta(days=1)))
    which, _, name = words.partition(" ")
    if which in THIS | LAST and words not in AMBIGUOUS:
        for kind, names in NAMES.items():
            if name in names:
                return _this_or_last(kind, today, before=which in LAST)
    return None


def _this_or_last(kind: Kind, today: date, *, before: bool) -> Period:
    period = Period.containing(today, kind)
    return period.earlier if before else period


def _month_by_name(words: str, today: date) -> Period | None:
    """Read `juli 2016`, or `juli` alone: the last July that has begun."""
    name, _, year = words.partition(" ")
    name = name.removesuffix(".")
    months = month_names() if name.isalpha() else {}
    if name not in months:
        return None
    if year:
        return Period.named(f"{year_of(year)}-{months[name]:02}") if YEAR.fullmatch(year) else None
    return Period("month", date(today.year - (months[name] > today.month), months[name], 1))


def _month_by_number(words: str) -> Period | None:
    """Read `07.2025`, `7/2025` or `2025/07`."""
    match = MONTH_BY_NUMBER.fullmatch(words)
    if match is None:
        return None
    return Period.named(f"{match['year'] or match['y']}-{int(match['month'] or match['m']):02}")


def _numbered(kind: Kind, words: str, today: date) -> Period | None:
    """Read `2. tertial 2016` or `1. kvartal 2016`, or one without a year: the last such that has begun."""
    match = NUMBERED[kind].fullmatch(words)
    if match is None:
        return None
    number, year = match[1] or match[3], match[2] or match[4]
    letter = kind[0].upper()
    if year:
        return Period.named(f"{year}-{letter}{number}")
    period = Period.named(f"{today.year}-{letter}{number}")
    return period if period.first <= today else period.a_year_before
