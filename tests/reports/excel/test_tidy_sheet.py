"""The tidy sheet: a row for each period, question and answer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.documents import Value, WorkbookSheet
from reports.excel.tidy_sheet import tidy_sheet
from reports.excel.workbook import workbook
from reports.statements.tidy_counts import tidy_counts
from reports.words.language import Code, Language
from reports.words.wording import Wording
from storage.figures.history import TOTAL, PrintedFigure
from tests.reports.chapters import rows_of_2015, seed_rows
from tests.reports.summaries import CODES, counted_year, printed_year, reported, summary

ROWS = [*rows_of_2015(), *seed_rows()]
TYPED = {TOTAL: PrintedFigure(860), ("minority", "yes"): PrintedFigure(percent=Decimal("35.90"), base=850)}


def words_of(code: Code = "nb", today: date = date(2017, 2, 1)) -> Wording:
    """Put the seed year into words, beside two years before."""
    years = [printed_year("2014", TYPED), counted_year("2015", ROWS)]
    return Wording(replace(summary("2016", ROWS, today=today), years=years), Language(code))


def rows_about(sheet: WorkbookSheet, question: str, answer: str) -> list[tuple[Value, ...]]:
    """Return the rows of one answer."""
    return [row for row in sheet.grid.rows if row[2:4] == (question, answer)]


@pytest.mark.parametrize(
    ("code", "headings"),
    [
        (
            "nb",
            "Periode|Første dag|Spørsmål|Svar|Antall|Andel av|Andel|Andel året før|Tydelig endring",
        ),
        ("nn", "Periode|Første dag|Spørsmål|Svar|Tal|Andel av|Andel|Andel året før|Tydeleg endring"),
        ("en", "Period|First day|Question|Answer|Count|Share of|Share|Share a year before|Clear change"),
    ],
)
def test_its_columns_are_named_in_the_language(code: Code, headings: str) -> None:
    assert "|".join(column.heading for column in tidy_sheet([words_of(code)]).grid.columns) == headings


def test_it_has_a_row_for_each_year_question_and_answer() -> None:
    sheet = tidy_sheet([words_of()])

    assert rows_about(sheet, "", "Samtaler") == [
        ("2014", "2014-01-01", "", "Samtaler", 860, None, None, None, ""),
        ("2015", "2015-01-01", "", "Samtaler", 921, None, None, None, ""),
        ("2016", "2016-01-01", "", "Samtaler", 899, None, None, None, "nei"),
    ]
    assert rows_about(sheet, "Instans", "Barnevernet") == [
        ("2015", "2015-01-01", "Instans", "Barnevernet", 63, 921, 63 / 921, None, ""),
        ("2016", "2016-01-01", "Instans", "Barnevernet", 126, 899, 126 / 899, 63 / 921, "ja"),
    ]


def test_a_printed_share_keeps_its_decimals() -> None:
    rows = rows_about(tidy_sheet([words_of()]), "Minoritetsspråklig bakgrunn", "Ja")

    assert rows[0] == ("2014", "2014-01-01", "Minoritetsspråklig bakgrunn", "Ja", None, 850, "0.3590", None, "")
    assert rows[1][7] == "0.3590"


def test_a_part_of_a_year_is_named_as_one() -> None:
    sheet = tidy_sheet([words_of(today=date(2016, 11, 22))])

    assert {row[0] for row in sheet.grid.rows} == {"2014", "2015", "2016, til og med 22. november"}


@pytest.mark.parametrize("code", CODES)
def test_it_stands_last_and_has_the_rows_that_the_csv_has(code: Code) -> None:
    words = words_of(code)

    sheet = workbook(reported(words)).sheets[-1]

    told = [row[4:7] for row in sheet.grid.rows if row[1] == "2016-01-01"]
    rows = [row for row in tidy_counts(words.statements) if row.question != "also"]  # nobody added anything
    assert sheet.filtered
    assert told == [(row.count, row.base, row.share) for row in rows]
