"""A paper as a PDF, read back as a screen reader would read it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from reports.papers.reader import PaperName
from reports.pdf.write_paper import paper_pdf
from reports.words.language import Code
from tests.reports.papers.examples import ALL, CENTRE, written

PAGES: dict[PaperName, tuple[int, ...]] = {
    "before-you-start": (2,),
    "risk-assessment": (3, 4),
    "when-someone-leaves": (1,),
}


@pytest.mark.parametrize(("name", "code"), ALL)
def test_a_checker_of_the_standard_finds_nothing_and_the_pages_are_few(
    tmp_path: Path, name: PaperName, code: Code
) -> None:
    file = tmp_path / f"{name}.pdf"
    file.write_bytes(paper_pdf(written(name, code)))

    assert validate(str(file)).findings == ()
    with pikepdf.open(file) as read:
        assert len(read.pages) in PAGES[name]


def test_title_centre_language_and_day_are_set() -> None:
    told = written("before-you-start", "en")

    with pikepdf.open(BytesIO(paper_pdf(told))) as read:
        info = read.docinfo
        assert (str(info.Title), str(info.Author)) == (told.text.title, CENTRE)
        assert str(read.Root.Lang) == "en-GB"
        assert str(info.CreationDate).startswith("D:20261130000000")


def test_headings_points_and_tables_are_tagged_and_every_column_has_a_header() -> None:
    told = written("before-you-start")

    with pikepdf.open(BytesIO(paper_pdf(told))) as read:
        kinds = [str(tag.S) for tag in tagged(read.Root.StructTreeRoot)]

    sections = told.text.section
    tables = [section.table for section in sections if section.table]
    assert (kinds.count("/H1"), kinds.count("/H2")) == (1, len(sections))
    assert kinds.count("/LI") == sum(len(section.points) for section in sections)
    assert kinds.count("/Table") == len(tables)
    assert kinds.count("/TH") == sum(len(table.columns) for table in tables)


def tagged(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Give the tags below a tag, in the order of reading."""
    for child in element.K if isinstance(element.get("/K"), pikepdf.Array) else [element.get("/K")]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tagged(child)


def test_a_name_in_the_manner_of_the_template_is_printed_as_it_is() -> None:
    told = written("when-someone-leaves").model_copy(update={"author": "#eval", "byline": "#eval *x* {n} «1 + 1»"})

    assert paper_pdf(told).startswith(b"%PDF-1.7")


def test_the_same_paper_gives_the_same_bytes() -> None:
    told = written("risk-assessment")

    assert paper_pdf(told) == paper_pdf(told)
