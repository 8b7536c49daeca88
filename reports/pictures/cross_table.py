"""The picture of a cross table; all its numbers are in the table."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal

from reports.analysis.cross_table import CrossLine
from reports.pictures.cross_chart import CrossCell, CrossChart, CrossColumn, CrossRow
from reports.words.cross_table import CrossWording

STEPS: Sequence[tuple[float, Literal[1, 2, 3, 4]]] = ((0.65, 4), (0.4, 3), (0.2, 2), (0.05, 1))
"""From which share on a cell has which shade."""


def cross_chart(words: CrossWording, centre: str = "") -> CrossChart:
    """Return the picture of a cross table, with the ``centre``'s name at its foot."""
    table = words.table
    return CrossChart(
        title=words.title,
        subtitle="\n".join(words.base()),
        legend="\n".join(words.notes()),
        columns=(
            *(
                CrossColumn(
                    label=words.label(table.columns, line), standing="unknown" if line.unknown else "known"
                )
                for line in words.columns
            ),
            CrossColumn(label=words.in_all, standing="sum"),
        ),
        rows=(*(_row(words, row) for row in words.rows), _sums(words)) if table.total else (),
        footer=" · ".join(filter(None, [centre, words.reservation if table.total else ""])),
    )


def _row(words: CrossWording, row: CrossLine) -> CrossRow:
    table, number = words.table, words.language.number
    cells = (_cell(words, table.count(row, line), table.row_share(row, line)) for line in words.columns)
    total = CrossCell(count=number(table.rows.total(row)), share="", shade=0)
    return CrossRow(
        label=words.label(table.rows, row),
        standing="unknown" if row.unknown else "known",
        cells=tuple(chain(cells, [total])),
    )


def _sums(words: CrossWording) -> CrossRow:
    return CrossRow(label=words.in_all, standing="sum", cells=tuple(_sum_cells(words)))


def _sum_cells(words: CrossWording) -> Iterator[CrossCell]:
    table, number = words.table, words.language.number
    for line in words.columns:
        share = table.share_of_all(table.columns, line)
        yield CrossCell(count=number(table.columns.total(line)), share=words.percent(share, narrow=True), shade=0)
    yield CrossCell(count=number(table.total), share="", shade=0)


def _cell(words: CrossWording, count: int, share: float | None) -> CrossCell:
    shade = next((step for least, step in STEPS if share is not None and share >= least), 0)
    return CrossCell(count=words.language.number(count), share=words.percent(share, narrow=True), shade=shade)
