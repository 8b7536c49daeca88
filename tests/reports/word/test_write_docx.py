"""The chapter's file, read back as Word and those who listen to it would read it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from reports.chapter.chapter import chapter
from reports.documents import Chapter, ChapterFile
from reports.word.write_docx import docx
from reports.words.language import Code, Language
from reports.words.wording import Wording
from reports.worker.client import WorkerClient
from tests.reports.chapters import CENTRE, figures_of, rows_of_2015, seed_rows, sentences
from tests.reports.summaries import CODES, reported, summary

SEE = re.compile(r" (?:Se|Sjå|See) (?:figur|figure|tabell|table)s? \d[^.]*\.$")


def _written(code: Code = "nb") -> Chapter:
    return chapter(reported(Wording(summary("2016", seed_rows() + rows_of_2015()), Language(code))), CENTRE)


def _read(chapter_: Chapter) -> Document:
    return python_docx.Document(BytesIO(docx(chapter_)))


def _styles(document: Document) -> list[tuple[str, str]]:
    return [(p.style.name or "", p.text) for p in document.paragraphs if p.style]


def _headings(written: Chapter) -> Iterator[tuple[str, str]]:
    yield "Heading 1", written.introduction.heading
    yield from (("Heading 2", section.heading) for section in written.sections)
    yield "Heading 2", Language(written.language).text("Figures and tables")


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_is_in_the_file_under_built_in_headings(code: Code) -> None:
    written = _written(code)

    read = _styles(_read(written))

    assert [part for part in read if part[0].startswith("Heading")] == list(_headings(written))
    assert [SEE.sub("", text) for style, text in read if style == "Normal" and text] == sentences(written)


def test_charts_stand_in_the_text_with_their_numbers_and_are_told_in_words() -> None:
    written = _written()

    document = _read(written)

    body = document.element.body
    assert [frame.get("descr") for frame in body.iter(qn("wp:docPr"))] == [
        figure.alternative for figure in figures_of(written)
    ]
    assert not list(body.iter(qn("wp:anchor"), qn("w:pict"), qn("w:txbxContent")))
    charts = [part for part in document.part.package.iter_parts() if "/charts/" in part.partname]
    assert len(charts) == len(figures_of(written))
    for part in charts:
        [numbers] = (relation.target_part for relation in part.rels.values())
        assert f'<c:externalData r:id="{next(iter(part.rels))}">'.encode() in part.blob
        assert numbers.blob.startswith(b"PK")


def test_captions_are_numbered_by_fields_and_referred_to_by_fields() -> None:
    document = _read(_written())

    codes = [element.text.strip() for element in document.element.body.iter(qn("w:instrText")) if element.text]
    marks = {element.get(qn("w:name")) for element in document.element.body.iter(qn("w:bookmarkStart"))}
    assert [codes.count(f"SEQ {name} \\* ARABIC") for name in ("Figur", "Tabell")] == [5, 5]
    referred = {code.split()[1] for code in codes if code.startswith("REF")}
    assert referred <= marks
    assert [code for code in codes if code.startswith("TOC")] == [
        'TOC \\h \\z \\n \\c "Figur"',
        'TOC \\h \\z \\n \\c "Tabell"',
    ]
    assert "Se figur 1–3 og tabell 1–3." in "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_every_line_of_the_list_leads_to_its_caption() -> None:
    document = _read(_written())

    marks = {element.get(qn("w:name")) for element in document.element.body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))} == marks


def test_an_explanation_is_a_place_to_write_in_whose_text_gives_way() -> None:
    written = _written()

    places = list(_read(written).element.body.iter(qn("w:sdt")))

    assert ["".join(text.text for text in place.iter(qn("w:t"))) for place in places] == [
        section.explanation for section in written.sections if section.explanation
    ]
    assert all(place.find(f".//{qn('w:showingPlcHdr')}") is not None for place in places)


def test_every_page_has_its_number() -> None:
    [foot] = _read(_written()).sections[0].footer.paragraphs

    assert "PAGE" in "".join(element.text or "" for element in foot._p.iter(qn("w:instrText")))
    assert foot.text == "Side 1"


@pytest.mark.parametrize(("code", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_title_author_day_and_language_are_set(code: Code, tag: str) -> None:
    written = _written(code)

    document = _read(written)

    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (
        written.introduction.heading,
        CENTRE,
        tag,
    )
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
        if paragraph._p.findall(f".//{qn('w:drawing')}") or (
            style == "Caption" and paragraph.text.startswith("Tabell")
        ):
            assert paragraph.paragraph_format.keep_with_next
    for table in document.tables:
        assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in list(table.rows)[:-1])


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert docx(_written()) == docx(_written())


def test_a_chapter_without_figures_is_a_file_too() -> None:
    empty = chapter(reported(Wording(summary("2016", []), Language("nb"))), CENTRE)

    assert [text for style, text in _styles(_read(empty)) if style.startswith("Heading")] == [
        "Telefontjenesten i\xa02016",
        "Om tallene",
    ]


async def test_the_worker_writes_the_same_file() -> None:
    written, worker = _written(), WorkerClient()

    file = await worker.write(ChapterFile(chapter=written, format="docx"))
    await worker.close()

    assert file == docx(written)
