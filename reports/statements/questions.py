"""One question's answers as a statement: counted, ranked, and compared with the year before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.analysis.baseline import Baseline
from reports.analysis.form_changes import in_use
from reports.analysis.significance import SMALL_BASE, Change
from reports.analysis.summary import Summary
from reports.statements.counts import ShareStatement
from storage.forms.question import Option, Question

MOST_LEADING = 3
"""Where more answers than this are equal, none leads."""

MOST_FOREMOST = 4
"""At most this many answers are named as the foremost."""

NOT_COMPARED = Change("no_base", None)
NOTHING_KNOWN = Baseline(None, None, {})


@dataclass(frozen=True)
class AnswerStatement(ShareStatement):
    """How many gave an answer; ``bridged`` tells that answers with an earlier key are counted among them.

    Its change is clear even as one of all the question's answers. "Not known", and a no beside its yes, are not
    compared.
    """

    option: Option
    bridged: bool


@dataclass(frozen=True)
class QuestionStatement:
    """One question's answers in the form's order, "not known" last.

    Shares are of ``base``; ``partly`` tells that not every registered record holds the question.
    """

    question: Question
    answers: tuple[AnswerStatement, ...]
    asked: int
    base: int
    unknown: int
    partly: bool

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
        """Whether any answer has a count of the year before."""
        return any(answer.before is not None for answer in self.answers)

    @property
    def yes(self) -> AnswerStatement | None:
        """The yes of a question of yes and no, which says it all; None of other questions."""
        of_two = self.known if self.question.is_yes_or_no else []
        return next((answer for answer in of_two if answer.option.key == "yes"), None)

    @property
    def known(self) -> list[AnswerStatement]:
        """The answers but "not known", in the form's order."""
        return [answer for answer in self.answers if not answer.option.unknown]

    @property
    def ranked(self) -> list[AnswerStatement]:
        """The known answers that anybody gave, the largest first, residual ones such as "other" last."""
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
    def more(self) -> list[AnswerStatement]:
        """The answers given clearly more often than a year before, the largest first."""
        return self._with("more")

    @property
    def fewer(self) -> list[AnswerStatement]:
        """The answers given clearly less often than a year before, the largest first."""
        return self._with("fewer")

    @property
    def same(self) -> list[AnswerStatement]:
        """The answers that were compared and are neither clearly more nor clearly fewer."""
        return self._with("about")

    def _with(self, verdict: str) -> list[AnswerStatement]:
        return sorted((answer for answer in self.known if answer.change.verdict == verdict), key=_rank)


def _rank(answer: AnswerStatement) -> tuple[bool, int]:
    return answer.option.rest, -answer.count


def is_of_two(question: Question) -> bool:
    """Tell whether it has no more than two known answers."""
    return len(_known_options(question)) <= 2  # noqa: PLR2004 - such as yes and no


def _known_options(question: Question) -> list[Option]:
    return [option for option in question.options if not option.unknown and option.key not in question.now_called]


def added_before(summary: Summary, question: Question) -> bool:
    """Tell whether anybody answered it a year before; otherwise it may not have existed."""
    before = summary.before
    return before is not None and any(before.count(question.key, key) for key in question.option_keys)


def question_statement(summary: Summary, question: Question) -> QuestionStatement:
    """Return a question's answers beside those of the year before."""
    now, earlier = summary.now.questions[question.key], _comparable_baseline(summary, question)
    known = list(_known(summary, question, earlier))
    return QuestionStatement(
        question=question,
        answers=(*_compared(summary, question, known), *_not_known(summary, question, earlier)),
        asked=now.asked,
        base=now.base,
        unknown=now.unknown,
        partly=now.asked < summary.now.outcomes["registered"],
    )


def _comparable_baseline(summary: Summary, question: Question) -> Baseline:
    """Return the year before, of which nothing is known where the question was not the same then."""
    comparable = summary.comparable(question) and (not question.later or added_before(summary, question))
    return summary.before if summary.before and comparable else NOTHING_KNOWN


def _known(summary: Summary, question: Question, earlier: Baseline) -> Iterator[AnswerStatement]:
    now = summary.now.questions[question.key]
    for option in _known_options(question):
        count, before = now.options[option.key], earlier.count(question.key, option.key)
        if count or before or in_use(option, summary.now.days):
            share = now.share(option.key) if now.base >= SMALL_BASE else None
            star = option.key in now.bridged or (question.key, option.key) in earlier.bridged
            yield AnswerStatement(count, before, NOT_COMPARED, share, option, star)


def _compared(summary: Summary, question: Question, answers: list[AnswerStatement]) -> Iterator[AnswerStatement]:
    """Compare each answer with the year before, as one of a family of comparisons."""
    told = [a for a in answers if not question.is_yes_or_no or a.option.key == "yes"]
    family = sum(answer.before is not None for answer in told)
    for answer in answers:
        change = summary.period_counts.compare(answer.count, answer.before, family)
        yield replace(answer, change=change) if answer in told else answer


def _not_known(summary: Summary, question: Question, earlier: Baseline) -> Iterator[AnswerStatement]:
    if option := next((option for option in question.options if option.unknown), None):
        count, before = summary.now.questions[question.key].unknown, earlier.count(question.key, option.key)
        yield AnswerStatement(count, before, NOT_COMPARED, None, option, bridged=False)
