"""Drawing a chapter's chart as SVG, with matplotlib; only the worker imports this."""

from io import StringIO
from math import ceil
from textwrap import fill

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch

from reports.chapter.bar_numbers import SIZE, BarNumbers, filled
from reports.documents import NativeChart
from reports.pictures.draw_png import file_of
from reports.pictures.shapes import LABEL, Colour
from reports.series_colours import MARKED, bar_colours, colour_of
from reports.words.language import Language

WIDTH, WIDE, COLUMNS, BAR, AROUND, KEY = 4.0, 6.2, 2.2, 0.2, 0.25, 0.24
"""In inches: how wide a chart is, how high standing columns, a lying bar, what is around bars, a line of keys."""

LETTERS = 76
"""So many letters fit side by side below the columns of a wide chart."""

ABOVE = 1.12
"""How far the axis reaches beyond the longest bar, so that its number has room."""

SHORTEST = 8
"""No line below a column is broken shorter."""

BELOW = 12
"""How far the names of columns stand below them, in points, where they are one line each."""

KEYS, KEYS_OF_YEARS, KEYS_WIDE = 2, 3, 5
"""So many explanations of colours stand side by side."""

SALT = "chapter"
"""Names inside a drawing are made from it, so that the same chart gives the same text."""


def svg(chart: NativeChart, language: Language, *, narrow: bool = False) -> str:
    """Draw a chart, its numbers as the sentences write them; the same chart gives the same text.

    A ``narrow`` one is for a phone: what else is wide is drawn as lying bars, each with its number.
    """
    if narrow and chart.is_wide:
        chart = chart.model_copy(update={"kind": "bars"})
    wide = chart.is_wide and not narrow
    # Letters are drawn as shapes, which look alike on a machine that does not have the typeface.
    with mpl.rc_context({"svg.hashsalt": SALT, "svg.fonttype": "path"}):
        width = WIDE if wide else WIDTH
        figure = Figure(figsize=(width, _height(chart, _keys_in_a_row(chart, wide=wide))), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        _draw(axes, chart, BarNumbers(chart, language, width))
        _dress(axes, chart, wide=wide)
        _explain(figure, chart, _keys_in_a_row(chart, wide=wide))
        file = StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return file.getvalue()


def _height(chart: NativeChart, keys_in_a_row: int) -> float:
    if chart.kind == "columns":
        return COLUMNS
    keys = ceil(len(_keys(chart)) / keys_in_a_row) if len(_keys(chart)) > 1 else 0
    return AROUND + BAR * len(chart.categories) * len(chart.series) + KEY * keys


def _below_columns(chart: NativeChart, *, wide: bool) -> list[str]:
    """Return the categories, those of a wide chart broken into lines."""
    if not wide:
        return list(chart.categories)
    room = max(SHORTEST, LETTERS // len(chart.categories))
    return [fill(category, room, break_long_words=False) for category in chart.categories]


def _keys(chart: NativeChart) -> list[tuple[str, str]]:
    """Return each colour and what it means."""
    keys = [(colour_of(series), series.name) for series in chart.series]
    if any(series.marked for series in chart.series):
        keys.append((MARKED, chart.marked_name))
    return keys


def _keys_in_a_row(chart: NativeChart, *, wide: bool) -> int:
    if wide:
        return KEYS_WIDE
    return KEYS_OF_YEARS if any(series.years for series in chart.series) else KEYS


def _explain(figure: Figure, chart: NativeChart, keys_in_a_row: int) -> None:
    """Say below the bars what each colour means, where there is more than one."""
    keys = [Patch(color=colour, label=name) for colour, name in _keys(chart)]
    if len(keys) > 1:
        font = FontProperties(fname=file_of(LABEL), size=SIZE)
        figure.legend(
            handles=keys,
            loc="outside lower center",
            ncols=min(keys_in_a_row, len(keys)),
            frameon=False,
            prop=font,
            handlelength=1.4,
        )


def _draw(axes: Axes, chart: NativeChart, numbers: BarNumbers) -> None:
    """Draw the bars of each category side by side, those that are a part of others in front of them."""
    beside = [series for series in chart.series if not series.highlighted]
    whole = filled(len(beside))
    thick = whole / len(beside)
    for series in chart.series:
        number = 0 if series.highlighted else beside.index(series)
        places = [place - whole / 2 + (number + 0.5) * thick for place in range(len(chart.categories))]
        values = [value or 0.0 for value in series.values]
        draw = axes.barh if chart.kind == "bars" else axes.bar
        numbers.write(axes, draw(places, values, thick, color=list(bar_colours(series))), series)


def _dress(axes: Axes, chart: NativeChart, *, wide: bool) -> None:
    """Name the categories, draw the line that bars stand on, and leave out the axis that numbers make needless."""
    font, places = FontProperties(fname=file_of(LABEL), size=SIZE), range(len(chart.categories))
    most = max((value or 0 for series in chart.series for value in series.values), default=0)
    lying = chart.kind == "bars"
    axes.spines[:].set_visible(False)
    axes.spines["left" if lying else "bottom"].set(visible=True, color=Colour.RULE, linewidth=0.8)
    axes.tick_params(length=0)
    if lying:
        axes.set_yticks(places, chart.categories, fontproperties=font, color=Colour.INK, parse_math=False)
        axes.set_ylim(len(chart.categories) - 0.5, -0.5)
        axes.xaxis.set_visible(False)
        axes.set_xlim(0, most * ABOVE or 1)
        return
    names = _below_columns(chart, wide=wide)
    axes.set_xticks(places, names, fontproperties=font, color=Colour.INK, parse_math=False)
    if not any("\n" in name for name in names):  # names with and without an accent stand on one line
        axes.tick_params(axis="x", pad=BELOW)
        for label in axes.get_xticklabels():
            label.set_verticalalignment("baseline")
    axes.yaxis.set_visible(False)
    axes.set_ylim(0, most * ABOVE or 1)
