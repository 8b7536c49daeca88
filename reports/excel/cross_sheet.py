"""The sheet of a cross table in a workbook: counts with their sums, then the shares of the rows."""

from collections.abc import Iterator

from reports.documents import Grid, GridColumn, Value, WorkbookSheet
from reports.excel.filled_columns import filled_columns
from reports.words.cross_table import CrossWording
from reports.words.language import lower_first


def cross_sheet(words: CrossWording) -> WorkbookSheet:
    """Return the sheet of a table, with all its rows and columns."""
    table = words.table
    columns = [words.label(table.columns, line) for line in table.columns.lines]
    share = lower_first(words.language.text("Share"))
    *rows, sums = _rows(words)
    heads = (
        GridColumn(heading=words.heading(table.rows.question), kind="text"),
        *(GridColumn(heading=column, kind="count") for column in columns),
        GridColumn(heading=words.in_all, kind="count"),
        *(GridColumn(heading=f"{column}, {share}", kind="share") for column in columns),
    )
    note = " ".join([*words.base(), *words.notes()])
    grid = Grid.of(words.title, filled_columns(heads, [*rows, sums]), rows, note, sums)
    return WorkbookSheet(name=words.pair, grid=grid, chart=None)


def _rows(words: CrossWording) -> Iterator[tuple[Value, ...]]:
    for told in words.figures(words.table.rows.lines, words.table.columns.lines):
        yield told.name, *(count for count, _ in told.cells), told.total, *(share for _, share in told.cells)
