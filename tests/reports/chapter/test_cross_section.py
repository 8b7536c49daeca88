"""What a chapter says of two questions set against each other."""

from io import BytesIO

import docx as python_docx
import pytest
from docx.shared import Cm

from reports.chapter.chapter import chapter
from reports.chapter.cross_section import cross_sections
from reports.documents import Grid
from reports.word.document import TEXT_WIDTH
from reports.word.write_docx import docx
from reports.words.language import Code, Language
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.reports.chapters import CENTRE, language, seed_rows
from tests.reports.crossed import crossed, with_many_options
from tests.reports.summaries import CODES, reported, summary

TABLES = [crossed(pair, seed_rows()) for pair in ("agency,reason", "agency,behalf", "agency,crisis")]


@pytest.mark.parametrize("code", CODES)
def test_each_table_that_holds_anything_has_a_section(code: Code) -> None:
    sections = list(cross_sections(TABLES, language(code)))

    assert [section.heading.split(" × ")[0] for section in sections] == [
        TABLES[0].rows.question.label.in_language(code)
    ] * 2
    assert [grid.heading for section in sections for grid in section.exhibits if isinstance(grid, Grid)] == [
        f"{section.heading}, 2016" for section in sections
    ]


def test_a_cell_is_a_count_with_its_share_and_the_paragraph_says_of_what() -> None:
    *_, section = cross_sections(TABLES, Language("nb"))

    [grid] = section.exhibits
    assert isinstance(grid, Grid)
    assert [cell.replace("\u00a0", " ") for cell in map(str, grid.rows[1])] == [
        "Politi",
        "18 (20 %)",
        "72 (80 %)",
        "90",
    ]
    assert [cell.replace("\u00a0", " ") for cell in map(str, grid.rows[-1])] == [
        "I alt",
        "92 (16 %)",
        "466 (84 %)",
        "558",
    ]
    assert section.paragraphs[0].endswith("Prosentene er andeler av raden, blant kjente svar.")


def test_a_chapter_tells_the_tables_before_the_notes() -> None:
    words = Wording(summary("2016", seed_rows()), Language("nb"))

    written = chapter(reported(words), CENTRE, TABLES)

    assert [section.heading for section in written.sections[-3:]] == [
        "Instans × årsak",
        "Instans × krisetelefon",
        "Om tallene",
    ]


def test_a_table_of_many_columns_fits_between_the_margins() -> None:
    rows = [AnswerCount("2016-01", "registered", {"agency": f"a{n}", "reason": f"r{n}"}, 3) for n in range(20)]
    table = crossed("agency,reason", rows, with_many_options(20))
    words = Wording(summary("2016", seed_rows()), Language("nb"))

    file = docx(chapter(reported(words), CENTRE, [table]))

    widths = [cell.width for cell in python_docx.Document(BytesIO(file)).tables[-1].rows[0].cells]
    assert len(widths) == 10
    assert None not in widths
    assert sum(width for width in widths if width) == pytest.approx(TEXT_WIDTH, rel=0.01)
    assert min(width for width in widths if width) > Cm(1)
