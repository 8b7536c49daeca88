"""Drawing a chart as SVG, with the shapes and the typeface of the PNG; only the worker imports this."""

from collections.abc import Iterable, Iterator
from html import escape

from reports.pictures.chart import Chart
from reports.pictures.cross_layout import arrange_table, table_height
from reports.pictures.draw_png import width
from reports.pictures.drawing import Drawing
from reports.pictures.layout import arrange, height, page_of
from reports.pictures.page import PORTRAIT
from reports.pictures.shapes import Box, Colour, Dot, Line, Shape, Text
from reports.pictures.svg_letters import Letters


def picture_svg(drawing: Drawing) -> bytes:
    """Draw a chart with its description; the same chart gives the same bytes, and nothing in it has a style.

    Attributes alone say how it looks, so that a browser that allows no styles in a page shows it all the same.
    """
    chart = drawing.picture
    if isinstance(chart, Chart):
        shapes, wide = arrange(chart, width), page_of(chart).width
        high = height(chart, shapes)
    else:
        shapes, wide = arrange_table(chart, width), PORTRAIT.width
        high = table_height(shapes)
    letters = Letters()
    drawn = "\n".join(_elements(shapes, letters))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
        ' role="img" aria-labelledby="title description">\n'
        f'<title id="title">{escape(chart.title)}</title>\n'
        f'<desc id="description">{escape(drawing.description)}</desc>\n'
        f"{letters.definitions}\n"
        f'<rect width="{wide}" height="{high}" fill="{Colour.WHITE}"/>\n'
        f"{drawn}\n</svg>\n"
    ).encode()


def _elements(shapes: Iterable[Shape], letters: Letters) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Box():
                yield _box(shape)
            case Line():
                yield _line(shape)
            case Dot():
                radius = shape.size / 2
                centre = f'cx="{shape.x + radius:.2f}" cy="{shape.y + radius:.2f}"'
                yield f'<circle {centre} r="{radius:g}" fill="{shape.colour}"/>'
            case Text():
                yield from letters.draw(shape)


def _box(box: Box) -> str:
    left, top, right, bottom = (round(edge) for edge in (box.x, box.y, box.x + box.width, box.y + box.height))
    return f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" fill="{box.colour}"/>'


def _line(line: Line) -> str:
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in line.points)
    stroke = f'stroke="{line.colour}" stroke-width="{line.width:g}" stroke-linejoin="round"'
    return f'<polyline points="{points}" fill="none" {stroke}/>'
