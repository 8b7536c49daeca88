"""Answers told of together."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.analysis.baseline import Baseline, EarlierFigure, Figures
from reports.statements.counts import ShareStatement
from reports.statements.groups import group_statement
from reports.statements.questions import QuestionStatement
from reports.statements.statements import Statements
from storage.figures.counts import AnswerCount
from storage.figures.history import GROUP, TOTAL, PrintedFigure
from tests.reports.outgoing import OUTGOING
from tests.reports.summaries import months, summary, worded

NOW = [
    *months(("2026-10", 90), answers={"to": "nav"}),
    *months(("2026-10", 10), answers={"to": "user"}),
]


def _told(rows: list[AnswerCount]) -> QuestionStatement:
    [told] = worded("2026-10", rows, form=OUTGOING).statements.questions
    return told


def _beside(figures: Figures) -> ShareStatement:
    """Tell of 90 calls of 100 to the support services, beside figures of an earlier report."""
    told = summary("2026-10", NOW, OUTGOING)
    counts = replace(told.period_counts, before=Baseline.typed_in(OUTGOING, figures))
    [question] = Statements(replace(told, period_counts=counts)).questions
    together = group_statement(question)
    assert together is not None
    return together


def test_their_counts_are_added_up_beside_those_of_the_year_before() -> None:
    rows = [
        *months(("2025-10", 30), ("2026-10", 40), answers={"to": "nav"}),
        *months(("2025-10", 20), ("2026-10", 50), answers={"to": "police"}),
        *months(("2025-10", 50), ("2026-10", 10), answers={"to": "user"}),
    ]

    told = group_statement(_told(rows))

    assert told is not None
    assert (told.count, told.share, told.before, told.share_before) == (90, 0.9, 50, 0.5)


def test_without_a_year_before_there_is_none_to_stand_beside() -> None:
    told = group_statement(_told(months(("2026-10", 40), answers={"to": "nav"})))

    assert told is not None
    assert (told.share, told.before, told.share_before) == (1.0, None, None)


@pytest.mark.parametrize("key", ["caller", "reason"])
def test_a_question_without_a_group_has_no_statement(key: str) -> None:
    questions = worded("2026-10", months(("2026-10", 40))).statements.questions

    assert [group_statement(told) for told in questions if told.question.key == key] == [None]


@pytest.mark.parametrize(
    ("figures", "before", "points"),
    [
        ({("to", GROUP): PrintedFigure(percent=Decimal("84.0"))}, (None, 0.84), 6),
        ({("to", GROUP): PrintedFigure(168, base=200)}, (168, 0.84), 6),
        ({("to", GROUP): PrintedFigure(168), ("to", "user"): PrintedFigure(32)}, (168, 0.84), 6),
        ({("to", GROUP): PrintedFigure(168), TOTAL: PrintedFigure(200)}, (168, 0.84), 6),
        ({("to", GROUP): PrintedFigure(168)}, (168, None), None),
        # As it is printed, also where it could be added up otherwise.
        (
            {("to", GROUP): PrintedFigure(percent=Decimal(85), base=200), ("to", "nav"): PrintedFigure(1)},
            (None, 0.85),
            5,
        ),
        ({("to", "nav"): PrintedFigure(168, base=200)}, (None, None), None),
        # Shares that are rounded are not added up.
        (
            {
                ("to", "nav"): PrintedFigure(percent=Decimal(80)),
                ("to", "police"): PrintedFigure(percent=Decimal(4)),
            },
            (None, None),
            None,
        ),
    ],
)
def test_what_an_earlier_report_says_of_them_together_stands_beside_as_it_is_printed(
    figures: Figures, before: tuple[int | None, float | None], points: int | None
) -> None:
    told = _beside(figures)

    assert (told.count, told.share, told.before, told.share_before) == (90, 0.9, *before)
    assert (None if told.points is None else round(told.points)) == points
    assert told.verdict == "none"


def test_a_group_that_is_a_count_stands_for_its_answers_where_every_other_is_one_too() -> None:
    figures = {
        ("to", GROUP): PrintedFigure(168),
        ("to", "nav"): PrintedFigure(90),
        ("to", "user"): PrintedFigure(32),
    }

    told = Baseline.typed_in(OUTGOING, figures)

    assert told.figure("to", "user") == EarlierFigure(32, 200, possible=range(32, 33))
    assert told.figure("to", "nav") == EarlierFigure(90, 200, possible=range(90, 91))
