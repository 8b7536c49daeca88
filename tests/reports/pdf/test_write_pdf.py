"""The chapter as a PDF, read back as a screen reader would read it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from reports.chapter.chapter import chapter
from reports.documents import Chapter
from reports.pdf.write_pdf import pdf
from reports.words.language import Code
from tests.reports.chapters import figures_of, tables_of
from tests.reports.outgoing import telephone_report
from tests.reports.summaries import CODES, reported, worded


@cache
def _written(code: Code = "nb") -> Chapter:
    return chapter(telephone_report(code), "Krisesenteret")


@cache
def _made(code: Code = "nb") -> bytes:
    return pdf(_written(code))


def _tagged(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Give the elements of the structure, in the order of reading."""
    for child in element.K if isinstance(element.get("/K"), pikepdf.Array) else [element.get("/K")]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _tagged(child)


@pytest.fixture
def tags() -> Iterator[list[pikepdf.Object]]:
    """Read the structure of the seed year's chapter."""
    with pikepdf.open(BytesIO(_made())) as read:
        yield list(_tagged(read.Root.StructTreeRoot))


@pytest.mark.parametrize("code", CODES)
def test_a_checker_of_the_standard_finds_nothing(tmp_path: Path, code: Code) -> None:
    file = tmp_path / "2016.pdf"
    file.write_bytes(_made(code))

    assert validate(str(file)).findings == ()


def test_title_author_language_and_day_are_set() -> None:
    with pikepdf.open(BytesIO(_made())) as read:
        info = read.docinfo
        assert (str(info.Title), str(info.Author)) == (_written().introduction.heading, "Krisesenteret")
        assert str(read.Root.Lang) == "nb-NO"
        assert read.Root.ViewerPreferences.DisplayDocTitle
        assert str(info.CreationDate).startswith(f"D:{datetime(2016, 12, 31, tzinfo=UTC):%Y%m%d}000000")
        assert 'pdfuaid:part="1"' in str(read.Root.Metadata.read_bytes()) or "<pdfuaid:part>1<" in str(
            read.Root.Metadata.read_bytes()
        )


def test_headings_figures_and_tables_are_tagged(tags: list[pikepdf.Object]) -> None:
    kinds = [str(tag.S) for tag in tags]

    assert (kinds.count("/H1"), kinds.count("/H2")) == (1, len(_written().sections))
    assert kinds.count("/Table") == len(tables_of(_written()))
    assert [str(tag.Alt) for tag in tags if tag.S == "/Figure"] == [
        figure.alternative for figure in figures_of(_written())
    ]


def test_every_column_of_a_table_has_a_header(tags: list[pikepdf.Object]) -> None:
    heads = [tag for tag in tags if tag.S == "/TH"]

    columns = [column for grid in tables_of(_written()) for column in grid.columns if column.kind != "group"]
    assert len(heads) == len(columns)
    assert all(any(attribute.get("/Scope") == "/Column" for attribute in _attributes(head)) for head in heads)


def _attributes(tag: pikepdf.Object) -> list[pikepdf.Object]:
    told = tag.get("/A")
    return list(told) if isinstance(told, pikepdf.Array) else [told] if told else []


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert pdf(_written()) == _made()


def test_a_period_without_calls_is_a_file_too() -> None:
    assert pdf(chapter(reported(worded("2016", [])), "")).startswith(b"%PDF-1.7")
