"""The words on a sheet with the cells that are counted beside or below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.table_files.rows import Row
from storage.tallies.cells import column_place, count_in, day_in, is_days, key_of
from storage.tallies.tally_map import Layout


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

    @property
    def count(self) -> int:
        """The sum of its counts."""
        return sum(count_in(cell.text) or 0 for cell in self.cells)


def lines_on(layout: Layout, rows: Sequence[Row]) -> Iterator[Line]:
    """Give the lines of a sheet, in order; titles and headings, which have no counts, are none.

    A word whose meaning is not known is a heading where no count stands beside it.
    """
    for line in all_lines(layout, rows):
        if line.has_counts or layout.meanings_of(line.section, line.word) is not None:
            yield line


def all_lines(layout: Layout, rows: Sequence[Row]) -> Iterator[Line]:
    """Give every word of a sheet in the place of words, titles and headings as well."""
    yield from _down(layout, rows) if layout.labels else _across(layout, rows)


def rows_astray(layout: Layout, rows: Sequence[Row]) -> Iterator[int]:
    """Give the rows below words in a row that have counts, but neither a day nor the sums of the days."""
    if not (layout.labels_row and layout.days):
        return
    sums = {line.cells[0].column: line.count for line in _across(layout, rows) if line.cells}
    for row in _below(layout, rows):
        day = cell_at(row, column_place(layout.days))
        if day_in(day) is None and layout.meanings_of("", day) != ():
            counts = {place: count_in(text) for place, text in enumerate(row.cells)}
            if any(count is not None and count != sums.get(place, 0) for place, count in counts.items()):
                yield row.line


def cell_at(row: Row, place: int) -> str:
    """Return the cell of a row in a column, empty where the row ends before it."""
    return row.cells[place] if place < len(row.cells) else ""


def _down(layout: Layout, rows: Sequence[Row]) -> Iterator[Line]:
    labels = column_place(layout.labels or "A")
    section = ""
    for row in rows:
        word = cell_at(row, labels)
        cells = tuple(
            Cell(row.line, place, text) for place in layout.count_places if (text := cell_at(row, place))
        )
        if layout.sections:
            beside = cell_at(row, column_place(layout.sections))
            section = beside or section
            # What is merged over both columns stands in the first one.
            yield from _told(Line(word or beside, section if word else "", cells), layout)
            continue
        line = Line(word, section, cells)
        is_known = layout.meanings_of(section, word) is not None
        if word and _is_heading(line, layout) and (not is_known or key_of(word) in layout.named_sections):
            section = word
        yield from _told(line, layout)


def _told(line: Line, layout: Layout) -> Iterator[Line]:
    if (line.word or line.cells) and not _is_headings_of_days(line, layout):
        yield line


def _is_heading(line: Line, layout: Layout) -> bool:
    return not line.has_counts or _is_headings_of_days(line, layout)


def _is_headings_of_days(line: Line, layout: Layout) -> bool:
    is_known = layout.meanings_of(line.section, line.word) is not None
    return not is_known and is_days([cell.text for cell in line.cells])


def _across(layout: Layout, rows: Sequence[Row]) -> Iterator[Line]:
    days = column_place(layout.days or "A")
    words = next((row for row in rows if row.line == layout.labels_row), Row(0, ()))
    above = next((row for row in rows if row.line == layout.sections_row), Row(0, ()))
    counted = [row for row in _below(layout, rows) if day_in(cell_at(row, days)) is not None]
    section = ""
    for place in range(max((len(row.cells) for row in (words, above, *counted)), default=0)):
        word, over = cell_at(words, place), cell_at(above, place)
        section = over or section
        cells = tuple(Cell(row.line, place, text) for row in counted if (text := cell_at(row, place)))
        if place != days and (word or over or cells):
            # What is merged over both rows stands in the upper one.
            yield Line(word or over, section if word else "", cells)


def _below(layout: Layout, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.line > (layout.labels_row or 0)]
