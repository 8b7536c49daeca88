"""The sections of a chapter that set two questions against each other: what the table holds, and the table."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.documents import ChapterSection, Grid, GridColumn, Value
from reports.words.cross_table import CrossWording
from reports.words.language import Language


def cross_sections(tables: Sequence[CrossTable], language: Language, number: int) -> Iterator[ChapterSection]:
    """Give each table that holds anything a section, the tables counted on from ``number``."""
    told = [CrossWording(table, language) for table in tables if table.total]
    for place, words in enumerate(told, number):
        said = " ".join([*words.base(), *words.notes()])
        yield ChapterSection(heading=words.pair, paragraphs=(said,), tables=(_grid(words, place),))


def _grid(words: CrossWording, number: int) -> Grid:
    """Set out the rows and columns that there is room for, each count with its share beside it."""
    table, language = words.table, words.language
    heads = [
        GridColumn(heading=words.heading(table.rows.question), kind="text"),
        *(GridColumn(heading=words.label(table.columns, line), kind="count") for line in words.columns),
        GridColumn(heading=words.in_all, kind="count"),
    ]
    heading = language.text("Table {number}. {name}.", number=language.number(number), name=words.title)
    return Grid.of(heading, heads, _rows(words))


def _rows(words: CrossWording) -> Iterator[tuple[Value, ...]]:
    for told in words.figures(words.rows, words.columns):
        yield told.name, *(_written(words, *cell) for cell in told.cells), told.total


def _written(words: CrossWording, count: int, share: float | None) -> str:
    number = words.language.number(count)
    return number if share is None else f"{number} ({words.percent(share)})"
