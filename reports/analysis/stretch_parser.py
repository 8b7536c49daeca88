"""Parsing stretches of days and months as people write them, and the names and years in them."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from babel import Locale

from reports.analysis.period import Days, Period

YEAR = re.compile(r"\d{4}|\d{2}", re.ASCII)
CENTURY = 2000
YEARS_WITHOUT_A_LEAP_DAY = 8
"""At most, as around 1900."""
WIDTHS = ("wide", "abbreviated")
COUNTS = {"tre": 3, "three": 3, "seks": 6, "six": 6, "tolv": 12, "twelve": 12}
LATEST_MONTHS = re.compile(
    rf"(?:(?:de|dei|the) )?(?:siste|last|past) (?P<n>\d{{1,3}}|{'|'.join(COUNTS)})"
    r" (?:måneder|månedene|månader|månadene|months|mnd\.?)"
)
FROM = r"(?:(?:fra|frå|from) )?"
UNTIL = r" ?(?:[–—]|--| til | to |-) ?"
ISO_DAY = r"(\d{4}-\d{2}-\d{2})"
ISO_DAYS = re.compile(rf"{FROM}{ISO_DAY}{UNTIL}{ISO_DAY}|{ISO_DAY}", re.ASCII)
NUMBERED_DAY = re.compile(r"(?P<day>\d{1,2})\.(?: ?(?P<month>\d{1,2})\.? ?(?P<year>\d{4}|\d{2})?)?", re.ASCII)
NAMED_DAY = re.compile(r"(?:(?P<day>[0-9]{1,2})\.? ?)?(?P<name>[^\W\d]+)\.?(?: (?P<year>[0-9]{4}|[0-9]{2}))?")


@dataclass(frozen=True)
class _End:
    """One end of a stretch, as far as it is written; without a ``day``, all of its month."""

    day: int | None
    month: int | None
    year: int | None


def stretch(words: str, today: date) -> Period | None:
    """Read `siste 12 måneder` (whole ones that are over), `1.3.–15.4.2025`, `mars–mai 2025` or one day.

    What is not written in the first end is as in the last; without a year, the last such that has begun is meant.
    Returns None for what is no stretch. Raises `NotAPeriod` where it is too long ago or too far ahead.
    """
    if latest := LATEST_MONTHS.fullmatch(words):
        return _latest_months(COUNTS.get(latest["n"]) or int(latest["n"]), today)
    if iso := ISO_DAYS.fullmatch(words):
        return Period.named(f"{iso[1] or iso[3]}--{iso[2] or iso[3]}")
    first, last = (words, words) if _end(words) else _parts(words)
    begins, ends = _end(first), _end(last)
    if begins is None or ends is None or ends.month is None:
        return None
    return _between(begins, ends, today)


def year_of(text: str) -> int:
    """Return the year that four or two digits mean: `25` is 2025."""
    return int(text) + (CENTURY if int(text) < 100 else 0)  # noqa: PLR2004 - two digits


def month_names() -> Mapping[str, int]:
    """Return the months' names, long and short, in all three languages."""
    widths = [Locale(language).months["stand-alone"][width] for language in ("nb", "nn", "en") for width in WIDTHS]
    names = {name.casefold().removesuffix("."): month for names in widths for month, name in names.items()}
    return names | {"sept": 9}


def _latest_months(n: int, today: date) -> Period | None:
    month = Period.containing(today, "month")
    first = month.first
    for _ in range(n):
        first = Period.containing(first, "month").earlier.first
    return Period.of(Days(first, month.first)) if n else None


def _parts(words: str) -> tuple[str, str]:
    """Return both ends, empty where there are not two."""
    first, *others = re.split(UNTIL, words)
    return (re.sub(f"^{FROM}", "", first), others[0]) if len(others) == 1 else ("", "")


def _end(text: str) -> _End | None:
    if match := NUMBERED_DAY.fullmatch(text):
        month, year = match["month"], match["year"]
        return _End(int(match["day"]), int(month) if month else None, year_of(year) if year else None)
    match = NAMED_DAY.fullmatch(text)
    month = month_names().get(match["name"]) if match else None
    if match is None or month is None:
        return None
    return _End(
        int(match["day"]) if match["day"] else None, month, year_of(match["year"]) if match["year"] else None
    )


def _between(begins: _End, ends: _End, today: date) -> Period | None:
    """Return the stretch between two ends, in the first of the years that can be meant in which there is one."""
    written = ends.year is not None or begins.year is not None
    for year in _years(begins, ends, today):
        days = _ending_in(year, begins, ends)
        if days and (written or days.first <= today):
            return Period.named(f"{days.first}--{days.last}")
    return None


def _years(begins: _End, ends: _End, today: date) -> Iterable[int]:
    """Return the years that a stretch may end in, the likeliest first."""
    if ends.year is not None:
        return [ends.year]
    if begins.year is not None:
        return [begins.year, begins.year + 1]
    return range(today.year + 1, today.year - YEARS_WITHOUT_A_LEAP_DAY, -1)


def _ending_in(year: int, begins: _End, ends: _End) -> Days | None:
    """Return the days between two ends, the last of which is in a year; None where there are no such days."""
    month = 1 if ends.month is None else ends.month
    try:
        last = date(year, month, monthrange(year, month)[1] if ends.day is None else ends.day)
        first = date(
            begins.year or year,
            month if begins.month is None else begins.month,
            1 if begins.day is None else begins.day,
        )
        if first > last and begins.year is None:
            first = first.replace(year=year - 1)
        return Days(first, last + timedelta(days=1)) if first <= last else None
    except (ValueError, OverflowError):  # no such day
        return None
