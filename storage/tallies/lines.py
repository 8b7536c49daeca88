"""The words on a sheet with the cells that are counted beside or below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.table_files.rows import Row
from storage.tallies.cells import column_place, count_in, day_in, is_days, key_of
from storage.tallies.tally_map import Tally


@dataclass(frozen=True)
class Cell:
    """A filled cell in a row, and in a column counted from 0."""

    row: int
    column: int
    text: str


@dataclass(frozen=True)
class Line:
    """A word, the heading of the ``section`` it stands under, and the filled cells of its counts."""

    word: str
    section: str
    cells: tuple[Cell, ...]

    @property
    def has_counts(self) -> bool:
        """Whether any of its cells is a count."""
        return any(count_in(cell.text) is not None for cell in self.cells)


def lines_on(tally: Tally, rows: Sequence[Row]) -> Iterator[Line]:
    """Give the lines of a sheet, in order; titles and headings, which have no counts, are none.

    A word whose meaning is not known is a heading where no count stands beside it.
    """
    for line in all_lines(tally, rows):
        if line.has_counts or tally.meanings_of(line.section, line.word) is not None:
            yield line


def all_lines(tally: Tally, rows: Sequence[Row]) -> Iterator[Line]:
    """Give every word of a sheet in the place of words, titles and headings as well."""
    yield from _down(tally, rows) if tally.labels else _across(tally, rows)


def rows_astray(tally: Tally, rows: Sequence[Row]) -> Iterator[int]:
    """Give the rows below words in a row that have counts, but neither a day nor the sums of the days."""
    if not (tally.labels_row and tally.days):
        return
    sums = {line.cells[0].column: _sum(line) for line in _across(tally, rows) if line.cells}
    for row in _below(tally, rows):
        day = cell_at(row, column_place(tally.days))
        if day_in(day) is None and tally.meanings_of("", day) != ():
            counts = {place: count_in(text) for place, text in enumerate(row.cells)}
            if any(count is not None and count != sums.get(place, 0) for place, count in counts.items()):
                yield row.line


def cell_at(row: Row, place: int) -> str:
    """Return the cell of a row in a column, empty where the row ends before it."""
    return row.cells[place] if place < len(row.cells) else ""


def _down(tally: Tally, rows: Sequence[Row]) -> Iterator[Line]:
    labels = column_place(tally.labels or "A")
    section = ""
    for row in rows:
        word = cell_at(row, labels)
        cells = tuple(Cell(row.line, place, text) for place in tally.count_places if (text := cell_at(row, place)))
        if tally.sections:
            beside = cell_at(row, column_place(tally.sections))
            section = beside or section
            # What is merged over both columns stands in the first one.
            yield from _told(Line(word or beside, section if word else "", cells), tally)
            continue
        line = Line(word, section, cells)
        is_known = tally.meanings_of(section, word) is not None
        if word and _is_heading(line, tally) and (not is_known or key_of(word) in tally.named_sections):
            section = word
        yield from _told(line, tally)


def _told(line: Line, tally: Tally) -> Iterator[Line]:
    if (line.word or line.cells) and not _is_headings_of_days(line, tally):
        yield line


def _is_heading(line: Line, tally: Tally) -> bool:
    return not line.has_counts or _is_headings_of_days(line, tally)


def _is_headings_of_days(line: Line, tally: Tally) -> bool:
    is_known = tally.meanings_of(line.section, line.word) is not None
    return not is_known and is_days([cell.text for cell in line.cells])


def _across(tally: Tally, rows: Sequence[Row]) -> Iterator[Line]:
    days = column_place(tally.days or "A")
    words = next((row for row in rows if row.line == tally.labels_row), Row(0, ()))
    above = next((row for row in rows if row.line == tally.sections_row), Row(0, ()))
    counted = [row for row in _below(tally, rows) if day_in(cell_at(row, days)) is not None]
    section = ""
    for place in range(max((len(row.cells) for row in (words, above, *counted)), default=0)):
        word, over = cell_at(words, place), cell_at(above, place)
        section = over or section
        cells = tuple(Cell(row.line, place, text) for row in counted if (text := cell_at(row, place)))
        if place != days and (word or over or cells):
            # What is merged over both rows stands in the upper one.
            yield Line(word or over, section if word else "", cells)


def _below(tally: Tally, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.line > (tally.labels_row or 0)]


def _sum(line: Line) -> int:
    return sum(count_in(cell.text) or 0 for cell in line.cells)
