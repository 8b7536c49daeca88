"""The colours of a chart's bars, the same in every format."""

from collections.abc import Iterator

from reports.documents import ChartSeries
from reports.pictures.shapes import Colour

MARKED = Colour.PLUM
"""The colour of a bar that stands out."""

EARLIER = ("#5F83A6", "#86A2BD", "#A6BBCF", "#C2D0DE")
"""The colours of the bars of one to four years ago: they fade the further they are away."""

HUES = (Colour.NAVY, "#86D0C8", Colour.ORANGE, "#F9D8C4", Colour.SOFT_INK)
"""The colours of equal series, told apart also by those who do not see all colours, and in black and white."""


def colour_of(series: ChartSeries) -> str:
    """Return the colour of the bars that do not stand out."""
    if series.highlighted:
        return Colour.ORANGE
    if series.years:
        return EARLIER[min(series.years, len(EARLIER)) - 1]
    if series.hue:
        return HUES[series.hue % len(HUES)]
    return Colour.GREY if series.pale else Colour.NAVY


def bar_colours(series: ChartSeries) -> Iterator[str]:
    """Give the colour of each bar."""
    for place in range(len(series.values)):
        yield MARKED if place in series.marked else colour_of(series)
