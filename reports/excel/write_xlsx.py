"""Writing a workbook as .xlsx, with XlsxWriter; only the worker imports this."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format

from reports.documents import Grid, GridColumn, Workbook, WorkbookSheet
from reports.pictures.shapes import Colour
from reports.words.language import TAGS

FONT = {"font_name": "Calibri", "font_size": 11, "font_color": Colour.INK}
WIDEST, NARROWEST, ROOM = 60, 12, 2
"""How many characters wide a column is at most and at least, and the room beside its longest text."""

LONGEST_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
A4 = 9
TOP = 3
"""The row of the headings, counted from 0: a heading, what the shares are of, an empty row."""

PIXELS_A_ROW = 20
ON_A_PAGE = 40
"""So many rows and their chart are printed on one page."""

HALF = 0.5
NUMBERS = {"count": "#,##0", "points": "+0;\u22120;0"}
"""How counts and percentage points are written."""

LINE, LINE_HEIGHT = 90, 15
"""How many characters a line about the figures holds, and its height in points."""


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
        names = _names([*(sheet.name for sheet in workbook.sheets), workbook.about_name])
        for sheet, name in zip(workbook.sheets, names[:-1], strict=True):
            _Page(book, name, workbook.shares).write(sheet)
        _write_about(book, names[-1], workbook.about)
    return file.getvalue()


def _names(wanted: Iterable[str]) -> list[str]:
    """Return names that are allowed on tabs: short, without forbidden characters, all different."""
    names: list[str] = []
    for name in wanted:
        clean = " ".join(name.translate(FORBIDDEN).split()) or "–"
        number, unique = 1, clean[:LONGEST_NAME].rstrip()
        while unique.casefold() in {other.casefold() for other in names}:
            number += 1
            end = f" {number}"
            unique = clean[: LONGEST_NAME - len(end)].rstrip() + end
        names.append(unique)
    return names


class _Page:
    """One sheet of the book."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, shares: tuple[str, str]) -> None:
        self._book, self._name, self._shares = book, name, shares
        self._sheet = book.add_worksheet(name)

    def write(self, sheet: WorkbookSheet) -> None:
        """Write the grid, and the chart below it."""
        grid = sheet.grid
        self._sheet.write_string(0, 0, grid.heading, self._format(bold=True, font_size=14))
        if grid.note:
            self._sheet.write_string(1, 0, grid.note, self._format(font_color=Colour.SOFT_INK))
        self._head(grid)
        for number, row in enumerate(grid.rows, TOP + 1):
            for place, (column, value) in enumerate(zip(grid.columns, row, strict=True)):
                self._cell(number, place, column, value)
        for place, column in enumerate(grid.columns):
            self._sheet.set_column(place, place, _wide(grid, place, column))
        self._print_set_up(grid)
        if sheet.chart and grid.rows:
            self._draw(sheet)

    def _head(self, grid: Grid) -> None:
        for place, column in enumerate(grid.columns):
            align = "left" if column.kind == "text" else "right"
            head = self._format(bold=True, bottom=1, align=align, text_wrap=True, valign="bottom")
            self._sheet.write_string(TOP, place, column.heading, head)
        self._sheet.freeze_panes(TOP + 1, 1)

    def _cell(self, row: int, place: int, column: GridColumn, value: str | float | None) -> None:
        if isinstance(value, str):
            self._sheet.write_string(row, place, value, self._format())
        elif value is not None:
            written = self._shares[value >= HALF] if column.kind == "share" else NUMBERS[column.kind]
            self._sheet.write_number(row, place, value, self._format(num_format=written))

    def _print_set_up(self, grid: Grid) -> None:
        self._sheet.set_paper(A4)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 1 if len(grid.rows) <= ON_A_PAGE else 0)
        self._sheet.repeat_rows(TOP)
        self._sheet.set_header(f"&L&A&R{grid.heading.replace('&', '&&')}"[:255])

    def _draw(self, sheet: WorkbookSheet) -> None:
        grid, last = sheet.grid, TOP + len(sheet.grid.rows)
        lying = sheet.chart == "bars"
        chart = self._book.add_chart({"type": "bar" if lying else "column"})
        for series in sheet.series:
            chart.add_series(
                {
                    "name": [self._name, TOP, series.column],
                    "categories": [self._name, TOP + 1, 0, last, 0],
                    "values": [self._name, TOP + 1, series.column, last, series.column],
                    "fill": {"color": Colour.PALE_GREY if series.pale else Colour.NAVY},
                    "gap": 60,
                    "overlap": 0,
                    "data_labels": {"value": True},
                }
            )
        chart.set_title({"name": grid.heading, "name_font": {"size": 12, "color": Colour.INK}})
        chart.set_legend({"position": "bottom"} if len(sheet.series) > 1 else {"none": True})
        across, along = ("set_y_axis", "set_x_axis") if lying else ("set_x_axis", "set_y_axis")
        # Horizontal bars are drawn from below, so the axis is reversed to keep the order of the rows.
        getattr(chart, across)({"reverse": lying, "num_font": {"color": Colour.INK}})
        getattr(chart, along)({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        high = (PIXELS_A_ROW * 2 * len(grid.rows) + 140) if lying else 360
        chart.set_size({"width": 720, "height": high})
        described = {"description": f"{grid.heading}. {grid.note}".strip(), "object_position": 2}
        self._sheet.insert_chart(last + 2, 0, chart, described)

    def _format(self, **more: object) -> Format:
        return self._book.add_format({**FONT, **more})


def _wide(grid: Grid, place: int, column: GridColumn) -> int:
    texts = [str(row[place]) for row in grid.rows if isinstance(row[place], str)]
    longest = max(map(len, texts), default=0) if column.kind == "text" else 0
    heading = min(len(column.heading), NARROWEST * 2)
    return min(WIDEST, max(NARROWEST, longest + ROOM, heading + ROOM))


def _write_about(book: xlsxwriter.Workbook, name: str, lines: Iterable[str]) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, LINE)
    for row, line in enumerate(lines):
        sheet.set_row(row, LINE_HEIGHT * (1 + len(line) // LINE) if row else 2 * LINE_HEIGHT)
        bold = {"bold": True, "font_size": 14} if row == 0 else {}
        sheet.write_string(row, 0, line, book.add_format({**FONT, **bold, "text_wrap": True, "valign": "top"}))
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
