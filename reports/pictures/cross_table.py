"""The picture of a cross table; all its numbers are in the table."""

from collections.abc import Iterator, Sequence
from typing import Literal

from reports.analysis.cross_table import CrossLine
from reports.pictures.cross_chart import CrossCell, CrossChart, CrossColumn, CrossRow, Standing
from reports.pictures.footer import footer
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
                CrossColumn(label=words.label(table.columns, line), standing=_standing(line))
                for line in words.columns
            ),
            CrossColumn(label=words.in_all, standing="sum"),
        ),
        rows=tuple(_rows(words)) if table.total else (),
        footer=footer(words.language, centre) if table.total else centre,
    )


def _rows(words: CrossWording) -> Iterator[CrossRow]:
    standings: list[Standing] = [*map(_standing, words.rows), "sum"]
    for told, standing in zip(words.figures(words.rows, words.columns), standings, strict=True):
        shaded = standing != "sum"
        cells = [_cell(words, count, share, shaded=shaded) for count, share in told.cells]
        cells.append(CrossCell(count=words.language.number(told.total), share="", shade=0))
        yield CrossRow(label=told.name, standing=standing, cells=tuple(cells))


def _standing(line: CrossLine) -> Standing:
    return "unknown" if line.unknown else "known"


def _cell(words: CrossWording, count: int, share: float | None, *, shaded: bool) -> CrossCell:
    dark = share if shaded and share is not None else 0.0
    shade = next((step for least, step in STEPS if dark >= least), 0)
    return CrossCell(count=words.language.number(count), share=words.percent(share, narrow=True), shade=shade)
