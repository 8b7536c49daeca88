"""A guide's file, read back as Word and those who listen to it would read it."""

from io import BytesIO

import docx as python_docx
import pytest
from docx.oxml.ns import qn

from reports.papers.guide_text import GUIDES, GuideName, Way
from reports.word.write_guide import guide_docx
from reports.words.language import Code
from tests.reports.papers.guide_examples import ALL_GUIDES, guided, pictures_of


@pytest.mark.parametrize(("name", "code", "way"), ALL_GUIDES)
def test_every_sentence_is_in_the_file_its_steps_numbered_under_headings(
    name: GuideName, code: Code, way: Way
) -> None:
    told = guided(name, code, way)

    document = python_docx.Document(BytesIO(guide_docx(told)))

    read = [(p.style.name if p.style else "", p.text) for p in document.paragraphs if p.text]
    expected = [("Heading 1", told.title), ("Lead", told.lead)]
    for number, step in enumerate(told.steps, start=1):
        expected += [("Heading 2", f"{number}. {step.heading}"), ("Normal", step.text.replace("`", ""))]
    assert read == [*expected, ("Normal", told.closing.replace("`", "")), ("Byline", told.byline)]


@pytest.mark.parametrize("name", GUIDES)
def test_every_picture_is_told_in_words(name: GuideName) -> None:
    told = guided(name)

    body = python_docx.Document(BytesIO(guide_docx(told))).element.body

    told_in_words = [drawn.get("descr") for drawn in body.iter(qn("wp:docPr"))]
    assert told_in_words == [picture.alternative for picture in pictures_of(told)]


@pytest.mark.parametrize("name", GUIDES)
def test_the_same_guide_gives_the_same_bytes(name: GuideName) -> None:
    told = guided(name)

    assert guide_docx(told) == guide_docx(told)
