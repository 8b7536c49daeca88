"""What the cells of a tally say: counts, days, and the letters of columns."""

import re
from collections.abc import Iterator

from storage.imports.folding import folded
from storage.imports.number_ranges import whole_number_in

STROKES = re.compile(r"([|Il])(?:\s*\1)*", re.ASCII)
"""Strokes of one kind, blanks between them; one that crosses the others out is not counted for sure."""

DAY = re.compile(
    r"(?:[^\W\d]+\.? )?"
    r"(?:\d{4}-\d\d-(?P<iso>\d\d)(?: 00:00)?"
    r"|(?P<plain>\d{1,2})\.?"
    r"(?:[./ ]+\d{1,2}\.?(?:[./]\d{2,4})?"
    r"| ?(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[a-z]*\.?)?"
    r"(?: \d{4})?)",
    re.ASCII,
)
"""`1`, `1.`, `1.1.2016`, `1. jan`, `2016-01-01`, a weekday before it."""

LAST_DAY = 31
FEWEST_DAYS = 28
LETTERS = 26


def count_in(cell: str) -> int | None:
    """Return the count that a cell is, in digits or in strokes; None where it is none."""
    if (number := whole_number_in(cell)) is not None:
        return number
    return sum(not sign.isspace() for sign in cell) if STROKES.fullmatch(cell) else None


def day_in(cell: str) -> int | None:
    """Return the day of the month that a cell names; None where it names none."""
    found = DAY.fullmatch(folded(cell))
    day = int(found["iso"] or found["plain"]) if found else 0
    return day if 1 <= day <= LAST_DAY else None


def is_days(cells: list[str]) -> bool:
    """Tell whether cells are the days of a month from the first to the last, as headings above counts are."""
    days = [day_in(cell) for cell in cells]
    return len(days) >= FEWEST_DAYS and days == list(range(1, len(days) + 1))


def key_of(word: str) -> str:
    """Return a word, or a section and a word (`Reason / Not known`), as they are compared."""
    return " / ".join(folded(part).rstrip(" :.") for part in word.split(" / "))


def column_place(letters: str) -> int:
    """Return the place, counted from 0, of the column that a spreadsheet calls so."""
    place = 0
    for letter in letters:
        place = place * LETTERS + ord(letter) - ord("A") + 1
    return place - 1


def column_places(columns: str) -> Iterator[int]:
    """Give the places of a column, or of all columns of a range: `B`, `B-AF`."""
    first, _, last = columns.partition("-")
    yield from range(column_place(first), column_place(last or first) + 1)
