"""Workbooks as people save them, made for tests."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from html import escape
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol
from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | float | int | date | datetime | time | None
Rows: TypeAlias = Sequence[Sequence[Cell]]
Sheets: TypeAlias = Mapping[str, Rows]

FORMATS = {datetime: "dd.mm.yyyy hh:mm", date: "dd.mm.yyyy", time: "hh:mm"}
OPEN = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
)
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def excel(path: Path, sheets: Sheets, *, hidden: Iterable[str] = (), merged: Iterable[str] = ()) -> Path:
    """Write an .xlsx file with real dates and numbers; the ranges that are ``merged`` are so on every sheet."""
    with xlsxwriter.Workbook(path) as book:
        formats = {kind: book.add_format({"num_format": shown}) for kind, shown in FORMATS.items()}
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    if isinstance(cell, date | time):
                        sheet.write_datetime(number, place, cell, formats[type(cell)])
                    elif cell is not None:
                        sheet.write(number, place, cell)
            for cells in merged:
                row, column = xl_cell_to_rowcol(cells.partition(":")[0])
                sheet.merge_range(cells, rows[row][column])
    return path


def excel_sheet(path: Path, rows: Sequence[Sequence[Cell]], change: Callable[[Worksheet], object]) -> Path:
    """Write an .xlsx file of one sheet, which is then changed by hand."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Samtaler")
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
        change(sheet)
    return path


def open_document(path: Path, tables: str) -> Path:
    """Write an .ods file of these `table:table` elements."""
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", OPEN.format(tables=tables))
    return path


def open_table(name: str, rows: Sequence[Sequence[Cell]]) -> str:
    """Return a `table:table` element with real dates and numbers."""
    lines = "".join(f"<table:table-row>{''.join(map(_open_cell, cells))}</table:table-row>" for cells in rows)
    return f'<table:table table:name="{escape(name)}">{lines}</table:table>'


def _open_cell(cell: Cell) -> str:
    match cell:
        case None:
            return "<table:table-cell/>"
        case date():
            kind, value = "date", f'office:date-value="{cell.isoformat()}"'
        case time():
            kind, value = "time", f'office:time-value="PT{cell:%HH%MM%SS}"'
        case float() | int():
            kind, value = "float", f'office:value="{cell}"'
        case str():
            kind, value = "string", ""
    said = f"<text:p>{escape(str(cell))}</text:p>"
    return f'<table:table-cell office:value-type="{kind}" {value}>{said}</table:table-cell>'
