"""The papers as a centre gets them."""

from datetime import date

from reports.papers.paper import Paper
from reports.papers.reader import PAPERS, PaperFacts, PaperName, paper
from reports.words.language import Code, Language
from tests.reports.summaries import CODES

CENTRE = "Krisesenteret i Nordvik"
FACTS = PaperFacts(
    date(2026, 11, 30), CENTRE, exact_days=31, own_hours=24, clear_hours=12, lapse_days=90, idle_minutes=10, k=5
)
ALL = [(name, code) for name in PAPERS for code in CODES]


def written(name: PaperName, code: Code = "nb", facts: PaperFacts = FACTS) -> Paper:
    """Read a paper, its places filled."""
    return paper(name, Language(code), facts)


def texts_of(told: Paper) -> list[str]:
    """Return every text of a paper, in the order of reading, without the headings of columns."""
    texts = [told.text.title, told.byline, *told.text.introduction]
    for section in told.text.section:
        texts += [section.heading, *section.paragraphs, *section.points]
        texts += [cell for row in section.table.rows for cell in row] if section.table else []
        texts += section.closing
    return texts
