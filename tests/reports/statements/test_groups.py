"""Answers told of together."""

import pytest

from reports.statements.groups import group_statement
from reports.statements.questions import QuestionStatement
from storage.figures.counts import AnswerCount
from tests.reports.outgoing import OUTGOING
from tests.reports.summaries import months, worded


def _told(rows: list[AnswerCount]) -> QuestionStatement:
    [told] = worded("2026-10", rows, form=OUTGOING).statements.questions
    return told


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
