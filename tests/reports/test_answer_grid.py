"""The columns of answers in workbooks and chapters: counts and shares, beside those of the year before."""

from decimal import Decimal

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import SummaryRows, summarise
from reports.answer_grid import figure_cells, figure_columns
from reports.documents import Value
from reports.words.language import Language
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.history import PrintedFigure
from tests.example_forms import CALL
from tests.reports.summaries import PLAIN, TODAY, months, used_since_first, worded

PRIVATE = {**PLAIN, "caller": "woman", "behalf": "self"}
NOW = [*months(("2026-10", 40)), *months(("2026-10", 60), answers=PRIVATE)]
BEFORE = [*months(("2025-10", 30)), *months(("2025-10", 10), answers=PRIVATE)]
HEADINGS = ("2026", "Andel", "Oktober 2025", "Andel oktober 2025", "Prosentpoeng")


def _typed(figure: PrintedFigure) -> Wording:
    """Tell of a month a year before which an earlier report has one figure: those from the support services."""
    rows = SummaryRows(NOW, [], used_since_first(NOW), typed={"2025-10": {("caller", "agency"): figure}})
    return Wording(summarise(CALL, Period.named("2026-10"), TODAY, rows), Language("nb"))


def _columns(words: Wording) -> list[tuple[str, str] | None]:
    """Return the heading and the kind of each column about who called; None for those left out."""
    callers = words.statements.questions[0]
    return [
        (column.heading.replace("\xa0", " "), column.kind) if column else None
        for column in figure_columns(words, "2026", callers.answers)
    ]


def _cells(words: Wording) -> dict[str, tuple[Value, ...]]:
    """Return the cells of each answer about who called."""
    callers = words.statements.questions[0]
    return {answer.option.key: figure_cells(words, answer) for answer in callers.answers}


def test_counts_and_shares_stand_beside_those_of_the_year_before_and_the_difference_in_percentage_points() -> None:
    words = worded("2026-10", NOW + BEFORE)

    assert _columns(words) == list(zip(HEADINGS, ("count", "share", "count", "share", "points"), strict=True))
    assert _cells(words) == {
        "woman": (60, 0.6, 10, 0.25, 35),
        "man": (0, 0.0, 0, 0.0, 0),
        "agency": (40, 0.4, 30, 0.75, -35),
        "unknown": (0, None, 0, None, None),
    }


def test_without_a_year_before_there_are_no_columns_for_it() -> None:
    words = worded("2026-10", NOW)

    assert _columns(words) == [("2026", "count"), ("Andel", "share"), None, None, None]
    assert _cells(words)["agency"] == (40, 0.4, None, None, None)


@pytest.mark.parametrize(
    ("figure", "columns", "cells"),
    [
        (PrintedFigure(30), [True, False, False], (30, None, None)),
        (PrintedFigure(30, base=40), [True, True, True], (30, 0.75, -35)),
        (PrintedFigure(percent=Decimal(75)), [False, True, True], (None, 0.75, -35)),
        (PrintedFigure(percent=Decimal("74.6"), base=800), [False, True, True], (None, "74,6 %", -35)),
    ],
)
def test_of_an_earlier_report_there_are_the_columns_that_it_prints_and_decimals_stand_as_they_are_printed(
    figure: PrintedFigure, columns: list[bool], cells: tuple[Value, ...]
) -> None:
    words = _typed(figure)

    assert [column is not None for column in _columns(words)] == [True, True, *columns]
    count, share, *before = _cells(words)["agency"]
    assert (count, share) == (40, 0.4)
    assert tuple(cell.replace("\xa0", " ") if isinstance(cell, str) else cell for cell in before) == cells


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ([*months(("2026-10", 19)), *BEFORE], (19, None, 30, 0.75, None)),
        ([*NOW, *months(("2025-10", 19))], (40, 0.4, 19, None, None)),
    ],
    ids=["now", "the year before"],
)
def test_a_share_of_fewer_than_twenty_is_no_share_and_gives_no_difference(
    rows: list[AnswerCount], cells: tuple[Value, ...]
) -> None:
    assert _cells(worded("2026-10", rows))["agency"] == cells
