"""Writing a paper as a PDF that screen readers can read; only the worker imports this."""

from pathlib import Path

from reports.papers.paper import Paper
from reports.pdf.compiled import compiled
from reports.words.language import TAGS, Language

TEMPLATE = Path(__file__).parent / "paper.typ"


def paper_pdf(paper: Paper) -> bytes:
    """Write a paper, dated on its day; the same paper gives the same bytes."""
    told = {
        "paper": paper.model_dump_json(),
        "language": TAGS[paper.language],
        "page": Language(paper.language).text("Page {n}", n="{n}"),
    }
    return compiled(TEMPLATE, told, paper.made)
