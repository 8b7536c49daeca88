"""Writing exported CSV files to one .xlsx file, a process: `python -m reports.excel.export_file OUT IN …`.

Every file becomes a sheet named after it; days and hours become dates that a spreadsheet knows, all other words
stay text whatever they begin with. Memory does not grow with the rows.
"""

import csv
import sys
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from storage.table_files.csv_writer import unmarked

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's creation date has no zone
DATED = frozenset({"occurred_at", "question_since", "question_until", "option_since", "option_until"})
COUNTED = "unknown"
OUTCOME = "outcome"
WIDTH = 16
FORMATS = {len("2016-07-14"): "yyyy-mm-dd", len("2016-07-14T23"): "yyyy-mm-dd hh:mm"}
"""How a date is shown, by its length as ISO text; a month alone is no date."""


def main() -> None:
    """Write the file named first from the CSV files named after it."""
    out, *files = map(Path, sys.argv[1:])
    # The rows are kept beside the file meanwhile: the system's temporary folder may be small, and is shared.
    with xlsxwriter.Workbook(out, {"constant_memory": True, "tmpdir": str(out.parent)}) as book:
        book.set_properties({"created": EPOCH})
        bold = book.add_format({"bold": True})
        shown = {length: book.add_format({"num_format": form}) for length, form in FORMATS.items()}
        for file in files:
            _write(book.add_worksheet(file.stem), file, bold, shown)


def _write(sheet: Worksheet, file: Path, bold: Format, shown: dict[int, Format]) -> None:
    sheet.freeze_panes(1, 0)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows)
        # What stands before the outcome tells when a record is, whatever it is called.
        dated = DATED.union(head[: head.index(OUTCOME)] if OUTCOME in head else ())
        sheet.set_column(0, len(head) - 1, WIDTH)
        for place, name in enumerate(head):
            sheet.write_string(0, place, name, bold)
        for number, row in enumerate(rows, 1):
            for place, (name, cell) in enumerate(zip(head, row, strict=True)):
                formats = shown if name in dated else {}
                _write_cell(sheet, (number, place), name, unmarked(cell), formats)


def _write_cell(sheet: Worksheet, place: tuple[int, int], name: str, cell: str, shown: dict[int, Format]) -> None:
    # A question's key may be one of our columns' names, but no answer is as long as a day and begins with a digit.
    if cell[:1].isdigit() and len(cell) in shown:
        sheet.write_datetime(*place, datetime.fromisoformat(cell), shown[len(cell)])
    elif cell.isdecimal() and name == COUNTED:
        sheet.write_number(*place, int(cell))
    elif cell:
        sheet.write_string(*place, cell)


if __name__ == "__main__":
    main()
