"""Writing a chapter as a PDF that screen readers can read (PDF/UA-1), with Typst; only the worker imports this."""

from datetime import UTC, datetime, time
from pathlib import Path

import typst

from reports.chapter.printed import printed
from reports.documents import Chapter
from reports.pictures.draw_png import FONTS

TEMPLATE = Path(__file__).parent / "chapter.typ"


def pdf(chapter: Chapter) -> bytes:
    """Write a chapter, dated on the day that it tells of; the same chapter gives the same bytes."""
    return typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"chapter": printed(chapter).model_dump_json()},
        font_paths=[FONTS],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        timestamp=datetime.combine(chapter.made, time(), UTC),
    )
