"""Compiling a PDF that screen readers can read (PDF/UA-1), with Typst; only the worker imports this."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from reports.pictures.draw_png import FONTS


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
