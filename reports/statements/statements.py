"""Statements: everything that may be said of a summary, tested, ranked and compared, in no language yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reports.analysis.summary import Summary, TallyComparison
from reports.statements.answer_comparisons import added_before, is_of_two
from reports.statements.answers import AnswerStatement, is_most
from reports.statements.comparisons import Family, Key
from reports.statements.control_limits import RunMonth, run
from reports.statements.counts import FEW, CountStatement, ShareStatement
from reports.statements.family import TOTAL, YEAR, family_of
from reports.statements.months import ExtremesStatement, MonthStatement, extremes, month_statements
from reports.statements.questions import QuestionStatement, question_statement
from reports.statements.registration import CoverageStatement, coverage_change, is_registered_otherwise
from reports.statements.seasons import seasons
from reports.statements.trends import TotalTrendStatement, total_trend, total_values
from reports.statements.years import YearStatement, year_statements
from storage.forms.question import Question

PERHAPS = 0.01
"""A change that is not clear is still worth a word where it alone would be rarer than this by chance."""


@dataclass(frozen=True)
class ChangeStatement:
    """An answer whose share has changed, and its question."""

    question: QuestionStatement
    answer: AnswerStatement


@dataclass(frozen=True)
class Statements:
    """All statements about one summary; each is made when it is first asked for.

    ``judged`` is the summary's family where it has been judged already.
    """

    summary: Summary
    judged: Family | None = None

    @cached_property
    def total(self) -> CountStatement:
        """The period's calls."""
        return self._count(TOTAL, self.summary.period_counts)

    @cached_property
    def year(self) -> CountStatement | None:
        """The calls of the year so far; None where the period covers them."""
        return self._count(YEAR, self.summary.year) if self.summary.year else None

    @cached_property
    def coverage(self) -> CoverageStatement | None:
        """The part of the calls that is registered, where it has moved so much that totals say little."""
        return coverage_change(self.summary.period_counts)

    @cached_property
    def highlight(self) -> ShareStatement | None:
        """The highlighted calls, and their share of those where it was asked.

        None where the form highlights nothing, or asked it on none of the days.
        """
        summary = self.summary
        if not summary.highlights(summary.now.days):
            return None
        [(key, option)] = summary.form.highlight.items()
        count, base = summary.now.highlighted, summary.now.questions[key].base
        most = is_most(count, base, summary.dispersions.of(key, option))
        verdict = self._family.verdict(key, option)
        earlier = summary.highlighted_before if summary.now.total >= FEW else None
        return ShareStatement(count, base, earlier, verdict, most)

    @cached_property
    def total_trend(self) -> TotalTrendStatement | None:
        """A clear trend of the total over years."""
        return total_trend(total_values(self.summary)) if self._family.has_clear_trend(*TOTAL) else None

    @cached_property
    def story(self) -> tuple[ChangeStatement, ...]:
        """The answers whose share has clearly changed, the clearest first."""
        return self._changes(lambda question: question.changed)

    @cached_property
    def perhaps(self) -> tuple[ChangeStatement, ...]:
        """The answers whose share has changed more than chance makes one alone, but not one of so many."""
        told = self._changes(lambda question: [*question.unclear, *question.alike])
        return tuple(change for change in told if self._p_value(change) < PERHAPS)

    def about(self, question: Question) -> QuestionStatement:
        """Return the answers to a question of the form, whether or not anybody was asked it."""
        return question_statement(self.summary, question, self._family)

    @cached_property
    def told(self) -> tuple[QuestionStatement, ...]:
        """The questions, and the highlighted yes or no that is told beside the total."""
        keys = {question.question.key for question in self.questions}
        beside = [key for key in self.summary.form.highlight if key not in keys and self.highlight]
        return (
            *(self.about(self.summary.form.by_key[key]) for key in beside),
            *self.questions,
        )

    def answers_to(self, question: Question) -> tuple[AnswerStatement, ...]:
        """Return the answers to a question in the order in which they are shown; none where nobody was asked."""
        return next((told.answers for told in self.told if told.question == question), ())

    def _changes(
        self, chosen: Callable[[QuestionStatement], Sequence[AnswerStatement]]
    ) -> tuple[ChangeStatement, ...]:
        told = (ChangeStatement(question, answer) for question in self.told for answer in chosen(question))
        return tuple(sorted(told, key=self._p_value))

    def _p_value(self, change: ChangeStatement) -> float:
        # Of two answers that are each other's rest, float noise would decide which is named first.
        return round(self._family.p_value(change.question.question.key, change.answer.option.key), 12)

    @cached_property
    def questions(self) -> tuple[QuestionStatement, ...]:
        """Each question that anybody answered, in the form's order, except a highlighted yes or no."""
        return tuple(
            self.about(question)
            for question in self.summary.form.questions
            if self.summary.now.questions[question.key].asked
            and not question.later
            and not (question.key in self.summary.form.highlight and is_of_two(question))
        )

    @cached_property
    def added(self) -> tuple[QuestionStatement, ...]:
        """Each question that is asked later, where anybody answered it then or the year before."""
        return tuple(
            self.about(question)
            for question in self.summary.form.questions
            if question.later
            and (self.summary.now.questions[question.key].asked or added_before(self.summary, question))
        )

    def most_answered(self, most: int) -> list[QuestionStatement]:
        """Return so many questions that anybody answered, those with most answers, in the form's order."""
        told = [*self.questions, *(q for q in self.added if any(answer.count for answer in q.answers))]
        kept = sorted(told, key=lambda question: -sum(answer.count for answer in question.answers))[:most]
        return [question for question in told if question in kept]

    @cached_property
    def months(self) -> tuple[MonthStatement, ...]:
        """The months reported, from the first record on."""
        return tuple(month_statements(self.summary))

    @cached_property
    def extremes(self) -> ExtremesStatement | None:
        """The months with most and fewest calls; None for a month, and where months are too few."""
        totals = {month.name: month.total for month in self.months}
        effects = seasons(self.summary, lambda month: month.total)
        return extremes(self.summary, totals, self.summary.dispersions.total, effects)

    @cached_property
    def highlighted_extremes(self) -> ExtremesStatement | None:
        """The months with most and fewest highlighted calls, where it was asked; None where any is hidden."""
        if any(month.hidden for month in self.months):
            return None
        counts = {month.name: month.highlighted for month in self.months if month.highlighted is not None}
        [(key, option)] = self.summary.form.highlight.items() if counts else [("", "")]
        effects = seasons(self.summary, lambda month: month.highlighted)
        return extremes(self.summary, counts, self.summary.dispersions.of(key, option), effects)

    @cached_property
    def years(self) -> tuple[YearStatement, ...]:
        """The line of years that ends with the period's; empty for shorter periods."""
        return year_statements(self.summary)

    @cached_property
    def run(self) -> tuple[RunMonth, ...]:
        """The run of up to 24 months that ends with the period's month; empty for longer periods.

        Where calls are few, or registered differently, nothing is expected of them.
        """
        months = run(self.summary) if self.summary.period.kind == "month" else ()
        if self.total.few or self.coverage:
            return tuple(replace(month, centre=None, usual=None) for month in months)
        return months

    @property
    def bridged(self) -> bool:
        """Whether any answers include earlier keys, now or a year before."""
        now, before = self.summary.now, self.summary.before
        return any(told.bridged for told in now.questions.values()) or bool(before and before.bridged)

    @cached_property
    def _family(self) -> Family:
        """All that could be called clear in this summary."""
        return self.judged or family_of(self.summary)

    def _count(self, key: Key, against: TallyComparison) -> CountStatement:
        before = against.before.total if against.before else None
        silenced = before is not None and is_registered_otherwise(self.summary, against)
        verdict = "registration" if silenced else self._family.verdict(*key)
        return CountStatement(against.now.total, before, verdict)
