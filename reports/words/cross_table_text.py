"""A cross table as lines of text in columns, for a screen with letters of one width."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from reports.words.cross_table import CrossFigures, CrossWording

HEAD, BETWEEN = 14, 2
"""How wide the label of a column is before it is broken, and the blanks between two columns."""

Row = Sequence[str]


def cross_table_text(words: CrossWording) -> str:
    """Tell the counts with their sums, the shares of the rows and those of the columns, each as a table."""
    parts = [[words.title, *words.base()]]
    if words.table.total:
        text, table = words.language.text, words.table
        figures = list(words.figures(table.rows.lines, table.columns.lines))
        parts += [
            _table(words, text("Count"), _counts(words, figures)),
            _table(words, text("Share of the row"), _row_shares(words, figures)),
            _table(words, text("Share of the column"), _column_shares(words)),
            [*words.cautions(), words.reservation],
        ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _counts(words: CrossWording, figures: Iterable[CrossFigures]) -> Iterator[Row]:
    number = words.language.number
    for told in figures:
        yield told.name, *(number(count) for count, _ in told.cells), number(told.total)


def _row_shares(words: CrossWording, figures: Iterable[CrossFigures]) -> Iterator[Row]:
    for told in figures:
        yield told.name, *(words.percent(share) for _, share in told.cells)


def _column_shares(words: CrossWording) -> Iterator[Row]:
    table, percent = words.table, words.percent
    for row in table.rows.lines:
        cells = (percent(table.column_share(row, line)) for line in table.columns.lines)
        yield words.label(table.rows, row), *cells, percent(table.share_of_all(table.rows, row))


def _table(words: CrossWording, name: str, rows: Iterator[Row]) -> list[str]:
    """Set rows below the labels of the columns that they reach, numbers to the right."""
    every = list(rows)
    labels = [*(words.label(words.table.columns, line) for line in words.table.columns.lines), words.in_all]
    heads = [[name], *(wrap(label, HEAD, break_long_words=False) for label in labels[: len(every[0]) - 1])]
    return list(_aligned([*_head_lines(heads), *every]))


def _head_lines(heads: Sequence[list[str]]) -> Iterator[Row]:
    """Give the lines of labels that are broken, all ending in the lowest."""
    upward = zip_longest(*(reversed(head) for head in heads), fillvalue="")
    yield from reversed(list(upward))


def _aligned(rows: Sequence[Row]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = (cell.rjust(width + BETWEEN) for cell, width in zip(others, widths[1:], strict=True))
        yield f"{first.ljust(widths[0])}{''.join(cells)}".rstrip()
