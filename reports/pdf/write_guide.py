"""Writing a guide as a PDF of one page that screen readers can read; only the worker imports this."""

import json
from collections.abc import Iterator
from pathlib import Path

from reports.papers.guide import ChartPicture, Guide, GuideStep, Picture
from reports.pdf.compiled import compiled
from reports.pictures.draw_png import png
from reports.words.language import TAGS

TEMPLATE = Path(__file__).parent / "guide.typ"


def guide_pdf(guide: Guide) -> bytes:
    """Write a guide, dated on its day; the same guide gives the same bytes."""
    told = guide.model_dump(mode="json")
    for step, written in zip(guide.steps, told["steps"], strict=True):
        written["is_wide"] = step.is_wide
    inputs = {"guide": json.dumps(told), "language": TAGS[guide.language]}
    for picture in _pictures(guide.beside, guide.steps):
        if isinstance(picture, ChartPicture):
            # Inputs are texts: a picture goes in as a list of its bytes.
            inputs["chart"] = json.dumps(list(png(picture.chart)))
    return compiled(TEMPLATE, inputs, guide.made)


def _pictures(beside: Picture | None, steps: tuple[GuideStep, ...]) -> Iterator[Picture]:
    for picture in (beside, *(step.picture for step in steps)):
        if picture is not None:
            yield picture
