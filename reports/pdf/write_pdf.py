"""Writing a chapter as a PDF that screen readers can read; only the worker imports this."""

from pathlib import Path

from reports.chapter.printed import printed
from reports.documents import Chapter
from reports.pdf.compiled import compiled

TEMPLATE = Path(__file__).parent / "chapter.typ"


def pdf(chapter: Chapter) -> bytes:
    """Write a chapter, dated on the day that it tells of; the same chapter gives the same bytes."""
    return compiled(TEMPLATE, {"chapter": printed(chapter).model_dump_json()}, chapter.made)
