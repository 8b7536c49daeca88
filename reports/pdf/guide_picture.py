"""Drawing a guide's picture as PNG, as its PDF has it; only the worker imports this."""

from pathlib import Path

from reports.papers.guide import ChartPicture, Picture
from reports.pdf.compiled import compiled_png
from reports.pictures.draw_png import png

TEMPLATE = Path(__file__).parent / "guide_picture.typ"


def picture_png(picture: Picture) -> bytes:
    """Draw a picture; the same picture gives the same bytes."""
    if isinstance(picture, ChartPicture):
        return png(picture.chart)
    return compiled_png(TEMPLATE, {"picture": picture.model_dump_json()})
