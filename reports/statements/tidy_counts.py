"""Tidy counts: the figures of a summary as rows, one for each period, question and option, by their keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from reports.analysis.baseline import EarlierFigure
from reports.analysis.form_changes import in_use
from reports.analysis.hidden import HIDDEN, Hidden
from reports.statements.answers import AnswerStatement
from reports.statements.comparisons import Verdict
from reports.statements.questions import QuestionStatement
from reports.statements.statements import Statements
from storage.figures.history import TOTAL
from storage.forms.question import Question

Share = float | Decimal
"""A fraction of 1; a Decimal has the decimals with which an earlier report prints it."""

PER_CENT = -2
"""How many places a percentage is moved to be a fraction of 1."""

CLEAR: dict[Verdict, bool] = {"more": True, "fewer": True, "about": False, "unclear": False}
"""Whether a change is clear, by what may be said of it; where nothing was compared, it is neither."""

T = TypeVar("T")


@dataclass(frozen=True)
class TidyCount:
    """How many gave an answer in a period; the row of the total has neither question nor option.

    ``share`` is of ``base``: of those who answered, and of "not known" those who were asked. ``clear`` tells
    whether the share, of the total the count, is clearly another than a year before. None stands for what is not
    known, or not compared, and `:` for what is hidden.
    """

    period: str
    question: str
    option: str
    count: int | Hidden | None
    base: int | Hidden | None = None
    share: Share | Hidden | None = None
    share_before: Share | Hidden | None = None
    clear: bool | Hidden | None = None


def tidy_counts(told: Statements) -> list[TidyCount]:
    """Return the period's total, then every answer that could be given, zeros too, in the form's order.

    Of a period in which the register was not in use there is only the total, as an earlier report tells it.
    """
    summary = told.summary
    name = summary.period.name
    if not (summary.now.total or summary.use.touches(summary.now.days)):
        return [TidyCount(name, *TOTAL, _or_hidden(summary.typed_total, summary.hides_total))]
    total = TidyCount(name, *TOTAL, _or_hidden(told.total.count, summary.hides_total), clear=_clear_total(told))
    asked = (question for question in summary.form.questions if _could_be_answered(told, question))
    return [total, *(row for question in asked for row in _rows(name, told.about(question)))]


def _clear_total(told: Statements) -> bool | Hidden | None:
    before = told.summary.before
    hidden = before is not None and (told.summary.hides_total or TOTAL in before.hidden)
    return HIDDEN if hidden else CLEAR.get(told.total.verdict)


def _or_hidden(figure: T, hidden: bool) -> T | Hidden:  # noqa: FBT001 - what is asked of every figure
    return HIDDEN if hidden else figure


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
    for answer in sorted(told.answers, key=lambda answer: told.question.option_keys.index(answer.option.key)):
        hides_base = told.hides_asked if answer.option.unknown else told.hides_base
        compared = answer.earlier is not None or answer.hides_before
        yield TidyCount(
            period=period,
            question=told.question.key,
            option=answer.option.key,
            count=_or_hidden(answer.count, answer.hidden),
            base=_or_hidden(_base(told, answer), hides_base),
            share=_or_hidden(answer.count / answer.base if answer.base else None, answer.hides_share),
            share_before=_or_hidden(share_of(answer.earlier), answer.hides_before),
            clear=_or_hidden(CLEAR.get(answer.verdict), compared and (answer.hides_share or answer.hides_before)),
        )


def _base(told: QuestionStatement, answer: AnswerStatement) -> int | None:
    # The tally has 0 as the base of a question of all records that was not asked all the time.
    has_base = told.base > 0 or answer.option.unknown or not any(known.count for known in told.known)
    return answer.base if has_base else None
