"""A native chart and the workbook that holds its numbers, with XlsxWriter; only the worker imports this."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZipFile

import xlsxwriter

from reports.documents import ChartSeries, NativeChart
from reports.pictures.shapes import Colour
from reports.series_colours import MARKED, colour_of

SHEET = "Sheet1"
FONT, SMALL = {"name": "Arial", "color": Colour.INK}, 9
SAID_IN_FULL = (
    (b'<c:plotVisOnly val="1"/>', b'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'),
    (b"<c:chart>", b'<c:roundedCorners val="0"/><c:chart>'),
    (
        b'<c:showVal val="1"/>',
        (
            b'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
            b'<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        ),
    ),
)
GAP = 40
"""The room between categories, in per cent of a bar."""


@dataclass(frozen=True)
class DrawnChart:
    """A chart as XML, and the workbook with the numbers that it draws."""

    xml: bytes
    workbook: bytes


def drawn(chart: NativeChart, made: date) -> DrawnChart:
    """Draw a chart; the same one gives the same bytes."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"created": datetime.combine(made, time(), UTC)})
        sheet = book.add_worksheet(SHEET)
        sheet.write_column(1, 0, chart.categories)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, series.name)
            sheet.write_column(1, column, series.values)
        _draw(book, chart)
    with ZipFile(file) as parts:
        return DrawnChart(_plain(parts.read("xl/charts/chart1.xml")), file.getvalue())


def _plain(xml: bytes) -> bytes:
    """Say what is not shown: outside a workbook a program may take what is left unsaid for yes."""
    for said, in_full in SAID_IN_FULL:
        xml = xml.replace(said, in_full)
    return xml


def _draw(book: xlsxwriter.Workbook, chart: NativeChart) -> None:
    lying = chart.kind == "bars"
    drawing = book.add_chart({"type": "bar" if lying else "column"})
    for column, series in enumerate(chart.series, 1):
        drawing.add_series(_series(chart, series, column))
    drawing.set_title({"none": True})
    drawing.set_chartarea({"border": {"none": True}})
    legend = {"position": "bottom", "font": {"size": SMALL, **FONT}}
    drawing.set_legend(legend if len(chart.series) > 1 else {"none": True})
    across, along = (drawing.set_y_axis, drawing.set_x_axis) if lying else (drawing.set_x_axis, drawing.set_y_axis)
    # Lying bars are drawn from below, so the axis is reversed to keep the order of the categories.
    across({"reverse": lying, "num_font": {"size": SMALL + 1, **FONT}, "major_tick_mark": "none"})
    along({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    book.worksheets()[0].insert_chart(0, 0, drawing)


def _series(chart: NativeChart, series: ChartSeries, column: int) -> dict[str, object]:
    last = len(chart.categories)
    marks = [{"fill": {"color": MARKED}} if place in series.marked else None for place in range(last)]
    number_format = "0 %" if chart.shares else "#,##0"
    labels: dict[str, object] = {"value": True, "num_format": number_format, "font": {"size": SMALL, **FONT}}
    if any(series.written):
        labels["custom"] = [{"value": text} if text else None for text in series.written]
    return {
        "name": [SHEET, 0, column],
        "categories": [SHEET, 1, 0, last, 0],
        "values": [SHEET, 1, column, last, column],
        "fill": {"color": colour_of(series)},
        "points": marks if series.marked else None,
        # Labels that show nothing would be filled in by some programs.
        "data_labels": labels if chart.kind == "bars" or not (series.pale or series.years) else None,
        "gap": GAP,
        "overlap": 0,
    }
