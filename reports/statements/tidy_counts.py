"""Tidy counts: the figures of a summary as rows, one for each period, question and option, by their keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reports.analysis.baseline import EarlierFigure
from reports.analysis.form_changes import in_use
from reports.statements.comparisons import Verdict
from reports.statements.questions import AnswerStatement, QuestionStatement
from reports.statements.statements import Statements
from storage.figures.history import TOTAL
from storage.forms.question import Question

Share = float | Decimal
"""A fraction of 1; a Decimal has the decimals with which an earlier report prints it."""

PER_CENT = -2
"""How many places a percentage is moved to be a fraction of 1."""

CLEAR: dict[Verdict, bool] = {"more": True, "fewer": True, "about": False, "unclear": False}
"""Whether a change is clear, by what may be said of it; where nothing was compared, it is neither."""


@dataclass(frozen=True)
class TidyCount:
    """How many gave an answer in a period; the row of the total has neither question nor option.

    ``share`` is of ``base``: of those who answered, and of "not known" those who were asked. ``clear`` tells
    whether the share, of the total the count, is clearly another than a year before. None stands for what is not
    known, or not compared.
    """

    period: str
    question: str
    option: str
    count: int | None
    base: int | None = None
    share: Share | None = None
    share_before: Share | None = None
    clear: bool | None = None


def tidy_counts(told: Statements) -> list[TidyCount]:
    """Return the period's total, then every answer that could be given, zeros too, in the form's order.

    Of a period in which the register was not in use there is only the total, as an earlier report tells it.
    """
    summary = told.summary
    name = summary.period.name
    if not (summary.now.total or summary.use.touches(summary.now.days)):
        return [TidyCount(name, *TOTAL, summary.typed_total)]
    total = TidyCount(name, *TOTAL, told.total.count, clear=CLEAR.get(told.total.verdict))
    asked = (question for question in summary.form.questions if _could_be_answered(told, question))
    return [total, *(row for question in asked for row in _rows(name, told.about(question)))]


def share_of(figure: EarlierFigure | None) -> Share | None:
    """Return a share as exactly as it is known."""
    if figure is None:
        return None
    return figure.share if figure.percent is None else figure.percent.scaleb(PER_CENT)


def _could_be_answered(told: Statements, question: Question) -> bool:
    """Tell whether registered calls could answer it; one that was not in use has no zeros."""
    summary = told.summary
    offered = question in summary.form.crossable and in_use(question, summary.now.days)
    return offered or bool(summary.now.questions[question.key].asked)


def _rows(period: str, told: QuestionStatement) -> Iterator[TidyCount]:
    # The tally has 0 as the base of a question of all records that was not asked all the time.
    has_base = told.base > 0 or not any(answer.count for answer in told.known)
    for answer in sorted(told.answers, key=lambda answer: told.question.option_keys.index(answer.option.key)):
        yield _row(period, told.question, answer, has_base=has_base or answer.option.unknown)


def _row(period: str, question: Question, answer: AnswerStatement, *, has_base: bool) -> TidyCount:
    return TidyCount(
        period=period,
        question=question.key,
        option=answer.option.key,
        count=answer.count,
        base=answer.base if has_base else None,
        share=answer.count / answer.base if answer.base else None,
        share_before=share_of(answer.earlier),
        clear=CLEAR.get(answer.verdict),
    )
