"""Drawing a chapter's chart as SVG, with matplotlib; only the worker imports this."""

from io import StringIO
from textwrap import fill

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch

from reports.documents import ChartSeries, NativeChart
from reports.pictures.draw_png import file_of
from reports.pictures.shapes import LABEL, Colour
from reports.series_colours import MARKED, bar_colours, colour_of
from reports.words.language import Language

SIZE = 10
"""The size of texts, in points."""

WIDTH, WIDE, COLUMNS, BAR, AROUND = 4.0, 6.2, 2.2, 0.2, 0.35
"""In inches: how wide a chart is, how high standing columns, a lying bar, and what is around bars."""

LETTERS = 84
"""So many letters fit side by side below the columns of a wide chart."""

FILLED = 0.82
"""The part of a category's room that its bars fill."""

ABOVE = 1.12
"""How far the axis reaches beyond the longest bar, so that its number has room."""

MOST_NUMBERED = 24
"""Of more standing columns of several kinds of people only the first kind have numbers."""

SHORTEST = 8
"""No line below a column is broken shorter."""

SALT = "chapter"
"""Names inside a drawing are made from it, so that the same chart gives the same text."""


def svg(chart: NativeChart, language: Language) -> str:
    """Draw a chart, its numbers as the sentences write them; the same chart gives the same text."""
    width = WIDE if chart.is_wide else WIDTH
    height = COLUMNS if chart.kind == "columns" else AROUND + BAR * len(chart.categories) * len(chart.series)
    # Letters are drawn as shapes, which look alike on a machine that does not have the typeface.
    with mpl.rc_context({"svg.hashsalt": SALT, "svg.fonttype": "path"}):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        _draw(axes, chart, language)
        _dress(axes, chart)
        _explain(figure, chart)
        file = StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return file.getvalue()


def _below_columns(chart: NativeChart) -> list[str]:
    """Return the categories, those of a wide chart broken into lines."""
    if not chart.is_wide:
        return list(chart.categories)
    room = max(SHORTEST, LETTERS // len(chart.categories))
    return [fill(category, room, break_long_words=False) for category in chart.categories]


def _explain(figure: Figure, chart: NativeChart) -> None:
    """Say below the bars what each colour means, where there is more than one."""
    keys = [Patch(color=colour_of(series), label=series.name) for series in chart.series]
    if any(series.marked for series in chart.series):
        keys.append(Patch(color=MARKED, label=chart.marked_name))
    if len(keys) > 1:
        font = FontProperties(fname=file_of(LABEL), size=SIZE)
        figure.legend(handles=keys, loc="outside lower center", ncols=2, frameon=False, prop=font)


def _draw(axes: Axes, chart: NativeChart, language: Language) -> None:
    """Draw the bars of each category side by side, those that are a part of others in front of them."""
    beside = [series for series in chart.series if not series.highlighted]
    thick = FILLED / len(beside)
    roomy = len(chart.series) * len(chart.categories) <= MOST_NUMBERED
    told = next((series for series in chart.series if not (series.years or series.pale)), None)
    for series in chart.series:
        number = 0 if series.highlighted else beside.index(series)
        places = [place - FILLED / 2 + (number + 0.5) * thick for place in range(len(chart.categories))]
        values = [value or 0.0 for value in series.values]
        draw = axes.barh if chart.kind == "bars" else axes.bar
        bars = draw(places, values, thick, color=list(bar_colours(series)))
        if chart.kind == "bars" or series is told or (series.hue and roomy):
            _number(axes, bars, _written(chart, series, language))


def _written(chart: NativeChart, series: ChartSeries, language: Language) -> list[str]:
    """Write the numbers of bars; none where nothing is known."""
    written = language.percent if chart.shares else lambda value: language.number(round(value))
    return ["" if value is None else written(value) for value in series.values]


def _number(axes: Axes, bars: BarContainer, texts: list[str]) -> None:
    font = FontProperties(fname=file_of(LABEL), size=SIZE)
    axes.bar_label(bars, texts, padding=3, fontproperties=font, color=Colour.INK, parse_math=False)


def _dress(axes: Axes, chart: NativeChart) -> None:
    """Name the categories, and leave out the axis that the numbers make needless."""
    font, places = FontProperties(fname=file_of(LABEL), size=SIZE), range(len(chart.categories))
    axes.spines[:].set_visible(False)
    most = max((value or 0 for series in chart.series for value in series.values), default=0)
    if chart.kind == "bars":
        axes.set_yticks(places, chart.categories, fontproperties=font, color=Colour.INK, parse_math=False)
        axes.invert_yaxis()
        axes.xaxis.set_visible(False)
        axes.set_xlim(0, most * ABOVE or 1)
    else:
        axes.set_xticks(places, _below_columns(chart), fontproperties=font, color=Colour.INK, parse_math=False)
        axes.yaxis.set_visible(False)
        axes.set_ylim(0, most * ABOVE or 1)
    axes.tick_params(length=0)
