"""A month's picture beside the same marks drawn by hand with matplotlib."""

from io import BytesIO
from random import Random

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.transforms import IdentityTransform

from reports.pictures.card import card
from reports.pictures.chart import Chart
from reports.pictures.draw_png import DPI, png, width
from reports.pictures.layout import arrange, height
from reports.pictures.page import PORTRAIT
from reports.pictures.shapes import Box, Dot, Line, Shape, Text
from tests.benchmark import rounds
from tests.reports.summaries import CRISIS, PLAIN, months, worded

ROUNDS = 25
PIXELS = IdentityTransform()


async def a_picture() -> rounds.Line:
    """Draw a month with two years before it, as the worker does, and bare."""
    chart = _chart()
    marks = arrange(chart, width)
    high = height(chart, marks)

    async def drawn() -> None:
        png(chart)

    async def bare() -> None:
        _bare(marks, high)

    took = await rounds.in_turn(ROUNDS, drawn, bare)
    return rounds.Line("a month's picture", f"its {len(marks)} marks, bare matplotlib", *took, limit=1.3)


def _chart() -> Chart:
    """Compose October 2026 from two years of swinging months."""
    chance = Random(1)
    names = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
    plain = months(*[(name, chance.randint(40, 80)) for name in names], answers=PLAIN)
    crises = months(*[(name, chance.randint(5, 20)) for name in names], answers=CRISIS)
    return card(worded("2026-10", plain + crises))


def _bare(marks: list[Shape], high: int) -> bytes:
    figure = Figure(figsize=(PORTRAIT.width / DPI, high / DPI), dpi=DPI)
    FigureCanvasAgg(figure)
    for mark in marks:
        match mark:
            case Box(x, y, wide, tall, colour):
                figure.add_artist(Rectangle((x, high - y - tall), wide, tall, fc=colour, lw=0, transform=PIXELS))
            case Line(points, colour, thick):
                xs, ys = zip(*points, strict=True)
                line = Line2D(xs, [high - y for y in ys], color=colour, lw=thick, transform=PIXELS)
                figure.add_artist(line)
            case Dot(x, y, size, colour):
                centre = x + size / 2, high - y - size / 2
                figure.add_artist(Circle(centre, size / 2, fc=colour, lw=0, transform=PIXELS))
            case Text():
                _words(figure, mark, high)
    file = BytesIO()
    figure.savefig(file, format="png", dpi=DPI)
    return file.getvalue()


def _words(figure: Figure, text: Text, high: int) -> None:
    words = figure.text(
        text.x,
        high - text.y - text.face.size,
        text.text,
        size=text.face.size,
        weight="bold" if text.face.bold else "normal",
        color=text.colour,
        ha=text.align,
        transform=PIXELS,
    )
    if text.rim:
        words.set_path_effects([withStroke(linewidth=7, foreground="white")])
