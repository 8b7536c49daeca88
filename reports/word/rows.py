"""Rows of a table in a Word document: not split between pages, the first one repeated on each."""

from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.table import Table, _Cell, _Row


def new_cells(table: Table) -> Sequence[_Cell]:
    """Add a row that is not split between pages, and return its cells."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # the library forgot to say what it returns
    _mark(row, "w:cantSplit")
    return row.cells


def repeat_first(table: Table) -> None:
    """Repeat the first row on each page, as the header row."""
    _mark(table.rows[0], "w:tblHeader")


def _mark(row: _Row, what: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(what))  # noqa: SLF001 - the library has no name for it
