"""How the sheets of a workbook with counts are laid out: where its words, its counts and its days stand."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from storage.imports.folding import folded
from storage.imports.sums import is_total
from storage.table_files.rows import Row
from storage.table_files.sheet_table import column_letters
from storage.tallies.cells import count_in, day_in, is_days
from storage.tallies.lines import cell_at
from storage.tallies.tally_words import TallyWords

Sheets = Mapping[str, Sequence[Row]]

FEWEST_WORDS = 2
"""How many different words of the form make a list of them."""
OFTEN = 2
"""How often words stand on a sheet on average, under different headings; in a list of records more often."""
MOST_ROWS = 200
"""A sheet with more is a list of records."""

DATE = re.compile(r"\d{4}-\d\d-\d\d.*|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*", re.ASCII | re.DOTALL)
SHARE = re.compile(r"%|prosent|andel|percent|share")
AMOUNT = frozenset({"antall", "antal", "number", "count", "tal", "tall", "n"})
"""What stands above a column of counts."""


@dataclass(frozen=True)
class Shape:
    """Where things stand, columns by their letters; ``counts`` is empty where nobody can tell which to add up."""

    labels: str | None = None
    sections: str | None = None
    counts: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    labels_row: int | None = None
    sections_row: int | None = None
    days: str | None = None


def shape_of(sheets: Sheets, places: TallyWords) -> Shape | None:
    """Return how sheets with counts are laid out; None where they are none."""
    if any(len(rows) > MOST_ROWS for rows in sheets.values()):
        return None
    return _across(sheets, places) or _down(sheets, places)


def _down(sheets: Sheets, places: TallyWords) -> Shape | None:
    width = max((len(row.cells) for rows in sheets.values() for row in rows), default=0)
    found = {place: _labelled(sheets, places, place) for place in range(width)}
    rows_of = {place: rows for place, rows in found.items() if _is_list(rows, place, len(sheets))}
    if not rows_of:
        return None
    labels = max(rows_of, key=lambda place: len({folded(cell_at(row, place)) for row in rows_of[place]}))
    rows = rows_of[labels]
    counted = [place for place in range(width) if place != labels and _is_counts(rows, place)]
    first = min(row.line for row in rows)
    above = {place: _above(sheets, place, first) for place in range(width)}
    counted = [place for place in counted if not any(SHARE.search(text) for text in above[place])]
    if not counted:
        return None
    chosen = _added_up(rows, counted, above)
    sections = next((place for place in range(labels) if _names_sections(sheets, place, places)), None)
    return Shape(
        labels=column_letters(labels),
        sections=None if sections is None else column_letters(sections),
        counts=tuple(_ranges(chosen)),
        doubtful=() if chosen else tuple(_ranges(counted)),
    )


def _labelled(sheets: Sheets, places: TallyWords, place: int) -> list[Row]:
    """Return the rows with a word of the form in a column and a count behind it."""
    return [
        row
        for rows in sheets.values()
        for row in rows
        if places.knows(cell_at(row, place)) and any(count_in(cell) is not None for cell in row.cells[place + 1 :])
    ]


def _is_list(rows: Sequence[Row], place: int, sheets: int) -> bool:
    words = {folded(cell_at(row, place)) for row in rows}
    dated = sum(any(DATE.fullmatch(cell) for cell in row.cells) for row in rows)
    rare = len(rows) <= OFTEN * sheets * len(words)
    return len(words) >= FEWEST_WORDS and rare and dated * 2 < len(rows)


def _is_counts(rows: Sequence[Row], place: int) -> bool:
    cells = [text for row in rows if (text := cell_at(row, place))]
    return bool(cells) and sum(count_in(text) is not None for text in cells) * 2 > len(cells)


def _above(sheets: Sheets, place: int, first: int) -> list[str]:
    return [folded(cell_at(row, place)) for rows in sheets.values() for row in rows if row.line < first]


def _added_up(rows: Sequence[Row], counted: list[int], above: Mapping[int, Sequence[str]]) -> list[int]:
    """Return the columns that are added up: the days, one of amounts, or the parts of a sum; none in doubt."""
    sums = [place for place in counted if any(map(is_total, above[place]))]
    parts = [place for place in counted if place not in sums]
    if len(counted) == 1:
        return counted
    days = [place for place, texts in above.items() if any(map(day_in, texts))]
    if _are_days(days, above) and set(parts) <= set(days):
        return days
    if len(sums) == 1 and parts and _add_up(rows, parts, sums[0]):
        return parts
    amounts = sums + [place for place in parts if AMOUNT & set(above[place])]
    return amounts if len(amounts) == 1 else []


def _are_days(parts: Sequence[int], above: Mapping[int, Sequence[str]]) -> bool:
    days = (next((text for text in above[place] if day_in(text)), "") for place in parts)
    return is_days(list(days))


def _add_up(rows: Sequence[Row], parts: Sequence[int], whole: int) -> bool:
    return all(
        count_in(cell_at(row, whole) or "0") == sum(count_in(cell_at(row, place)) or 0 for place in parts)
        for row in rows
    )


def _names_sections(sheets: Sheets, place: int, places: TallyWords) -> bool:
    texts = (cell_at(row, place) for rows in sheets.values() for row in rows)
    return sum(places.question_of(text) is not None for text in texts if text) >= len(sheets)


def _ranges(columns: Sequence[int]) -> Iterator[str]:
    """Write columns with those that follow each other as a range."""
    start = 0
    for end in range(1, len(columns) + 1):
        if end == len(columns) or columns[end] > columns[end - 1] + 1:
            first, last = column_letters(columns[start]), column_letters(columns[end - 1])
            yield first if first == last else f"{first}-{last}"
            start = end


def _across(sheets: Sheets, places: TallyWords) -> Shape | None:
    found = Counter(way for rows in sheets.values() if (way := _days_below(rows, places)))
    if not found:
        return None
    (row, days), _ = found.most_common(1)[0]
    above = [cells for rows in sheets.values() for cells in rows if cells.line == row - 1]
    sections = any(places.question_of(cell) for cells in above for cell in cells.cells if cell)
    return Shape(labels_row=row, sections_row=row - 1 if sections else None, days=column_letters(days))


def _days_below(rows: Sequence[Row], places: TallyWords) -> tuple[int, int] | None:
    """Return the row of words and the column of all days of a month below it."""
    known = [len({folded(cell) for cell in row.cells if places.knows(cell)}) for row in rows]
    most = max(known, default=0)
    if most < FEWEST_WORDS:
        return None
    words = known.index(most)
    for place in range(max(len(row.cells) for row in rows)):
        days = [cell for row in rows[words + 1 :] if day_in(cell := cell_at(row, place))]
        if is_days(days):
            return rows[words].line, place
    return None
