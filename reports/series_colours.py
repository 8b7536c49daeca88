"""The colours of a chart's bars, the same in every format."""

from collections.abc import Iterator

from reports.documents import ChartSeries
from reports.pictures.shapes import Colour

MARKED = Colour.PLUM
"""The colour of a bar that stands out."""


def colour_of(series: ChartSeries) -> Colour:
    """Return the colour of the bars that do not stand out."""
    if series.highlighted:
        return Colour.ORANGE
    return Colour.GREY if series.pale else Colour.NAVY


def bar_colours(series: ChartSeries) -> Iterator[Colour]:
    """Give the colour of each bar."""
    for place in range(len(series.values)):
        yield MARKED if place in series.marked else colour_of(series)
