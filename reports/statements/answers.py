"""An answer to a question as a statement: counted, and compared with the year before."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.analysis.baseline import EarlierFigure
from reports.analysis.form_changes import in_use
from reports.analysis.summary import Summary
from reports.analysis.tally import SMALL_BASE
from reports.inference.dispersion import Dispersion
from reports.inference.shares import share_interval
from reports.statements.answer_comparisons import earlier_figures, known_options
from reports.statements.comparisons import Family
from reports.statements.counts import ShareStatement
from reports.statements.trends import TrendStatement, comparable_years, share_trend, share_values
from storage.forms.question import Option, Question


@dataclass(frozen=True)
class AnswerStatement(ShareStatement):
    """How many gave an answer; ``bridged`` tells that answers with an earlier key are counted among them.

    "Not known", and a no beside its yes, are not compared. ``trend`` is a clear one over years. ``hidden`` tells
    that its count is not told and stands as 0, ``hides_share`` that its share is not, ``hides_before`` that the
    share a year before is not.
    """

    option: Option
    bridged: bool
    trend: TrendStatement | None = None
    hidden: bool = False
    hides_share: bool = False
    hides_before: bool = False

    @property
    def empty(self) -> bool:
        """Whether it is the "not known" that nobody answered, now or a year before."""
        told = self.count or self.before or self.share_before or self.hidden or self.hides_before
        return self.option.unknown and not told

    @property
    def share(self) -> float | None:
        """The share; None on a small base, where it is hidden, and of "not known", which is no part of it."""
        return None if self.option.unknown or self.hides_share else super().share

    @property
    def share_before(self) -> float | None:
        """The share a year before; None as of the share, unless an earlier report prints nothing else."""
        return None if self.option.unknown and self.before is not None else super().share_before


def rank(answer: AnswerStatement) -> tuple[int, bool]:
    """Return what answers are ranked by: the largest first, of equal ones a residual "other" last."""
    return -answer.count, answer.option.rest


def known_answers(
    summary: Summary, question: Question, family: Family, *, silenced: bool
) -> Iterator[AnswerStatement]:
    """Give the answers but "not known" that anybody gave, now or a year before, or could give.

    What is told of registration instead has ``silenced`` their comparisons.
    """
    now, earlier = summary.now.questions[question.key], earlier_figures(summary, question)
    for option in known_options(question):
        count, figure = now.options[option.key], earlier.figure(question.key, option.key)
        key = (question.key, option.key)
        hidden, hides_before = option.key in now.hidden, key in earlier.hidden
        if count or _anybody(figure) or hidden or hides_before or in_use(option, summary.now.days):
            yield AnswerStatement(
                count=count,
                base=now.base,
                earlier=figure,
                verdict="registration" if silenced else family.verdict(*key),
                most=is_most(count, now.base, summary.dispersions.of(*key)),
                option=option,
                bridged=option.key in now.bridged or key in earlier.bridged,
                trend=_trend(summary, question, option) if family.has_clear_trend(*key) else None,
                hidden=hidden,
                hides_share=hidden or now.hides_base,
                hides_before=hides_before,
            )


def _trend(summary: Summary, question: Question, option: Option) -> TrendStatement | None:
    return share_trend(share_values(summary, question, option, comparable_years(summary, question)))


def is_most(count: int, base: int, dispersion: Dispersion) -> bool:
    """Tell whether a share is more than a half beyond chance."""
    return base >= SMALL_BASE and share_interval(count, base, dispersion)[0] > 1 / 2


def _anybody(figure: EarlierFigure | None) -> bool:
    return figure is not None and bool(figure.count or figure.share)


def not_known(summary: Summary, question: Question) -> Iterator[AnswerStatement]:
    """Give "not known" as an answer, where the question has it."""
    if option := question.not_known:
        told, earlier = summary.now.questions[question.key], earlier_figures(summary, question)
        yield AnswerStatement(
            told.unknown,
            told.asked,
            earlier.figure(question.key, option.key),
            "none",
            most=False,
            option=option,
            bridged=False,
            hidden=option.key in told.hidden,
            hides_share=option.key in told.hidden or told.hides_asked,
            hides_before=(question.key, option.key) in earlier.hidden,
        )
