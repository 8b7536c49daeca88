"""Writing one sheet of a workbook: its heading, its table, its chart, and how it is printed."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from textwrap import wrap

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from reports.analysis.hidden import HIDDEN
from reports.documents import Grid, GridColumn, Value, WorkbookSheet
from reports.excel.cell_formats import LEFT, CellFormats
from reports.excel.distinct import distinct
from reports.excel.page_setup import PageSetup
from reports.excel.write_chart import insert_chart
from reports.pictures.shapes import Colour

NOTE = 110
"""How many characters a line of what the shares are of has at most, so that it is no wider than the page."""

STYLE = "Table Style Light 1"
"""A built-in style: black on white with pale bands, which prints well."""

WIDEST, ROOM, BUTTON = 60, 3, 3
"""How many characters wide a column is at most, and the room beside its longest text and for its button."""

NARROWEST = {"day": 12, "month": 16}
NARROW = 11
"""How many characters wide a column is at least."""

LINE_HEIGHT, PIXELS_A_ROW = 15, 20
"""The height of a line in points, and in pixels."""

LONGEST_HEADING = 255
PER_CENT = 2
"""A share has so many decimals more than its percentage."""


class SheetWriter:
    """Writes the sheets of one book."""

    def __init__(self, book: Book, formats: CellFormats, pages: PageSetup) -> None:
        """Write to ``book``, cells in these ``formats`` and ``pages`` set up alike."""
        self._book, self._formats, self._pages = book, formats, pages

    def write(self, name: str, sheet: WorkbookSheet) -> None:
        """Write the table with its heading, and the chart below it."""
        paper, grid, top = self._book.add_worksheet(name), sheet.grid, top_of(sheet.grid)
        paper.write_string(0, 0, grid.heading, self._formats.of(bold=True, font_size=14))
        for number, line in enumerate(_note_lines(grid), 1):
            paper.write_string(number, 0, line, self._formats.of(font_color=Colour.SOFT_INK))
        if grid.rows:
            self._table(paper, sheet)
        for number, row in enumerate(grid.rows, top + 1):
            for place, (column, value) in enumerate(zip(grid.columns, row, strict=True)):
                self._cell(paper, (number, place), column, value)
        widths = [_wide(sheet, place) for place in range(len(grid.columns))]
        for place, width in enumerate(widths):
            paper.set_column(place, place, width)
        paper.set_row(top, LINE_HEIGHT * max(map(_lines, _headings(grid), widths)))
        paper.freeze_panes(top + 1, 1)
        height = insert_chart(self._book, paper, sheet, top, self._formats) if sheet.chart and grid.rows else 0
        self._pages.apply(paper, (len(grid.rows), height // PIXELS_A_ROW), sum(widths), repeated=top)

    def _table(self, paper: Worksheet, sheet: WorkbookSheet) -> None:
        grid, top = sheet.grid, top_of(sheet.grid)
        options = {
            "style": STYLE,
            "autofilter": sheet.filtered,
            "total_row": bool(grid.total),
            "title": grid.heading,
            "description": grid.note,
            "columns": [
                {"header": heading, "header_format": self._heading(column, place), **total}
                for place, (heading, column, total) in enumerate(
                    zip(_headings(grid), grid.columns, self._totals(grid), strict=True)
                )
            ],
        }
        paper.add_table(top, 0, top + len(grid.rows) + bool(grid.total), len(grid.columns) - 1, options)

    def _heading(self, column: GridColumn, place: int) -> Format:
        side = self._formats.side(column, place)
        return self._formats.of(bold=True, bottom=1, text_wrap=True, valign="bottom", **side)

    def _totals(self, grid: Grid) -> Iterator[dict[str, object]]:
        """Give what each column has in the row of sums; a number that is no sum of its column stands as it is."""
        top = top_of(grid)
        for place, column in enumerate(grid.columns):
            value = grid.total[place] if grid.total else None
            if value is None:
                yield {}
            elif isinstance(value, str):
                yield {"total_string": value, "format": self._formats.of(bold=True, top=1)}
            else:
                summed = column.kind == "count" and sum(_numbers(grid, place)) == value
                cells = xl_range(top + 1, place, top + len(grid.rows), place)
                function = f"SUBTOTAL(109,{cells})" if summed else f"{value!r}"
                form = self._formats.of(bold=True, top=1, num_format=self._formats.number(column, value))
                yield {"total_function": function, "total_value": value, "format": form}

    def _cell(self, paper: Worksheet, at: tuple[int, int], column: GridColumn, value: Value) -> None:
        if isinstance(value, str) and column.kind in {"day", "month"}:
            paper.write_datetime(
                *at, date.fromisoformat(value), self._number(column, 0, **self._formats.side(column, at[1]))
            )
        elif isinstance(value, str) and value != HIDDEN and column.kind == "share":
            share = Decimal(value)
            decimals = -int(share.as_tuple().exponent) - PER_CENT
            paper.write_number(
                *at, float(share), self._formats.of(num_format=self._formats.printed_share(decimals))
            )
        elif isinstance(value, str):
            paper.write_string(*at, value, self._formats.of(**self._formats.side(column, at[1])))
        elif value is not None:
            paper.write_number(*at, value, self._number(column, value))

    def _number(self, column: GridColumn, value: float, **more: object) -> Format:
        return self._formats.of(num_format=self._formats.number(column, value), **more)


def top_of(grid: Grid) -> int:
    """Return the row of the headings, counted from 0: it leaves an empty row below the note."""
    return max(1, len(_note_lines(grid))) + 2


def _note_lines(grid: Grid) -> list[str]:
    return wrap(grid.note, NOTE, break_on_hyphens=False)


def _headings(grid: Grid) -> list[str]:
    """Return the headings as a table may bear them: all different."""
    return distinct((column.heading for column in grid.columns), LONGEST_HEADING)


def _numbers(grid: Grid, place: int) -> Iterator[float]:
    return (value for row in grid.rows if isinstance(value := row[place], int | float))


def _wide(sheet: WorkbookSheet, place: int) -> int:
    grid = sheet.grid
    column = grid.columns[place]
    texts = [str(row[place]) for row in (*grid.rows, *filter(None, [grid.total])) if isinstance(row[place], str)]
    longest = _longest(texts) if column.kind in LEFT else 0
    # A heading is wrapped between its words, but not at a no-break space.
    heading = _longest(column.heading.split(" ")) + BUTTON * sheet.filtered
    return min(WIDEST, max(NARROWEST.get(column.kind, NARROW), longest + ROOM, heading + ROOM))


def _lines(heading: str, width: int) -> int:
    return max(1, len(wrap(heading, width - ROOM)))


def _longest(texts: Iterable[str]) -> int:
    return max(map(len, texts), default=0)
