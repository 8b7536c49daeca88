"""Writing a workbook as .xlsx, with XlsxWriter; only the worker imports this."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from textwrap import wrap

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from reports.documents import Workbook
from reports.excel.cell_formats import FONT, CellFormats
from reports.excel.distinct import distinct
from reports.excel.page_setup import PageSetup
from reports.excel.write_sheet import LINE_HEIGHT, SheetWriter
from reports.words.language import TAGS

LONGEST_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

LINE, WIDTH, BELOW = 100, 90, 6
"""How many characters a line about the figures holds, in a column so wide, and the points below the last one."""


def xlsx(workbook: Workbook) -> bytes:
    """Write a workbook; the same workbook gives the same bytes."""
    file = BytesIO()
    # No text becomes a formula, a link or a number by how it begins.
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties(
            {
                "title": workbook.title,
                "author": workbook.author,
                "created": datetime.combine(workbook.made, time(), UTC),
            }
        )
        book.set_custom_property("Language", TAGS[workbook.language])
        book.formats[0].set_font_size(FONT["font_size"])
        formats, pages = CellFormats(book, workbook), PageSetup.of(workbook)
        writer = SheetWriter(book, formats, pages)
        *names, about = _names([*(sheet.name for sheet in workbook.sheets), workbook.about_name])
        for sheet, name in zip(workbook.sheets, names, strict=True):
            writer.write(name, sheet)
        _write_about(book.add_worksheet(about), workbook.about, formats, pages)
    return file.getvalue()


def _names(wanted: Iterable[str]) -> list[str]:
    """Return names that are allowed on tabs: short, without forbidden characters, all different."""
    return distinct((" ".join(name.translate(FORBIDDEN).split()) for name in wanted), LONGEST_NAME)


def _write_about(sheet: Worksheet, lines: Sequence[str], formats: CellFormats, pages: PageSetup) -> None:
    sheet.set_column(0, 0, WIDTH)
    for row, line in enumerate(lines):
        sheet.set_row(row, LINE_HEIGHT * max(len(wrap(line, LINE)), 1 + (row == 0)) + BELOW)
        bold = {"bold": True, "font_size": 14} if row == 0 else {}
        sheet.write_string(row, 0, line, formats.of(**bold, text_wrap=True, valign="top"))
    pages.apply(sheet, (len(lines), 0), LINE)
