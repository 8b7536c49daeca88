"""The sheet of a cross table, read back as a spreadsheet program reads it."""

import pytest

from reports.excel.cross_sheet import cross_sheet
from reports.excel.workbook import workbook
from reports.excel.write_xlsx import xlsx
from reports.words.language import Code
from storage.figures.counts import AnswerCount
from tests.reports.chapters import seed_rows
from tests.reports.crossed import cross_words, crossed, with_many_options
from tests.reports.spreadsheet import sums_of
from tests.reports.summaries import CODES, reported, worded


def test_a_row_has_its_counts_their_sum_and_its_shares() -> None:
    grid = cross_sheet(cross_words(crossed("agency,crisis", seed_rows()))).grid

    assert [(column.heading, column.kind) for column in grid.columns] == [
        ("Instans", "text"),
        ("Ja", "count"),
        ("Nei", "count"),
        ("I alt", "count"),
        ("Ja, andel", "share"),
        ("Nei, andel", "share"),
    ]
    assert grid.rows[1] == ("Politi", 18, 72, 90, 0.2, 0.8)
    assert grid.total == ("I alt", 92, 466, 558, 92 / 558, 466 / 558)
    assert "341\u00a0samtaler har svar på bare ett av dem" in grid.note


def test_what_is_not_known_has_no_share() -> None:
    grid = cross_sheet(cross_words(crossed("caller,minority", seed_rows()))).grid

    assert grid.rows[0] == ("Kvinne", 141, 140, 6, 287, 141 / 281, 140 / 281)
    assert grid.rows[3] == ("Ikke kjent", 0, 0, 0, 0, None, None)


def test_all_options_are_there_however_many() -> None:
    rows = [AnswerCount("2016-01", "registered", {"agency": "a0", "reason": "r0"}, 30)]

    grid = cross_sheet(cross_words(crossed("agency,reason", rows, with_many_options(20)))).grid

    assert len(grid.rows) == 21
    assert len(grid.columns) == 1 + 21 + 1 + 20


@pytest.mark.parametrize("code", CODES)
def test_a_workbook_has_a_sheet_for_each_table_that_holds_anything(code: Code) -> None:
    tables = [crossed(pair, seed_rows()) for pair in ("agency,reason", "agency,behalf", "agency,crisis")]
    alone = workbook(reported(worded("2016", seed_rows(), code)))

    made = workbook(reported(worded("2016", seed_rows(), code)), "", tables)

    assert len(made.sheets) == len(alone.sheets) + 2
    assert [sheet.name for sheet in made.sheets[-3:-1]] == [cross_words(tables[n], code).pair for n in (0, 2)]
    assert 558 in [value for _, value, _ in sums_of(xlsx(made))]
