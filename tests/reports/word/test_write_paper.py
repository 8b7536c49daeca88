"""A paper's file, read back as Word and those who listen to it would read it."""

from io import BytesIO
from zipfile import ZipFile

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Twips

from reports.papers.paper import Paper, PaperTable
from reports.papers.reader import PaperName
from reports.word.write_paper import PAPER_WIDTH, paper_docx
from reports.words.language import Code
from tests.reports.papers.examples import ALL, CENTRE, FACTS, written

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def _read(told: Paper) -> Document:
    return python_docx.Document(BytesIO(paper_docx(told)))


def _tables_of(told: Paper) -> list[PaperTable]:
    return [section.table for section in told.text.section if section.table]


@pytest.mark.parametrize(("name", "code"), ALL)
def test_every_sentence_is_in_the_file_under_built_in_headings(name: PaperName, code: Code) -> None:
    told = written(name, code)

    read = [(p.style.name if p.style else "", p.text) for p in _read(told).paragraphs if p.text]

    expected = [("Heading 1", told.text.title), ("Byline", told.byline)]
    expected += [("Normal", text) for text in told.text.introduction]
    for section in told.text.section:
        expected.append(("Heading 2", section.heading))
        expected += [("Normal", text) for text in section.paragraphs]
        expected += [("List Bullet", text) for text in section.points]
        expected += [("Normal", text) for text in section.closing]
    assert read == expected


@pytest.mark.parametrize(("name", "code"), ALL)
def test_tables_have_texts_empty_cells_to_fill_in_and_repeated_header_rows(name: PaperName, code: Code) -> None:
    told = written(name, code)

    tables = _read(told).tables

    for table, expected in zip(tables, _tables_of(told), strict=True):
        header, *rows = table.rows
        assert header._tr.trPr is not None
        assert header._tr.trPr.find(qn("w:tblHeader")) is not None
        assert [cell.text for cell in header.cells] == [column.heading for column in expected.columns]
        cells = [[cell.text for cell in row.cells] for row in rows]
        assert cells == [[text or "" for text in expected.cells(row)] for row in expected.rows]
        assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_rows_to_write_in_are_high_and_columns_as_wide_as_the_page_together() -> None:
    told = written("risk-assessment")

    for table, expected in zip(_read(told).tables, _tables_of(told), strict=True):
        assert (table.rows[1].height or 0) == pytest.approx(Mm(expected.row_height), abs=Twips(1))
        together = sum(column.width or 0 for column in table.columns)
        assert together == pytest.approx(PAPER_WIDTH, abs=len(table.columns) * Twips(1))


def test_what_has_to_be_done_has_a_box_to_check_that_says_what_it_is() -> None:
    told = written("when-someone-leaves")

    body = _read(told).element.body

    boxes = list(body.iter(f"{W14}checkbox"))
    assert len(boxes) == len(_tables_of(told)[1].rows) == 11
    assert {alias.get(qn("w:val")) for alias in body.iter(qn("w:alias"))} == {"Gjort"}
    assert [box.find(f"{W14}checked").get(f"{W14}val") for box in boxes] == ["0"] * len(boxes)


def test_title_centre_language_and_day_are_set() -> None:
    told = written("before-you-start", "nn")

    properties = _read(told).core_properties

    assert (properties.title, properties.author, properties.language) == (told.text.title, CENTRE, "nn-NO")
    assert properties.created is not None
    assert properties.created.date() == FACTS.made


def test_the_same_paper_gives_the_same_bytes() -> None:
    told = written("risk-assessment")

    one, two = paper_docx(told), paper_docx(told)

    assert one == two
    assert ZipFile(BytesIO(one)).testzip() is None
