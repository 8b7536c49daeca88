"""The chapter's file, read back as Word and those who listen to it would read it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from reports.documents import Chapter
from reports.word.chapter import chapter
from reports.word.write_docx import docx
from reports.words.language import Code, Language
from reports.words.wording import Wording
from reports.worker.client import WorkerClient
from tests.reports.chapters import CENTRE, rows_of_2015, seed_rows, sentences
from tests.reports.summaries import CODES, summary


def _written(code: Code = "nb") -> Chapter:
    return chapter(Wording(summary("2016", seed_rows() + rows_of_2015()), Language(code)), CENTRE)


def _read(chapter_: Chapter) -> Document:
    return python_docx.Document(BytesIO(docx(chapter_)))


def _styles(document: Document) -> list[tuple[str, str]]:
    return [(p.style.name or "", p.text) for p in document.paragraphs if p.style]


def _headings(written: Chapter) -> Iterator[tuple[str, str]]:
    yield "Heading 1", written.title
    yield from (("Heading 2", section.heading) for section in written.sections)


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_is_in_the_file_under_built_in_headings(code: Code) -> None:
    written = _written(code)

    read = _styles(_read(written))

    assert [part for part in read if part[0].startswith("Heading")] == list(_headings(written))
    assert [text for style, text in read if style == "Normal" and text] == sentences(written)


def test_pictures_stand_in_the_text_and_are_told_in_words() -> None:
    written = _written()
    figures = [figure for section in written.sections for figure in section.figures]

    document = _read(written)

    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == [
        figure.alternative for figure in figures
    ]
    body = document.element.body
    assert not list(body.iter(qn("wp:anchor"), qn("w:pict"), qn("w:txbxContent")))
    assert all(
        "558" in figure.alternative or "449" in figure.alternative or "98" in figure.alternative
        for figure in figures
    )


@pytest.mark.parametrize(("code", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_title_author_day_and_language_are_set(code: Code, tag: str) -> None:
    written = _written(code)

    document = _read(written)

    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (written.title, CENTRE, tag)
    assert properties.created == datetime(2016, 12, 31, tzinfo=UTC)
    assert properties.comments == ""
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {tag}


def test_nothing_that_leads_up_to_something_is_left_at_the_foot_of_a_page() -> None:
    document = _read(_written())

    for paragraph in document.paragraphs:
        style = paragraph.style.name if paragraph.style else ""
        if style and style.startswith("Heading"):
            assert document.styles[style].paragraph_format.keep_with_next
        if paragraph._p.findall(f".//{qn('w:drawing')}") or paragraph.text.startswith("Tabell"):
            assert paragraph.paragraph_format.keep_with_next
    for table in document.tables:
        assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in list(table.rows)[:-1])


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert docx(_written()) == docx(_written())


def test_a_chapter_without_figures_is_a_file_too() -> None:
    empty = chapter(Wording(summary("2016", []), Language("nb")), CENTRE)

    assert [text for style, text in _styles(_read(empty)) if style.startswith("Heading")] == [
        "Telefontjenesten i\xa02016",
        "Om tallene",
    ]


async def test_the_worker_writes_the_same_file() -> None:
    written, worker = _written(), WorkerClient()

    file = await worker.write(written)
    await worker.close()

    assert file == docx(written)
