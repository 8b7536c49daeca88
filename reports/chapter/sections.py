"""The sections of a chapter: the leading register, other registers, cross tables, and notes."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.chapter.beside import beside_section
from reports.chapter.cross_section import cross_sections
from reports.chapter.notes import note_paragraphs
from reports.chapter.register import register_sections
from reports.documents import ChapterSection
from reports.public_grids import public_tables
from reports.words.report_wording import ReportWording


def sections(report: ReportWording, crossed: Sequence[CrossTable]) -> Iterator[ChapterSection]:
    """Give the sections of the leading register, one for each that is told with it, tables, and notes."""
    words = report.main
    yield from register_sections(words)
    yield from cross_sections(crossed, words.language)
    yield from public_table_sections(report)
    yield from (beside_section(words, report) for words in report.beside)
    notes = tuple(said for part in report.parts for said in note_paragraphs(part, led_by=words))
    if report.hidden:
        yield ChapterSection(heading=words.language.text("Hidden figures"), paragraphs=tuple(report.hidden))
    yield ChapterSection(heading=words.language.text("About the figures"), paragraphs=notes)


def public_table_sections(report: ReportWording) -> Iterator[ChapterSection]:
    """Give each cross table of a public report a section."""
    for table in public_tables(report):
        said = " ".join(table.said)
        yield ChapterSection(heading=table.pair, paragraphs=(said,), exhibits=(table.grid,))
