"""One question's answers as a statement: counted, ranked, and compared with the year before."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.analysis.baseline import EarlierFigure
from reports.analysis.form_changes import in_use
from reports.analysis.summary import Summary
from reports.analysis.tally import SMALL_BASE
from reports.inference.dispersion import Dispersion
from reports.inference.shares import share_interval
from reports.statements.answer_comparisons import earlier_figures, is_comparable, known_options, told_options
from reports.statements.comparisons import Family
from reports.statements.counts import ShareStatement
from reports.statements.registration import UnknownStatement, unknown_change
from reports.statements.trends import TrendStatement, comparable_years, share_trend, share_values
from storage.forms.question import Option, Question

MOST_LEADING = 3
"""Where more answers than this are equal, none leads."""

MOST_IN_ORDER = 10
"""The known answers of a question stand in the form's order up to so many, else the largest first."""

MOST_FOREMOST = 4
"""At most this many answers are named as the foremost."""


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


@dataclass(frozen=True)
class QuestionStatement:
    """One question's answers in the order in which they are shown everywhere, "not known" last.

    That is the form's order, of more than ten the largest first.

    Shares are of ``base``; ``partly`` tells that not every registered record holds the question. ``registration``
    tells that the part not known has moved, and stands in for all comparisons. ``hides_base`` tells that it is not
    told what shares are of, ``hides_asked`` not how many were asked.
    """

    question: Question
    answers: tuple[AnswerStatement, ...]
    asked: int
    base: int
    unknown: int
    partly: bool
    registration: UnknownStatement | None
    hides_base: bool = False
    hides_asked: bool = False

    @property
    def hidden(self) -> list[AnswerStatement]:
        """The answers whose counts are not told."""
        return [answer for answer in self.answers if answer.hidden]

    @property
    def has_shares(self) -> bool:
        """Whether the base is large enough for percentages."""
        return self.base >= SMALL_BASE

    @property
    def of_all(self) -> bool:
        """Whether shares are of all records, also of those where it was not asked."""
        return self.question.base == "all" and self.base > self.asked

    @property
    def compared(self) -> bool:
        """Whether anything is known of any answer the year before."""
        return any(answer.earlier is not None for answer in self.answers)

    @property
    def yes(self) -> AnswerStatement | None:
        """The yes of a question of yes and no, which says it all; None of other questions, and a hidden one."""
        of_two = self.known if self.question.is_yes_or_no else []
        return next((answer for answer in of_two if answer.option.key == "yes" and not answer.hidden), None)

    @property
    def known(self) -> list[AnswerStatement]:
        """The answers but "not known", in the form's order."""
        return [answer for answer in self.answers if not answer.option.unknown]

    @property
    def ranked(self) -> list[AnswerStatement]:
        """The known answers that anybody gave, the largest first, of equal ones a residual "other" last."""
        return sorted((answer for answer in self.known if answer.count), key=_rank)

    @property
    def leaders(self) -> list[AnswerStatement]:
        """The most frequent answer, or several equal ones; empty where they are too many."""
        ranked = self.ranked
        alike = [answer for answer in ranked if _rank(answer) == _rank(ranked[0])]
        return alike if len(alike) <= MOST_LEADING else []

    @property
    def foremost(self) -> list[AnswerStatement]:
        """All answers given, or of many the largest ones, residual ones included, the largest first.

        Equal answers are never separated, so there may be none.
        """
        given = sorted((answer for answer in self.known if answer.count), key=lambda answer: -answer.count)
        if len(given) <= MOST_FOREMOST:
            return given
        ahead = (n for n in range(MOST_FOREMOST, 0, -1) if given[n - 1].count > given[n].count)
        return given[: next(ahead, 0)]

    @property
    def only_other(self) -> AnswerStatement | None:
        """The only answer besides a single leading one, where these two make up the base."""
        ranked = self.ranked
        two = len(ranked) == 2 and len(self.leaders) == 1  # noqa: PLR2004 - the leading one and it
        return ranked[1] if two and ranked[0].count + ranked[1].count == self.base else None

    @property
    def compared_answers(self) -> list[AnswerStatement]:
        """The known answers that anybody gives, now or a year before, of yes and no the yes."""
        told = told_options(self.question)
        given = (answer for answer in self.known if answer.count or answer.before or answer.share_before)
        return [answer for answer in given if answer.option in told]

    @property
    def changed(self) -> list[AnswerStatement]:
        """The answers whose share is clearly another than a year before, the largest first."""
        return [answer for answer in self.ranked_all if answer.clearly_changed]

    @property
    def alike(self) -> list[AnswerStatement]:
        """The answers whose share is shown to be about the same as a year before."""
        return [answer for answer in self.ranked_all if answer.verdict == "about"]

    @property
    def unclear(self) -> list[AnswerStatement]:
        """The answers of which no change is clear, and none is ruled out either."""
        return [answer for answer in self.ranked_all if answer.verdict == "unclear"]

    @property
    def ranked_all(self) -> list[AnswerStatement]:
        """All known answers, the largest first, also those that nobody gave."""
        return sorted(self.known, key=_rank)

    @property
    def trends(self) -> list[AnswerStatement]:
        """The answers with a clear trend, the largest first."""
        return [answer for answer in self.ranked_all if answer.trend]


