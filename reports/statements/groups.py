"""Answers told of together: how many gave one of them, beside the year before."""

from reports.statements.counts import ShareStatement
from reports.statements.questions import QuestionStatement


def group_statement(told: QuestionStatement) -> ShareStatement | None:
    """Return the count and share of a question's grouped answers; None without a group, or where nobody was asked.

    Neither is there one where any of its answers is hidden, or what the share is of.

    It is not tested: the answers themselves are.
    """
    if told.question.group is None or not told.asked:
        return None
    if told.hides_base or any(answer.hidden for answer in told.grouped):
        return None
    count = sum(answer.count for answer in told.grouped)
    return ShareStatement(count, told.base, told.group_before, "none", most=False)
