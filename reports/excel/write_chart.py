"""Drawing the chart of a sheet below its table, to be edited in Excel."""

from xlsxwriter import Workbook as Book
from xlsxwriter.worksheet import Worksheet

from reports.analysis.hidden import HIDDEN
from reports.documents import Series, WorkbookSheet
from reports.excel.cell_formats import SHORT_MONTH, CellFormats
from reports.pictures.shapes import Colour

PIXELS_A_ROW, FEWER_PIXELS = 40, 26
"""How high an answer's bars are, and where there are many."""

MANY = 10
"""More answers than this are many."""

WIDTH, HEIGHT, AROUND = 720, 360, 140
"""The size of a chart in pixels, and the height of what stands around lying bars."""


def insert_chart(book: Book, paper: Worksheet, sheet: WorkbookSheet, top: int, formats: CellFormats) -> int:
    """Draw the series of a sheet whose headings are in the row ``top``, and return the chart's height in pixels.

    The row of sums is not drawn.
    """
    grid, name, last = sheet.grid, paper.get_name(), top + _drawn(sheet)
    lying = sheet.chart == "bars"
    chart = book.add_chart({"type": "bar" if lying else "column"})
    for series in sheet.series:
        chart.add_series(
            {
                "name": [name, top, series.column],
                "categories": [name, top + 1, 0, last, 0],
                "values": [name, top + 1, series.column, last, series.column],
                "fill": {"color": Colour.GREY if series.pale else Colour.NAVY},
                "gap": 60,
                "overlap": 0,
                "data_labels": {"value": True, "custom": _labels(sheet, series)},
            }
        )
    chart.set_title({"name": grid.heading, "name_font": {"size": 12, "color": Colour.INK}})
    chart.set_legend({"position": "bottom"} if len(sheet.series) > 1 else {"none": True})
    across, along = ("set_y_axis", "set_x_axis") if lying else ("set_x_axis", "set_y_axis")
    # Horizontal bars are drawn from below, so the axis is reversed to keep the order of the rows.
    named = {"reverse": lying, "num_font": {"color": Colour.INK}}
    if grid.columns[0].kind == "month":
        named |= {"text_axis": True, "num_format": formats.month(SHORT_MONTH)}
    getattr(chart, across)(named)
    getattr(chart, along)({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    high = _high(len(grid.rows)) if lying else HEIGHT
    chart.set_size({"width": WIDTH, "height": high})
    below = top + len(grid.rows) + bool(grid.total) + 2
    paper.insert_chart(below, 0, chart, {"description": _described(sheet), "object_position": 2})
    return high


def _labels(sheet: WorkbookSheet, series: Series) -> list[dict[str, bool] | None]:
    """Leave out the number of what is hidden, which would be drawn as 0; None stands for a label as any other."""
    rows = sheet.grid.rows[: _drawn(sheet)]
    return [{"delete": True} if row[series.column] == HIDDEN else None for row in rows]


def _drawn(sheet: WorkbookSheet) -> int:
    """Return how many rows are drawn: a last one without anything to draw, such as "not known", is not."""
    rows = enumerate(sheet.grid.rows, 1)
    return max((n for n, row in rows if any(row[s.column] is not None for s in sheet.series)), default=1)


def _described(sheet: WorkbookSheet) -> str:
    """Say what a chart shows to those who cannot see it; its figures are in the table above it."""
    drawn = ", ".join(sheet.grid.columns[series.column].heading for series in sheet.series)
    return f"{sheet.grid.heading}: {drawn}. {sheet.grid.note}".strip()


def _high(rows: int) -> int:
    return rows * (FEWER_PIXELS if rows > MANY else PIXELS_A_ROW) + AROUND
