"""Answers told of together: how many gave one of them, beside the year before."""

from collections.abc import Sequence

from reports.analysis.baseline import EarlierFigure
from reports.statements.answers import AnswerStatement
from reports.statements.counts import ShareStatement
from reports.statements.questions import QuestionStatement


def group_statement(told: QuestionStatement) -> ShareStatement | None:
    """Return the count and share of a question's grouped answers; None without a group, or where nobody was asked.

    Neither is there one where any of its answers is hidden, or what the share is of.

    It is not tested: the answers themselves are.
    """
    group = told.question.group
    if group is None or not told.asked:
        return None
    answers = [answer for answer in told.answers if answer.option.key in group.options]
    if told.hides_base or any(answer.hidden for answer in answers):
        return None
    count = sum(answer.count for answer in answers)
    return ShareStatement(count, told.base, _earlier(answers), "none", most=False)


def _earlier(answers: Sequence[AnswerStatement]) -> EarlierFigure | None:
    """Add up the counts of the year before; None where one is not known, or they are of different bases."""
    figures = [answer.earlier for answer in answers]
    counts = [figure.count for figure in figures if figure and figure.count is not None]
    bases = {figure.base for figure in figures if figure}
    if not answers or len(counts) < len(answers) or len(bases) > 1:
        return None
    return EarlierFigure(sum(counts), bases.pop())
