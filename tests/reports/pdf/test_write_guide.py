"""A guide as a PDF: one page, read back as a screen reader would read it."""

import dataclasses
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from reports.papers.guide_reader import guide
from reports.papers.guide_text import GUIDES, GuideName, Way
from reports.pdf.write_guide import guide_pdf
from reports.words.language import Code, Language
from tests.reports.papers.guide_examples import ALL_GUIDES, WAYS, facts, guided, pictures_of
from tests.reports.pdf.test_write_paper import tagged

LONG_NAME = "Krise- og incestsenteret for Nordvik, Sørvik, Ytre Fjordane og omlandet, interkommunalt samarbeid IKS"
MANY = 40


@pytest.mark.parametrize(("name", "code", "way"), ALL_GUIDES)
def test_a_guide_is_one_page_and_a_checker_of_the_standard_finds_nothing(
    tmp_path: Path, name: GuideName, code: Code, way: Way
) -> None:
    file = tmp_path / f"{name}.pdf"
    file.write_bytes(guide_pdf(guided(name, code, way)))

    assert validate(str(file)).findings == ()
    with pikepdf.open(file) as read:
        assert len(read.pages) == 1


@pytest.mark.parametrize("name", GUIDES)
@pytest.mark.parametrize("way", WAYS)
def test_a_long_name_and_many_handovers_do_not_make_it_longer(name: GuideName, way: Way) -> None:
    told = dataclasses.replace(facts(way), centre=LONG_NAME, handovers=("08:00",) * MANY)

    with pikepdf.open(BytesIO(guide_pdf(guide(name, Language("nb"), told)))) as read:
        assert len(read.pages) == 1


@pytest.mark.parametrize("name", GUIDES)
def test_its_headings_are_tagged_and_every_picture_is_told_in_words(name: GuideName) -> None:
    told = guided(name)

    with pikepdf.open(BytesIO(guide_pdf(told))) as read:
        tags = list(tagged(read.Root.StructTreeRoot))
        kinds = [str(tag.S) for tag in tags]
        alternatives = {str(tag.Alt) for tag in tags if "/Alt" in tag}

    assert (kinds.count("/H1"), kinds.count("/H2")) == (1, len(told.steps))
    assert alternatives == {picture.alternative for picture in pictures_of(told)}


@pytest.mark.parametrize("name", GUIDES)
def test_the_same_guide_gives_the_same_bytes(name: GuideName) -> None:
    told = guided(name)

    assert guide_pdf(told) == guide_pdf(told)
