"""A table of a chapter: with a header row that is repeated on each page, and rows that are not split."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import Table, _Cell

from reports.chapter.printed_table import PrintedCell, printed_columns, printed_headings, printed_rows
from reports.documents import Grid, GridColumn
from reports.word.rows import new_cells, repeat_first
from reports.words.language import Language

STYLE = "Light Shading"
"""A built-in style: black on white, lines above and below the header row and at the foot."""

LOOK = {"w:val": "06A0", "w:firstRow": "1", "w:firstColumn": "1", "w:noHBand": "1", "w:noVBand": "1"}
"""Header row and first column stand out, and no band is shaded; ``val`` is the same for older programs."""

WIDTHS = {"count": Cm(2.6), "share": Cm(1.8), "points": Cm(2.2)}
"""How wide a column of numbers is; the texts share what is left."""

LETTER, PADDING = Cm(0.21), Cm(0.42)
"""The width of a letter of a heading, and of the empty room beside it in a cell."""

FACE = Pt(10)
FITTING = 24
"""This many rows fit on a page; of a longer table only the first rows are kept together."""


def add_table(document: Document, grid: Grid, language: Language, width: Length) -> None:
    """Write a grid as a table of this width, its numbers in the language; a group is a row of its own."""
    columns = printed_columns(grid)
    table = document.add_table(rows=0, cols=len(columns), style=STYLE)
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - the library has no name for it
    for name, value in LOOK.items():
        look.set(qn(name), value)
    _add_row(table, printed_headings(grid), bold=True)
    repeat_first(table)
    for row in printed_rows(grid, language):
        if row.group:
            _add_group(table, row.group)
        else:
            _add_row(table, row.cells)
    _set_widths(table, columns, width, _longest_word(grid))
    _keep_together(table)


def _add_row(table: Table, cells: Sequence[PrintedCell], *, bold: bool = False) -> None:
    for place, cell in zip(new_cells(table), cells, strict=True):
        _write(place, cell, bold=bold)


def _add_group(table: Table, name: str) -> None:
    """Add a row that says what the following ones belong to."""
    cells = new_cells(table)
    _write(cells[0].merge(cells[-1]), PrintedCell(text=name, number=False), bold=True)


def _write(place: _Cell, cell: PrintedCell, *, bold: bool) -> None:
    paragraph = place.paragraphs[0]
    run = paragraph.add_run(cell.text)
    run.font.size, run.bold = FACE, bold or None
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if cell.number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _longest_word(grid: Grid) -> int:
    """Return how many letters the longest word has that stands in a text of the table."""
    texts = [str(value) for row in grid.rows for value in row if isinstance(value, str)]
    return max((len(word) for text in texts for word in text.split()), default=0)


def _set_widths(table: Table, columns: Sequence[GridColumn], width: Length, longest: int) -> None:
    """Give numbers the room that their heading's longest word needs, and texts what is left."""
    texts = sum(column.kind == "text" for column in columns)
    numbers = sum(_width(column) for column in columns if column.kind != "text")
    least = longest * LETTER + PADDING
    part = min(1, (width - texts * least) / numbers) if numbers else 1
    left = (width - round(part * numbers)) // texts
    table.autofit = False
    for place, (shape, column) in enumerate(zip(table.columns, columns, strict=True)):
        shape.width = Emu(left if column.kind == "text" else round(part * _width(column)))
        for row in table.rows:
            cells = row._tr.tc_lst  # noqa: SLF001 - a merged cell keeps its own width
            if len(cells) == len(columns):
                cells[place].width = shape.width


def _width(column: GridColumn) -> int:
    longest = max(map(len, column.heading.split()), default=0)
    return max(WIDTHS[column.kind], longest * LETTER + PADDING)


def _keep_together(table: Table) -> None:
    """Keep each row with the next, so that a table that fits on a page is not split."""
    rows = list(table.rows)[:-1]
    for row in rows if len(rows) < FITTING else rows[:2]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
