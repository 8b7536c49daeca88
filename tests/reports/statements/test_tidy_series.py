"""The rows of the periods that a summary's own stands beside."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.summary import Summary
from reports.statements.tidy_counts import TidyCount
from reports.statements.tidy_series import earlier_counts
from storage.figures.history import TOTAL, PrintedFigure
from tests.example_forms import changed
from tests.reports.chapters import rows_of_2015, seed_rows
from tests.reports.forms import call_form, with_questions
from tests.reports.summaries import PLAIN, counted_year, months, printed_year, summary

CALL = call_form()
ROWS = [*rows_of_2015(), *seed_rows()]
PRINTED = {
    TOTAL: PrintedFigure(860),
    ("agency", "child_welfare"): PrintedFigure(percent=Decimal("7.0"), base=860),
    ("agency", "police"): PrintedFigure(90, base=860),
}


def rows_of(of: Summary) -> dict[tuple[str, str, str], TidyCount]:
    """Return the rows by their keys."""
    return {(row.period, row.question, row.option): row for row in earlier_counts(of)}


def test_of_a_year_these_are_the_years_before_the_oldest_first() -> None:
    years = [printed_year("2013", PRINTED), printed_year("2014", PRINTED), counted_year("2015", ROWS)]

    rows = rows_of(replace(summary("2016", ROWS), years=years))

    assert list(dict.fromkeys(period for period, _, _ in rows)) == ["2013", "2014", "2015"]
    assert rows["2015", "", ""] == TidyCount("2015", "", "", 921)
    assert rows["2015", "caller", "man"] == TidyCount("2015", "caller", "man", 51, 921, 51 / 921)


def test_of_an_earlier_report_there_is_what_it_prints_and_no_more() -> None:
    rows = earlier_counts(replace(summary("2016", ROWS), years=[printed_year("2014", PRINTED)]))

    assert rows == [
        TidyCount("2014", "", "", 860),
        TidyCount("2014", "agency", "child_welfare", None, 860, Decimal("0.070")),
        TidyCount("2014", "agency", "police", 90, 860, 90 / 860),
    ]


def test_the_share_a_year_before_is_that_of_the_year_just_before() -> None:
    told = summary("2016", ROWS)
    beside, apart = (
        rows_of(replace(told, years=[printed_year(name, PRINTED), counted_year("2015", ROWS)]))
        for name in ("2014", "2013")
    )

    welfare = ("2015", "agency", "child_welfare")
    assert str(beside[welfare].share_before) == "0.070"
    assert apart[welfare].share_before is None


def test_across_a_change_of_the_question_nothing_stands_beside_it() -> None:
    form = with_questions(CALL, changed(CALL.by_key["reason"], since=date(2015, 3, 1)))
    years = [counted_year("2014", ROWS, form), counted_year("2015", ROWS, form)]

    rows = rows_of(replace(summary("2016", ROWS, form), years=years))

    assert ("2014", "reason", "violence") not in rows
    assert rows["2015", "reason", "violence"].share is not None
    assert rows["2015", "reason", "violence"].share_before is None


@pytest.mark.parametrize(
    ("name", "today", "before"),
    [
        ("2016-05", date(2017, 2, 1), "2015-05"),
        ("2016-T2", date(2017, 2, 1), "2015-T2"),
        ("2016-05", date(2016, 5, 20), "2015-05-01--2015-05-20"),
    ],
    ids=["a month", "a tertial", "a part of a month"],
)
def test_of_a_shorter_period_these_are_the_same_days_a_year_before(name: str, today: date, before: str) -> None:
    told = summary(name, ROWS, today=today)

    assert {row.period for row in earlier_counts(told)} == {before}


def test_without_anything_earlier_there_are_no_rows() -> None:
    assert earlier_counts(summary("2016", seed_rows())) == []


def test_what_is_asked_later_is_told_of_where_anybody_answered() -> None:
    rows = [*months(("2024-03", 30)), *months(("2025-03", 30), answers={**PLAIN, "also": ["violence"]})]

    told = rows_of(replace(summary("2026", rows), years=[counted_year("2024", rows), counted_year("2025", rows)]))

    assert ("2024", "also", "violence") not in told
    assert told["2025", "also", "violence"] == TidyCount("2025", "also", "violence", 30, 30, 1.0, 0.0)
