"""The workbook of a summary, read back as a spreadsheet program reads it."""

import pytest

from reports.excel.workbook import workbook
from reports.excel.write_xlsx import xlsx
from reports.words.language import Code
from storage.figures.counts import AnswerCount
from tests.reports.forms import call_form
from tests.reports.known_numbers import Known
from tests.reports.spreadsheet import cells_of
from tests.reports.summaries import CRISIS, months, worded

ROWS = [
    *months(*[(f"{year}-{month:02}", 60 + month) for year in (2024, 2025, 2026) for month in range(1, 11)]),
    *months(("2025-10", 14), ("2026-10", 21), answers=CRISIS),
]
PERIODS = pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025"])
CODES = pytest.mark.parametrize("code", ["nb", "nn", "en"])


@PERIODS
@CODES
def test_every_number_is_in_the_tally(name: str, code: Code) -> None:
    words = worded(name, ROWS, code)
    known = Known.of(words)

    numbers = [value for _, value in cells_of(xlsx(workbook(words))) if isinstance(value, float)]

    assert len(numbers) > 20
    for number in numbers:
        assert number in known.counts or round(number * 100) in known.percentages or abs(number) in known.points, (
            number
        )


@CODES
def test_the_total_the_crisis_calls_and_every_answer_are_there(code: Code) -> None:
    words = worded("2026-10", ROWS, code)

    values = [value for _, value in cells_of(xlsx(workbook(words, "Senteret")))]

    assert words.summary.now.total in values
    assert words.summary.now.highlighted in values
    for option in call_form().by_key["agency"].options:
        assert option.label.in_language(code) in values


def test_months_before_the_first_record_are_no_zeros() -> None:
    alone = workbook(worded("2024", ROWS)).sheets[-1].grid
    partly = workbook(worded("2025", months(("2024-06", 5), ("2025-03", 6), ("2025-07", 7)))).sheets[-1].grid

    assert [column.heading for column in alone.columns] == ["Måned", "Samtaler", "Krisetelefoner"]
    assert partly.rows[2] == ("Mars 2025", 6, 0, None, None)
    assert partly.rows[5] == ("Juni 2025", 0, 0, 5, 0)


@pytest.mark.parametrize(
    ("rows", "drawn"),
    [
        (ROWS, [("Andel", False), ("Andel oktober 2025", True)]),
        ([row for row in ROWS if row.month == "2026-10"], [("Andel", False)]),
        (months(("2025-10", 12), ("2026-10", 15)), [("Oktober 2026", False), ("Oktober 2025", True)]),
    ],
    ids=["with a year before", "alone", "too few for shares"],
)
def test_the_chart_of_a_question_draws_shares_and_counts_only_where_there_are_none(
    rows: list[AnswerCount], drawn: list[tuple[str, bool]]
) -> None:
    _, callers, *_ = workbook(worded("2026-10", rows)).sheets

    headings = [column.heading.replace("\xa0", " ") for column in callers.grid.columns]
    assert [(headings[series.column], series.pale) for series in callers.series] == drawn


@pytest.mark.parametrize(
    ("code", "none", "almost_none", "almost_all", "all_of_them"),
    [
        ("nb", "0\u00a0%", "under 1\u00a0%", "over 99\u00a0%", "100\u00a0%"),
        ("nn", "0\u00a0%", "under 1\u00a0%", "over 99\u00a0%", "100\u00a0%"),
        ("en", "0%", "under 1%", "over 99%", "100%"),
    ],
)
def test_a_share_that_is_not_quite_none_or_all_is_shown_so(
    code: Code, none: str, almost_none: str, almost_all: str, all_of_them: str
) -> None:
    made = workbook(worded("2026-10", ROWS, code))

    whole = none.replace("\u00a0", " ")
    assert made.shares == (
        f'[=0]"{none}";[<=0.005]"{almost_none}";{whole}',
        f'[=1]"{all_of_them}";[>=0.995]"{almost_all}";{whole}',
    )


@CODES
def test_a_month_without_calls_gives_a_workbook_too(code: Code) -> None:
    made = workbook(worded("2026-06", [], code))

    assert xlsx(made).startswith(b"PK")
    assert [sheet.chart for sheet in made.sheets] == [None]


def test_the_last_sheet_tells_what_the_figures_are() -> None:
    made = workbook(worded("2026-10", ROWS))

    assert made.about[0] == "Oktober 2026"
    assert any("Vi teller samtaler" in line for line in made.about)
