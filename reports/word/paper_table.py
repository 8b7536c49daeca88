"""A table of a paper: its header row repeated on each page, its empty cells to be filled in."""

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Emu, Length, Mm, Pt
from docx.table import Table, _Cell

from reports.papers.paper import PaperColumn, PaperTable
from reports.word.content_control import add_box
from reports.word.rows import new_cells, repeat_first

STYLE = "Table Grid"
FACE = Pt(10)


def add_paper_table(document: Document, told: PaperTable, width: Length) -> None:
    """Write a table of this width."""
    table = document.add_table(rows=0, cols=len(told.columns), style=STYLE)
    for cell, column in zip(new_cells(table), told.columns, strict=True):
        _write(cell, column.heading, bold=True)
        # No header stands alone at the foot of a page.
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    repeat_first(table)
    for row in told.rows:
        for cell, column, text in zip(new_cells(table), told.columns, told.cells(row), strict=True):
            _fill(cell, column, text)
        if told.row_height:
            table.rows[-1].height, table.rows[-1].height_rule = Mm(told.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
    _set_widths(table, told, width)


def _fill(cell: _Cell, column: PaperColumn, text: str | None) -> None:
    _write(cell, text or "")
    if column.kind == "check":
        add_box(cell.paragraphs[0], column.heading)


def _write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size, run.bold = FACE, bold or None
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.line_spacing = 1.0


def _set_widths(table: Table, told: PaperTable, width: Length) -> None:
    table.autofit = False
    parts = sum(column.width for column in told.columns)
    for shape, column in zip(table.columns, told.columns, strict=True):
        shape.width = Emu(width * column.width // parts)
        for cell in shape.cells:
            cell.width = shape.width
