"""Compiling a PDF that screen readers can read (PDF/UA-1), or a picture; only the worker imports this."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from reports.pictures.draw_png import FONTS

PPI = 220
"""How sharp pictures are: dots an inch."""


def compiled(template: Path, told: Mapping[str, str], made: date) -> bytes:
    """Set what is told in the template's way, dated on that day; the same gives the same bytes."""
    return typst.compile(
        template,
        format="pdf",
        sys_inputs=dict(told),
        font_paths=[FONTS],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        timestamp=datetime.combine(made, time(), UTC),
    )


def compiled_png(template: Path, told: Mapping[str, str]) -> bytes:
    """Draw what is told in the template's way, as one picture; the same gives the same bytes."""
    drawn = typst.compile(
        template, format="png", sys_inputs=dict(told), font_paths=[FONTS], ignore_system_fonts=True, ppi=PPI
    )
    if not isinstance(drawn, bytes):
        raise TypeError
    return drawn
