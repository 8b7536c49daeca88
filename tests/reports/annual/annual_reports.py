"""A year of a small centre, and its annual report read back."""

from reports.documents import Chapter, ChapterSection
from tests.example_forms import CALL
from tests.reports.houses import CHILD, TALK, Place
from tests.reports.outgoing import OUTGOING


async def fill(house: Place) -> None:
    """Keep a woman with a child over new year, a man in summer, and one who declined."""
    await house.record(CALL, "2016-03-01T10", caller="woman", behalf="self", reason="guidance", crisis="no")
    await house.record(OUTGOING, "2016-03-01T10", to="nav")
    await house.stay(
        "2015-12-20", "2016-01-11", sex="woman", age="a30_39", first_this_year="yes", destination="back"
    )
    await house.stay("2015-12-20", "2016-01-11", CHILD, age="a0_2", first_this_year="yes")
    await house.stay(
        "2016-07-01", "2016-08-01", sex="man", age="a30_39", first_this_year="yes", violence=("threats",)
    )
    await house.stay("2016-12-24", None)
    await house.record(TALK, "2016-02-03T10", sex="woman", first_this_year="yes")
    await house.record(TALK, "2016-02-03T11")


def said(section: ChapterSection) -> str:
    """Return what a section says, with common blanks."""
    return " ".join(section.paragraphs).replace("\xa0", " ")


def headings(report: Chapter) -> list[tuple[int, str]]:
    """Return the headings below the title, with their levels."""
    return [(section.level, section.heading.replace("\xa0", " ")) for section in report.sections]


def section_of(report: Chapter, heading: str) -> ChapterSection:
    """Return the first section whose heading begins so."""
    return next(section for section in report.sections if section.heading.startswith(heading))
