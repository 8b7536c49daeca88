"""A chapter's table as it is printed: headings, and rows whose numbers are written as in the sentences."""

from collections.abc import Iterator

from reports.documents import Grid, GridColumn, Value
from reports.job_part import JobPart
from reports.words.language import Language

NOTHING = "–"


class PrintedCell(JobPart):
    """A cell's text, and whether it is a number."""

    text: str
    number: bool


class PrintedRow(JobPart):
    """A row of cells, the first of which names it, or a heading of the ``group`` that follows."""

    group: str
    cells: tuple[PrintedCell, ...]


def printed_columns(grid: Grid) -> list[GridColumn]:
    """Return the columns that are printed: groups get rows of their own."""
    return [column for column in grid.columns if column.kind != "group"]


def printed_headings(grid: Grid) -> tuple[PrintedCell, ...]:
    """Write the headings of the printed columns."""
    return tuple(PrintedCell(text=c.heading, number=c.kind != "text") for c in printed_columns(grid))


def printed_rows(grid: Grid, language: Language) -> Iterator[PrintedRow]:
    """Write a table's rows, those of a group under its name."""
    group = ""
    for told in grid.rows:
        cells = list(zip(told, grid.columns, strict=True))
        above = next((str(value) for value, column in cells if column.kind == "group"), "")
        if above and above != group:
            yield PrintedRow(group=above, cells=())
        group = above
        written = tuple(_cell(value, column, language) for value, column in cells if column.kind != "group")
        yield PrintedRow(group="", cells=written)


def _cell(value: Value, column: GridColumn, language: Language) -> PrintedCell:
    return PrintedCell(text=_text(value, column, language), number=column.kind != "text")


def _text(value: Value, column: GridColumn, language: Language) -> str:
    """Write a cell; `–` where nothing is known."""
    if value is None or isinstance(value, str):
        return value or NOTHING
    if column.kind == "share":
        return language.percent(value)
    return language.signed(round(value)) if column.kind == "points" else language.number(round(value))
