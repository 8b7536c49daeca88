"""Writing a chapter as one self-contained web page, with Jinja2; only the worker imports this."""

import re
from base64 import b64encode
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.chapter.printed import printed
from reports.documents import Chapter

STRETCH, WORD_JOINER = re.compile(r"(?<=\d)–(?=\d)"), "\N{WORD JOINER}"


def html(chapter: Chapter) -> bytes:
    """Write a chapter; nothing in it is fetched from elsewhere, and the same chapter gives the same bytes."""
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["as_source"] = _as_source
    pages.filters["unbroken"] = _unbroken
    return pages.get_template("chapter.html.jinja").render(chapter=printed(chapter, on_phones=True)).encode()


def _unbroken(text: str) -> str:
    """Keep a stretch of numbers on one line: `18–23`."""
    return STRETCH.sub(f"–{WORD_JOINER}", text)


def _as_source(drawing: str) -> str:
    """Return an address that holds a drawing itself."""
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
