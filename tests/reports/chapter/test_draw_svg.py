"""A chapter's chart as a drawing."""

import re
from xml.etree import ElementTree as ET

import pytest

from reports.chapter.draw_svg import svg
from reports.documents import ChartSeries, NativeChart
from reports.pictures.shapes import Colour
from reports.words.language import Language
from tests.reports.chapters import figures_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import summary


def _chart(*series: ChartSeries, shares: bool = True) -> NativeChart:
    return NativeChart(
        kind="bars", shares=shares, marked_name="tydelig endret", categories=("Kvinne", "Mann"), series=series
    )


def test_the_same_chart_gives_the_same_drawing_which_names_no_day_and_no_address_to_fetch() -> None:
    figures = figures_of(told(summary("2016", seed_rows() + rows_of_2015())))

    drawings = [(figure.chart, svg(figure.chart, Language("nb"))) for figure in figures]

    for chart, drawn in drawings:
        assert drawn == svg(chart, Language("nb"))
        assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314 - we have just drawn it
        assert not re.search(r"20\d\d-\d\d-\d\d", drawn)
        assert "<image" not in drawn


@pytest.mark.parametrize(
    ("series", "colours"),
    [
        (ChartSeries(name="2016", values=(0.2, 0.8)), {Colour.NAVY}),
        (ChartSeries(name="2015", values=(0.2, 0.8), pale=True), {Colour.GREY}),
        (ChartSeries(name="kriser", values=(2, 8), highlighted=True), {Colour.NAVY, Colour.ORANGE}),
        (ChartSeries(name="2016", values=(0.2, 0.8), marked=(1,)), {Colour.NAVY, Colour.PLUM}),
    ],
    ids=["now", "a year before", "highlighted", "clearly changed"],
)
def test_a_colour_has_one_meaning(series: ChartSeries, colours: set[Colour]) -> None:
    beside = (ChartSeries(name="alle", values=(5, 9)),) if series.highlighted else ()

    drawn = svg(_chart(*beside, series, shares=not series.highlighted), Language("nb")).upper()

    meanings = (Colour.NAVY, Colour.GREY, Colour.ORANGE, Colour.PLUM)
    assert {colour for colour in meanings if colour in drawn} == colours


def test_where_nothing_is_known_there_is_no_number() -> None:
    with_gap, without = (
        svg(_chart(ChartSeries(name="2016", values=(0.2, last))), Language("nb")) for last in (None, 0.5)
    )

    assert with_gap.count("<use") < without.count("<use")
