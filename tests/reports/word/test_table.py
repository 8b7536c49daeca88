"""The tables of a chapter's file, read back."""

from collections.abc import Iterable
from io import BytesIO
from typing import Literal

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Twips

from reports.chapter.chapter import chapter
from reports.documents import Chapter, ChapterSection, Grid, GridColumn, Value
from reports.word.document import TEXT_WIDTH
from reports.word.table import add_table
from reports.word.write_docx import docx
from reports.words.language import Code, Language
from reports.words.wording import Wording
from tests.reports.chapters import CENTRE, rows_of_2015, seed_rows, tables_of
from tests.reports.summaries import CODES, reported, summary


def _written(code: Code = "nb") -> Chapter:
    return chapter(reported(Wording(summary("2016", seed_rows() + rows_of_2015()), Language(code))), CENTRE)


def _read(chapter_: Chapter) -> Document:
    return python_docx.Document(BytesIO(docx(chapter_)))


@pytest.mark.parametrize("code", CODES)
def test_the_tables_hold_the_grids_with_marked_header_rows(code: Code) -> None:
    written = _written(code)
    grids = tables_of(written)

    tables = _read(written).tables

    assert len(tables) == len(grids) == 5
    for table, grid in zip(tables, grids, strict=True):
        header, *rows = table.rows
        assert header._tr.trPr is not None
        assert header._tr.trPr.find(qn("w:tblHeader")) is not None
        assert [cell.text for cell in header.cells] == [column.heading for column in grid.columns]
        assert [_plain(cell.text for cell in row.cells) for row in rows] == [
            [_cell(*cell) for cell in zip(row, grid.columns, strict=True)] for row in grid.rows
        ]


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0\xa0%"), (0.002, "under 1\xa0%"), (0.998, "over 99\xa0%"), (1.0, "100\xa0%")]
)
def test_a_share_in_a_table_is_written_as_the_texts_write_it(share: float, said: str) -> None:
    columns = (GridColumn(heading="Svar", kind="text"), GridColumn(heading="Andel", kind="share"))
    grid = Grid(heading="Tabell 1", note="", columns=columns, rows=(("Kvinne", share),))
    written = _written().model_copy(
        update={"sections": (ChapterSection(heading="", paragraphs=(), exhibits=(grid,)),)}
    )

    [table] = _read(written).tables

    assert table.rows[1].cells[1].text == said


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("points", 7, "+7"),
        ("points", -6, "\N{MINUS SIGN}6"),
        ("points", 0, "0"),
        ("count", 1234, "1\xa0234"),
        ("share", "14,0\xa0%", "14,0\xa0%"),
        ("share", None, "–"),
        ("points", None, "–"),
    ],
)
def test_a_figure_in_a_table_is_written_as_its_kind(
    kind: Literal["count", "share", "points"], value: Value, said: str
) -> None:
    columns = (GridColumn(heading="Svar", kind="text"), GridColumn(heading="2016", kind=kind))
    grid = Grid(heading="Tabell 1", note="", columns=columns, rows=(("Kvinne", value),))
    document = python_docx.Document()

    add_table(document, grid, Language("nb"), Cm(16))

    assert document.tables[0].rows[1].cells[1].text == said


def test_two_columns_of_the_same_name_keep_their_own_numbers() -> None:
    twins = (GridColumn(heading="Ja", kind="count"), GridColumn(heading="Ja", kind="count"))
    columns = (GridColumn(heading="Svar", kind="text"), *twins)
    document = python_docx.Document()

    add_table(
        document, Grid(heading="", note="", columns=columns, rows=(("Kvinne", 3, 7),)), Language("nb"), Cm(16)
    )

    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Kvinne", "3", "7"]


def test_the_columns_of_a_wide_table_are_as_wide_as_the_page_together() -> None:
    written = _written()

    agencies = _read(written).tables[2]

    assert len(agencies.columns) == 6
    assert sum(column.width or 0 for column in agencies.columns) == pytest.approx(TEXT_WIDTH, abs=6 * Twips(1))


def _cell(value: Value, column: GridColumn) -> str:
    """Write a cell, signs and spaces plain."""
    if value is None or isinstance(value, str):
        return value or "–"
    if column.kind == "share":
        return f"{value * 100:.0f}%"
    return f"{value:+}" if column.kind == "points" and value else str(value)


def _plain(texts: Iterable[str]) -> list[str]:
    return [text.replace("\xa0%", "%").replace("\N{MINUS SIGN}", "-") for text in texts]
