"""From exported CSV files to one .xlsx file, a process of its own: `python -m reports.export_file OUT IN …`.

Every file becomes a sheet named after it; days and hours become dates that a spreadsheet knows. Memory does not
grow with the rows.
"""

import csv
import sys
from datetime import datetime
from pathlib import Path

import xlsxwriter

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's creation date has no zone
DATED = frozenset({"occurred_at", "question_since", "question_until", "option_since", "option_until"})
DAY, HOUR = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
LENGTH_OF_DAY, LENGTH_OF_HOUR = 10, 13


def main() -> None:
    """Write the file named first from the CSV files named after it."""
    out, *files = map(Path, sys.argv[1:])
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": EPOCH})
        for file in files:
            _write(book, file)


def _write(book: xlsxwriter.Workbook, file: Path) -> None:
    sheet, formats = (
        book.add_worksheet(file.stem),
        {kind: book.add_format({"num_format": kind}) for kind in (DAY, HOUR)},
    )
    sheet.freeze_panes(1, 0)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows)
        sheet.set_column(0, len(head) - 1, 16)
        bold = book.add_format({"bold": True})
        for place, name in enumerate(head):
            sheet.write_string(0, place, name, bold)
        for number, row in enumerate(rows, 1):
            for place, (name, cell) in enumerate(zip(head, row, strict=True)):
                if name in DATED and len(cell) in {LENGTH_OF_DAY, LENGTH_OF_HOUR}:
                    kind = DAY if len(cell) == LENGTH_OF_DAY else HOUR
                    sheet.write_datetime(number, place, datetime.fromisoformat(cell), formats[kind])
                elif cell:
                    sheet.write_string(number, place, cell)


if __name__ == "__main__":
    main()
