"""A table of a chapter: with a header row that is repeated on each page, and rows that are not split."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import Table, _Cell, _Row

from reports.documents import Grid, GridColumn, Value
from reports.words.language import Language

STYLE = "Light Shading"
"""A built-in style: black on white, lines above and below the header row and at the foot."""

NOTHING = "–"
LOOK = {"w:val": "06A0", "w:firstRow": "1", "w:firstColumn": "1", "w:noHBand": "1", "w:noVBand": "1"}
"""Header row and first column stand out, and no band is shaded; ``val`` is the same for older programs."""

WIDTHS = {"count": Cm(2.6), "share": Cm(1.8), "points": Cm(2.2)}
"""How wide a column of numbers is; the texts share what is left."""

LEAST_TEXT = Cm(3)
"""How wide a column of texts is at least, beside many columns of numbers."""

FACE = Pt(10)
FITTING = 24
"""This many rows fit on a page; of a longer table only the first rows are kept together."""


def add_table(document: Document, grid: Grid, language: Language, width: Length) -> None:
    """Write a grid as a table of this width, its numbers in the language."""
    table = document.add_table(rows=1 + len(grid.rows), cols=len(grid.columns), style=STYLE)
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - the library has no name for it
    for name, value in LOOK.items():
        look.set(qn(name), value)
    rows = ([_text(*cell, language) for cell in zip(row, grid.columns, strict=True)] for row in grid.rows)
    texts = [[column.heading for column in grid.columns], *rows]
    for row, line in zip(table.rows, texts, strict=True):
        _mark(row, "w:cantSplit")
        for cell, text, column in zip(row.cells, line, grid.columns, strict=True):
            _write(cell, text, column)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    _mark(table.rows[0], "w:tblHeader")
    _set_widths(table, grid, width)
    _keep_together(table)


def _text(value: Value, column: GridColumn, language: Language) -> str:
    if value is None or isinstance(value, str):
        return value or NOTHING
    if column.kind == "share":
        return language.percent(value)
    return language.signed(round(value)) if column.kind == "points" else language.number(round(value))


def _write(cell: _Cell, text: str, column: GridColumn) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.add_run(text).font.size = FACE
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if column.kind != "text":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: _Row, what: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(what))  # noqa: SLF001 - the library has no name for it


def _set_widths(table: Table, grid: Grid, width: Length) -> None:
    texts = sum(column.kind == "text" for column in grid.columns)
    numbers = sum(WIDTHS.get(column.kind, 0) for column in grid.columns)
    part = min(1, (width - texts * LEAST_TEXT) / numbers) if numbers else 1
    left = (width - round(part * numbers)) // texts
    table.autofit = False
    for shape, column in zip(table.columns, grid.columns, strict=True):
        shape.width = Emu(round(part * WIDTHS[column.kind]) if column.kind in WIDTHS else left)
        for cell in shape.cells:
            cell.width = shape.width


def _keep_together(table: Table) -> None:
    """Keep each row with the next, so that a table that fits on a page is not split."""
    rows = list(table.rows)[:-1]
    for row in rows if len(rows) < FITTING else rows[:2]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
