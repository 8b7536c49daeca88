"""Drawing a chart as PNG, with matplotlib; only the worker imports this."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import fontpkg_ibm_plex_sans_condensed as typeface
import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Affine2D

from reports.pictures.chart import Chart
from reports.pictures.cross_chart import CrossChart
from reports.pictures.cross_layout import arrange_table, table_height
from reports.pictures.layout import arrange, height, page_of
from reports.pictures.page import PORTRAIT, Page
from reports.pictures.shapes import Box, Colour, Dot, Face, Line, Shape, Text

DPI = 72
"""At 72 dots an inch a point is a pixel."""

ASCENT = 0.93
"""The distance from a line's upper edge to its baseline, as a factor of the font size."""

SUBPIXELS = 64
"""The font's measures are in 1/64 of a pixel."""

FLAT = 1
"""All shapes are in one layer and drawn in order: by default the library draws lines above dots."""

RIM = 7
"""The width of the white edge of a text, half of which the letters cover."""

FONTS = Path(typeface.ROOT) / "files"


def png(chart: Chart | CrossChart) -> bytes:
    """Draw a chart in the format of its page, or as high as it needs; the same chart gives the same bytes."""
    if isinstance(chart, CrossChart):
        shapes = arrange_table(chart, width)
        return _drawn(shapes, PORTRAIT, table_height(shapes))
    shapes = arrange(chart, width)
    return _drawn(shapes, page_of(chart), height(chart, shapes))


def _drawn(shapes: Sequence[Shape], page: Page, high: int) -> bytes:
    figure = Figure(figsize=(page.width / DPI, high / DPI), dpi=DPI * page.scale, facecolor="white")
    FigureCanvasAgg(figure)
    for shape in shapes:
        match shape:
            case Box():
                _box(figure, shape)
            case Text():
                _text(figure, shape)
            case Line():
                _line(figure, shape)
            case Dot():
                _dot(figure, shape)
    file = BytesIO()
    with mpl.rc_context({"text.hinting": "none"}):
        figure.savefig(file, format="png", dpi=figure.dpi, metadata={"Software": None})
    return file.getvalue()


def _up(figure: Figure, y: float) -> float:
    """Return a height counted from the lower edge, as the library does."""
    return round(figure.get_figheight() * DPI) - y


def _scaled(figure: Figure) -> Affine2D:
    """Return the way from the page's pixels to those of the picture."""
    return Affine2D().scale(figure.dpi / DPI)


def _add(figure: Figure, artist: Artist) -> None:
    artist.set(zorder=FLAT, transform=_scaled(figure))
    figure.add_artist(artist)


def _box(figure: Figure, box: Box) -> None:
    left, top, right, bottom = (round(edge) for edge in (box.x, box.y, box.x + box.width, box.y + box.height))
    corner = (left, _up(figure, bottom))
    _add(figure, Rectangle(corner, right - left, bottom - top, facecolor=box.colour, linewidth=0))


def _line(figure: Figure, line: Line) -> None:
    xs, ys = [x for x, _ in line.points], [_up(figure, y) for _, y in line.points]
    _add(
        figure,
        Line2D(xs, ys, color=line.colour, linewidth=line.width, solid_joinstyle="round", solid_capstyle="butt"),
    )


def _dot(figure: Figure, dot: Dot) -> None:
    radius = dot.size / 2
    centre = (dot.x + radius, _up(figure, dot.y + radius))
    _add(figure, Circle(centre, radius, facecolor=dot.colour, linewidth=0))


def _text(figure: Figure, text: Text) -> None:
    figure.text(
        round(text.x),
        _up(figure, round(text.y + text.face.size * ASCENT)),
        text.text,
        fontproperties=FontProperties(fname=file_of(text.face), size=text.face.size),
        color=text.colour,
        horizontalalignment=text.align,
        verticalalignment="baseline",
        parse_math=False,
        zorder=FLAT,
        path_effects=[withStroke(linewidth=RIM, foreground=Colour.WHITE)] if text.rim else None,
        transform=_scaled(figure),
    )


def width(text: str, face: Face) -> float:
    """Return the width of a text in pixels, as it is drawn: without hinting, so that it grows with its size."""
    font = get_font(file_of(face))
    font.set_size(face.size, DPI)
    font.set_text(text, 0.0, LoadFlags.NO_HINTING)
    drawn, _ = font.get_width_height()
    return float(drawn) / SUBPIXELS


def file_of(face: Face) -> Path:
    """Return the file of the typeface that a face is set in."""
    return FONTS / f"IBMPlexSansCondensed-{'SemiBold' if face.bold else 'Regular'}.ttf"
