"""A chart in a document, which its reader's program draws."""

from datetime import date
from typing import Literal

import pytest

from reports.documents import ChartSeries, NativeChart
from reports.excel.native_chart import drawn


@pytest.mark.parametrize(("kind", "labelled"), [("bars", 2), ("columns", 1)])
def test_standing_columns_of_the_year_before_have_no_labels_that_a_program_could_fill_in(
    kind: Literal["bars", "columns"], labelled: int
) -> None:
    chart = NativeChart(
        kind=kind,
        shares=False,
        marked_name="",
        categories=("jan", "feb"),
        series=(ChartSeries(name="2016", values=(3, 4)), ChartSeries(name="2015", values=(2, 5), pale=True)),
    )

    xml = drawn(chart, date(2016, 12, 31)).xml

    assert xml.count(b"<c:dLbls>") == xml.count(b'<c:showVal val="1"/>') == labelled
