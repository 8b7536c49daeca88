"""One question's answers as a statement: counted, ranked, and compared with the year before."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.analysis.baseline import EarlierFigure
from reports.analysis.summary import Summary
from reports.analysis.tally import SMALL_BASE
from reports.statements.answer_comparisons import earlier_figures, is_comparable, told_options
from reports.statements.answers import AnswerStatement, known_answers, not_known, rank
from reports.statements.comparisons import Family
from reports.statements.registration import UnknownStatement, unknown_change
from storage.forms.question import Question

MOST_LEADING = 3
"""Where more answers than this are equal, none leads."""

MOST_IN_ORDER = 10
"""The known answers of a question stand in the form's order up to so many, else the largest first."""

MOST_FOREMOST = 4
"""At most this many answers are named as the foremost."""


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
    group_before: EarlierFigure | None = None

    @property
    def grouped(self) -> list[AnswerStatement]:
        """The answers that the form tells of together as well."""
        return _grouped(self.question, self.answers)

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
        return sorted((answer for answer in self.known if answer.count), key=rank)

    @property
    def leaders(self) -> list[AnswerStatement]:
        """The most frequent answer, or several equal ones; empty where they are too many."""
        ranked = self.ranked
        alike = [answer for answer in ranked if rank(answer) == rank(ranked[0])]
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
        return sorted(self.known, key=rank)

    @property
    def trends(self) -> list[AnswerStatement]:
        """The answers with a clear trend, the largest first."""
        return [answer for answer in self.ranked_all if answer.trend]


def question_statement(summary: Summary, question: Question, family: Family) -> QuestionStatement:
    """Return a question's answers beside those of the year before, as one of a family of comparisons."""
    now, registration = summary.now.questions[question.key], _registration(summary, question)
    known = _shown(list(known_answers(summary, question, family, silenced=registration is not None)))
    grouped = [answer.option.key for answer in _grouped(question, known)]
    return QuestionStatement(
        question=question,
        answers=(*known, *not_known(summary, question)),
        asked=now.asked,
        base=now.base,
        unknown=now.unknown,
        partly=now.asked < summary.now.outcomes["registered"],
        registration=registration,
        hides_base=now.hides_base,
        hides_asked=now.hides_asked,
        group_before=earlier_figures(summary, question).together(question.key, grouped),
    )


def _grouped(question: Question, answers: Iterable[AnswerStatement]) -> list[AnswerStatement]:
    return [answer for answer in answers if question.group and answer.option.key in question.group.options]


def _registration(summary: Summary, question: Question) -> UnknownStatement | None:
    return unknown_change(summary, question) if is_comparable(summary, question) else None


def _shown(known: list[AnswerStatement]) -> list[AnswerStatement]:
    return known if len(known) <= MOST_IN_ORDER else sorted(known, key=rank)
