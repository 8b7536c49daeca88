"""Parsing periods as people write them, in any of the three languages."""

import re
from collections.abc import Iterator
from datetime import date

from babel import Locale

from reports.analysis.period import Kind, NotAPeriod, Period
from storage.fault import N_

NAMES: dict[Kind, frozenset[str]] = {
    "month": frozenset({"måned", "måneden", "månad", "månaden", "month"}),
    "tertial": frozenset({"tertial", "tertialet"}),
    "year": frozenset({"år", "året", "year"}),
}
THIS = frozenset({"denne", "dette", "this"})
LAST = frozenset({"forrige", "førre", "last"})
PHRASES: dict[str, tuple[Kind, bool]] = {
    "i fjor": ("year", True),
    "i år": ("year", False),
    "hittil i år": ("year", False),
    "så langt i år": ("year", False),
    "so far this year": ("year", False),
    "year to date": ("year", False),
}
"""Fixed phrases: the kind of period, and whether the previous one is meant."""

TERTIAL = re.compile(r"(?:t|tertial )([1-3])(?: (\d{4}))?|([1-3])\.? ?tertial(?: (\d{4}))?", re.ASCII)


def parse_period(text: str, *, today: date) -> Period:
    """Return the period that ``text`` means, in upper or lower case; an empty text means the running month.

    Raises `NotAPeriod`, whose sentence lists what can be written, or says that the period has not begun. It does
    not repeat the text.
    """
    period = _parsed(" ".join(text.casefold().split()), today)
    if period.first > today:
        raise NotAPeriod(N_("That period has not begun."))
    return period


def _parsed(words: str, today: date) -> Period:
    try:
        return (
            _relative(words, today)
            or _month_by_name(words, today)
            or _tertial_by_number(words, today)
            or Period.named(words.upper())
        )
    except NotAPeriod:
        raise NotAPeriod(
            N_("I do not know that period. These work: {year}, {year}-07, {year}-T2, July {year}, last month."),
            year=today.year,
        ) from None


def _relative(words: str, today: date) -> Period | None:
    if not words:
        return Period.containing(today, "month")
    if words in PHRASES:
        kind, before = PHRASES[words]
        return _this_or_last(kind, today, before=before)
    which, _, name = words.partition(" ")
    if which in THIS | LAST:
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
    months = dict(_month_names()) if name.isalpha() else {}
    if name not in months:
        return None
    if year:
        return Period.named(f"{year}-{months[name]:02}") if re.fullmatch(r"\d{4}", year, re.ASCII) else None
    return Period("month", date(today.year - (months[name] > today.month), months[name], 1))


def _month_names() -> Iterator[tuple[str, int]]:
    for language in ("nb", "nn", "en"):
        widths = Locale(language).months["stand-alone"]
        for width in ("wide", "abbreviated"):
            for month, name in widths[width].items():
                yield name.casefold(), month


def _tertial_by_number(words: str, today: date) -> Period | None:
    """Read `2. tertial 2016`, or `2. tertial` alone: the last second tertial that has begun."""
    match = TERTIAL.fullmatch(words)
    if match is None:
        return None
    number, year = match[1] or match[3], match[2] or match[4]
    if year:
        return Period.named(f"{year}-T{number}")
    period = Period.named(f"{today.year}-T{number}")
    return period if period.first <= today else period.a_year_before
