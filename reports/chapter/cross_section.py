"""The sections of a chapter that set two questions against each other: what the table holds, and the table."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.documents import ChapterSection, Grid, GridColumn, Value
from reports.words.cross_table import CrossWording
from reports.words.language import Language


def cross_sections(tables: Sequence[CrossTable], language: Language) -> Iterator[ChapterSection]:
    """Give each table that holds anything a section."""
    for words in (CrossWording(table, language) for table in tables if table.total):
        said = " ".join([*words.base(), *words.notes()])
        yield ChapterSection(heading=words.pair, paragraphs=(said,), exhibits=(_grid(words),))


def _grid(words: CrossWording) -> Grid:
    """Set out the rows and columns that there is room for, each count with its share beside it."""
    table = words.table
    heads = [
        GridColumn(heading=words.heading(table.rows.question), kind="text"),
        *(GridColumn(heading=words.label(table.columns, line), kind="count") for line in words.columns),
        GridColumn(heading=words.in_all, kind="count"),
    ]
    return Grid.of(words.title, heads, _rows(words))


def _rows(words: CrossWording) -> Iterator[tuple[Value, ...]]:
    for told in words.figures(words.rows, words.columns):
        yield told.name, *(_written(words, *cell) for cell in told.cells), told.total


def _written(words: CrossWording, count: int, share: float | None) -> str:
    number = words.language.number(count)
    return number if share is None else f"{number} ({words.percent(share)})"
