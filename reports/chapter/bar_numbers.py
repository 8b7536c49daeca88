"""The numbers beside a chart's bars: each as the sentences write it, and none over another bar."""

from itertools import pairwise
from typing import Final

from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.font_manager import FontProperties

from reports.documents import ChartSeries, NativeChart
from reports.pictures.draw_png import DPI, file_of, width
from reports.pictures.shapes import LABEL, NUMBER, Colour
from reports.words.language import Language

SIZE, SMALLEST = 11.0, 7.0
"""The size of texts in points, and of numbers where they would not fit above their columns."""

FEW: Final = 3
"""Of so many series at most there is more room between categories."""

DRAWN = 0.95
"""The part of a chart's width that its columns take."""

APART = 0.3
"""How far numbers beside each other are apart at least, in their own size."""

AWAY = 3
"""How far a number is from its bar, in points."""


def filled(bars: int) -> float:
    """Return the part of a category's room that so many bars side by side fill."""
    return 0.82 if bars <= FEW else 0.9


class BarNumbers:
    """Writes the numbers of a chart's bars.

    Lying bars all have one. So have columns where the widest fits, if need be in smaller letters; else the columns
    that the chart is about, where not all are of equal weight.
    """

    def __init__(self, chart: NativeChart, language: Language, inches: float) -> None:
        """Write the numbers of ``chart``, which is so many ``inches`` wide."""
        self.chart, self.language = chart, language
        self.beside = [series for series in chart.series if not series.highlighted]
        self.room = inches * DPI * DRAWN / (len(chart.categories) or 1)
        self.room *= filled(len(self.beside)) / len(self.beside)
        wide = [[_width(text) for text in self.texts(series)] for series in self.beside]
        close = [(one + other) / 2 + APART for group in zip(*wide, strict=True) for one, other in pairwise(group)]
        self.widest = max((one for series in wide for one in series), default=0)
        fitting = self.room / max(self.widest, APART, *close)
        self.fit = chart.kind == "bars" or fitting >= SMALLEST
        self.size = min(SIZE, fitting) if self.fit and chart.kind == "columns" else SIZE
        equal = any(series.hue for series in chart.series)
        about = (series for series in chart.series if not (series.years or series.pale or equal))
        self.told = next(about, None)

    def texts(self, series: ChartSeries) -> list[str]:
        """Write the numbers of bars; none where nothing is known."""
        written = self.language.percent if self.chart.shares else lambda value: self.language.number(round(value))
        said = ["" if value is None else written(value) for value in series.values]
        return [as_printed or usual for as_printed, usual in zip(series.written or said, said, strict=True)]

    def write(self, axes: Axes, bars: BarContainer, series: ChartSeries) -> None:
        """Write the numbers of a series, those of bars that stand out in bold, where the series has numbers."""
        if self.chart.kind == "columns" and (series.highlighted or not (self.fit or series is self.told)):
            return
        labels = axes.bar_label(bars, self.texts(series), padding=AWAY, color=Colour.INK, parse_math=False)
        for place, label in enumerate(labels):
            face = NUMBER if place in series.marked else LABEL
            label.set_fontproperties(FontProperties(fname=file_of(face), size=self.size))
            if self.chart.kind == "bars":
                label.set_verticalalignment("center_baseline")
            elif not self.fit:
                label.xyann = (self._aside(series, label.get_text()), AWAY)

    def _aside(self, series: ChartSeries, text: str) -> float:
        """Return how far a number stands to the outer side, so that it is not over a bar beside its own."""
        spare = max(0.0, _width(text) * self.size - self.room) / 2
        return spare if series is self.beside[-1] else -spare if series is self.beside[0] else 0.0


def _width(text: str) -> float:
    """Return the width of a number in its own size."""
    return width(text, LABEL) / LABEL.size
