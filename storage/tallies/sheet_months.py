"""Which month a sheet is of: as its name, its title or the file's name says it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from storage.imports.folding import folded
from storage.imports.proposals.months import whole_names

SHORTEST = 3
"""How many letters a shortened name of a month has at least."""

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)", re.ASCII)
WORD = re.compile(r"[^\W\d_]+")
SHORT_YEAR = re.compile(r"[^\W\d_]+[\s.'\u2019_-]*(\d\d)", re.ASCII)
NUMBERS = (
    re.compile(r"(?P<year>(?:19|20)\d\d)[\s._-]*(?P<month>0[1-9]|1[0-2])(?:-\d\d(?: 00:00)?)?", re.ASCII),
    re.compile(r"(?P<month>0?[1-9]|1[0-2])(?:[\s._-]+(?P<year>(?:19|20)?\d\d))?", re.ASCII),
)
CENTURY = 2000


@dataclass(frozen=True)
class SheetMonth:
    """A month from 1 to 12, and its year where that is known."""

    month: int
    year: int | None


def months_of(texts: Mapping[str, Sequence[str]], file_name: str) -> Mapping[str, SheetMonth]:
    """Return the month of each sheet that is of one, by its name; ``texts`` are what stands above its counts.

    Titles tell the months only where no sheet is called after one. A month twice is none: then sheets of several
    years, or copies, cannot be told apart.
    """
    by_name = {sheet: month for sheet in texts if (month := month_in(sheet))}
    alone = len(texts) == 1
    by_title = {
        sheet: month for sheet, told in texts.items() if (month := _in_title(told, file_name, alone=alone))
    }
    months = {
        sheet: SheetMonth(month.month, month.year or _year(sheet, texts[sheet], file_name))
        for sheet, month in (by_name or by_title).items()
    }
    if len(set(months.values())) < len(months):
        return {}
    return months


def _in_title(told: Sequence[str], file_name: str, *, alone: bool) -> SheetMonth | None:
    """Return the one month that a sheet's titles name, or else the file if it has no other sheet."""
    named = {month for text in told if (month := named_month_in(text))}
    if len({month.month for month in named}) == 1:
        return max(named, key=lambda month: month.year or 0)
    return month_in(file_name) if alone and not named else None


def _year(sheet: str, told: Sequence[str], file_name: str) -> int | None:
    """Return the year that sheet, titles and file name agree on; a number alone in a cell may be a count."""
    titles = (text for text in told if not text.isdecimal())
    years = {year for text in (sheet, *titles, file_name) if (year := year_in(text))}
    return years.pop() if len(years) == 1 else None


def year_in(text: str) -> int | None:
    """Return the one year that a text names."""
    years = set(YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def month_in(text: str) -> SheetMonth | None:
    """Return the month that a text names: `Januar`, `jan 16`, `2016-01`, `01`; None for none or several."""
    for way in NUMBERS:
        if numbers := way.fullmatch(folded(text)):
            return SheetMonth(int(numbers["month"]), _full_year(numbers["year"]))
    return named_month_in(text)


def named_month_in(text: str) -> SheetMonth | None:
    """Return the month whose name a text has: `Januar`, `jan 16`; a number alone is none."""
    bare = folded(text)
    months = set(_named(bare))
    if len(months) != 1:
        return None
    short = SHORT_YEAR.fullmatch(bare)
    return SheetMonth(months.pop(), year_in(text) or (_full_year(short[1]) if short else None))


def _full_year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) > 2 else CENTURY + int(digits)  # noqa: PLR2004 - `16` is 2016


def _named(text: str) -> Iterator[int]:
    for word in WORD.findall(text):
        for number, names in enumerate(zip(*whole_names(), strict=True), 1):
            if len(word) >= SHORTEST and any(name.startswith(word) for name in names):
                yield number
