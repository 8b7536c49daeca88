"""The workbook of a summary, read back as a spreadsheet program reads it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reports.analysis.baseline import EarlierFigure
from reports.documents import Grid, Workbook
from reports.excel.workbook import workbook
from reports.excel.write_xlsx import xlsx
from reports.words.language import Code
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.forms.reader import OWN_FORMS, read_form
from tests.reports.chapters import rows_of_2015, seed_rows
from tests.reports.forms import call_form, stay_form
from tests.reports.known_numbers import Known
from tests.reports.spreadsheet import cells_of, sums_of
from tests.reports.summaries import CRISIS, PLAIN, months, reported, worded

ROWS = [
    *months(*[(f"{year}-{month:02}", 60 + month) for year in (2024, 2025, 2026) for month in range(1, 11)]),
    *months(("2025-10", 14), ("2026-10", 21), answers=CRISIS),
]
PERIODS = pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025"])
QUESTIONS = ("Hvem ringte", "På vegne av", "Instans", "Minoritetsspråklig bakgrunn")
CODES = pytest.mark.parametrize("code", ["nb", "nn", "en"])


@PERIODS
@CODES
def test_every_number_is_in_the_tally(name: str, code: Code) -> None:
    words = worded(name, ROWS, code)
    known, made = Known.of(words), workbook(reported(words))

    numbers = [value for _, value in cells_of(xlsx(made)) if isinstance(value, float)]

    counts = known.counts | bases_of(words) | days_of(made)
    assert len(numbers) > 20
    for number in numbers:
        assert number in counts or round(number * 100) in known.percentages or abs(number) in known.points, number


@PERIODS
def test_every_sum_is_that_of_the_numbers_above_it(name: str) -> None:
    sums = list(sums_of(xlsx(workbook(reported(worded(name, ROWS))))))

    assert len(sums) > 10
    for formula, value, summed in sums:
        assert value == sum(summed), formula


def bases_of(words: Wording) -> set[int]:
    """Return what shares are of, now and in other periods."""
    told = words.summary
    figures = [*(told.before.answers.values() if told.before else ()), *_of_years(words)]
    now = (base for question in told.now.questions.values() for base in (question.base, question.asked))
    return {*now, *(figure.base for figure in figures if figure.base is not None)}


def _of_years(words: Wording) -> Iterator[EarlierFigure]:
    for year in words.summary.years:
        yield from year.figures.answers.values()


def days_of(made: Workbook) -> set[int]:
    """Return the days in the tables, as a spreadsheet counts them."""
    cells = (
        cell
        for sheet in made.sheets
        for row in sheet.grid.rows
        for cell in zip(sheet.grid.columns, row, strict=True)
    )
    return {
        (date.fromisoformat(str(value)) - date(1899, 12, 30)).days
        for column, value in cells
        if column.kind in {"day", "month"}
    }


@CODES
def test_the_total_the_crisis_calls_and_every_answer_are_there(code: Code) -> None:
    words = worded("2026-10", ROWS, code)

    values = [value for _, value in cells_of(xlsx(workbook(reported(words), "Senteret")))]

    assert words.summary.now.total in values
    assert words.summary.now.highlighted in values
    for option in call_form().by_key["agency"].options:
        assert option.label.in_language(code) in values


def test_months_before_the_first_record_are_no_zeros() -> None:
    alone = sheet_named("Per måned", worded("2024", ROWS))
    partly = sheet_named("Per måned", worded("2025", months(("2024-06", 5), ("2025-03", 6), ("2025-07", 7))))

    assert [column.heading for column in alone.columns] == ["Måned", "Samtaler", "Krisetelefoner"]
    assert partly.rows[2] == ("2025-03-01", 6, 0, None, None)
    assert partly.rows[5] == ("2025-06-01", 0, 0, 5, 0)
    assert partly.total == ("I alt", 13, 0, None, None)


def test_a_question_s_sheet_sums_up_who_was_asked_and_says_what_the_shares_are_of() -> None:
    words = worded("2016", [*rows_of_2015(), *seed_rows()])

    sheets = {sheet.name: sheet.grid for sheet in workbook(reported(words)).sheets}

    assert {name: (plain(sheets[name].note), sheets[name].total) for name in QUESTIONS} == {
        "Hvem ringte": ("899 kjente svar.", ("I alt", 899, None, 921, None, None)),
        "På vegne av": ("341 kjente svar.", ("I alt", 341, None, 331, None, None)),
        "Instans": ("Andel av alle 899.", ("I alt", 558, None, 590, None, None)),
        "Minoritetsspråklig bakgrunn": ("879 kjente svar.", ("I alt", 899, None, 921, None, None)),
    }


def test_of_several_answers_at_once_there_is_no_sum(tmp_path: Path) -> None:
    rows = months(("2026-10", 30), answers={"who": "adult", "violence": ["physical", "threats"]})
    later = months(("2026-10", 30), answers={**PLAIN, "also": ["violence", "follow_up"]})

    violence = sheet_named("Type vold", worded("2026-10", rows, form=stay_form(tmp_path)))
    also = sheet_named("Også nevnt", worded("2026-10", later))

    assert (violence.total, plain(violence.note)) == ((), "Flere svar mulig. 30 kjente svar.")
    assert (also.total, plain(also.note)[:15]) == ((), "Av 30 samtaler.")


def sheet_named(name: str, words: Wording) -> Grid:
    """Return the table of a sheet."""
    return next(sheet.grid for sheet in workbook(reported(words)).sheets if sheet.name == name)


def test_where_calls_are_few_there_is_no_column_of_shares_and_that_is_said() -> None:
    callers = workbook(reported(worded("2026-10", months(("2026-10", 5))))).sheets[1].grid

    assert [column.heading for column in callers.columns] == ["Svar", "Oktober 2026"]
    assert plain(callers.note) == "5 kjente svar. Det gis ingen prosent av færre enn 20."


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ")


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
    _, callers, *_ = workbook(reported(worded("2026-10", rows))).sheets

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
    made = workbook(reported(worded("2026-10", ROWS, code)))

    whole = none.replace("\u00a0", " ")
    assert made.shares == (
        f'[=0]"{none}";[<=0.005]"{almost_none}";{whole}',
        f'[=1]"{all_of_them}";[>=0.995]"{almost_all}";{whole}',
    )


@CODES
def test_a_month_without_calls_gives_a_workbook_too(code: Code) -> None:
    made = workbook(reported(worded("2026-06", [], code)))

    assert xlsx(made).startswith(b"PK")
    assert [sheet.chart for sheet in made.sheets] == [None, None]


def test_the_last_sheet_tells_what_the_figures_are() -> None:
    made = workbook(reported(worded("2026-10", ROWS)))

    assert made.about[0] == "Oktober 2026"
    assert any("Vi teller samtaler" in line for line in made.about)


def test_several_forms_stand_in_one_book_each_sheet_and_row_telling_what_it_counts() -> None:
    called = worded("2025", months(*[(f"{year}-03", 40) for year in (2023, 2024, 2025)]))
    rows = months(("2024-03", 25), ("2025-03", 30), answers={"to": "police"})
    made = worded("2025", rows, form=read_form(OWN_FORMS / "outgoing.toml"))

    book = workbook(reported(called, made))

    names = [sheet.name for sheet in book.sheets]
    totals = {str(row[0]): row[1] for row in book.sheets[0].grid.rows}
    tidy = book.sheets[-1].grid
    assert book.title == "Samtaler og samtaler ut, 2025"
    assert (totals["Samtaler"], totals["Samtaler ut"]) == (40, 30)
    assert (totals["Samtaler ut for hver samtale inn"], totals["Samtaler ut: hjelpeapparatet"]) == ("0,8", 30)
    assert [name for name in names if "samtaler ut" in name] == [
        "Hvem vi ringte, samtaler ut",
        "Per måned, samtaler ut",
    ]
    assert tidy.columns[0].heading == "Hva som telles"
    assert [row[0] for row in tidy.rows if row[4] == "Politi" and row[5]] == ["Samtaler ut"]
    assert "Samtaler ut: Tallene er ikke kontrollert. Små tall svinger." in book.about
