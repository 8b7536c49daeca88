"""From a chapter to .docx bytes, with python-docx; only the worker imports this."""

from reports.documents import Chapter


def docx(chapter: Chapter) -> bytes:
    """Write a chapter; the same chapter gives the same bytes."""
    raise NotImplementedError(chapter.title)