def _rank(answer: AnswerStatement) -> tuple[int, bool]:
    return -answer.count, answer.option.rest


def question_statement(summary: Summary, question: Question, family: Family) -> QuestionStatement:
    """Return a question's answers beside those of the year before, as one of a family of comparisons."""
    now, registration = summary.now.questions[question.key], _registration(summary, question)
    return QuestionStatement(
        question=question,
        answers=(
            *_shown(list(_known(summary, question, family, silenced=registration is not None))),
            *_not_known(summary, question),
        ),
        asked=now.asked,
        base=now.base,
        unknown=now.unknown,
        partly=now.asked < summary.now.outcomes["registered"],
        registration=registration,
        hides_base=now.hides_base,
        hides_asked=now.hides_asked,
    )


def _registration(summary: Summary, question: Question) -> UnknownStatement | None:
    return unknown_change(summary, question) if is_comparable(summary, question) else None


def _known(summary: Summary, question: Question, family: Family, *, silenced: bool) -> Iterator[AnswerStatement]:
    now, earlier = summary.now.questions[question.key], earlier_figures(summary, question)
    for option in known_options(question):
        count, figure = now.options[option.key], earlier.figure(question.key, option.key)
        key = (question.key, option.key)
        is_hidden = (option.key in now.hidden, key in earlier.hidden)
        if count or _anybody(figure) or any(is_hidden) or in_use(option, summary.now.days):
            yield AnswerStatement(
                count=count,
                base=now.base,
                earlier=figure,
                verdict="registration" if silenced else family.verdict(*key),
                most=is_most(count, now.base, summary.dispersions.of(*key)),
                option=option,
                bridged=option.key in now.bridged or key in earlier.bridged,
                trend=_trend(summary, question, option) if family.has_clear_trend(*key) else None,
                hidden=is_hidden[0],
                hides_share=is_hidden[0] or now.hides_base,
                hides_before=is_hidden[1],
            )


def _shown(known: list[AnswerStatement]) -> list[AnswerStatement]:
    return known if len(known) <= MOST_IN_ORDER else sorted(known, key=_rank)


def _trend(summary: Summary, question: Question, option: Option) -> TrendStatement | None:
    return share_trend(share_values(summary, question, option, comparable_years(summary, question)))


def is_most(count: int, base: int, dispersion: Dispersion) -> bool:
    """Tell whether a share is more than a half beyond chance."""
    return base >= SMALL_BASE and share_interval(count, base, dispersion)[0] > 1 / 2


def _anybody(figure: EarlierFigure | None) -> bool:
    return figure is not None and bool(figure.count or figure.share)


def _not_known(summary: Summary, question: Question) -> Iterator[AnswerStatement]:
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
