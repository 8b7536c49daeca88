"""Statements: everything that may be said of a summary, tested, ranked and compared, in no language yet."""

from dataclasses import dataclass
from functools import cached_property

from reports.analysis.significance import SMALL_BASE
from reports.analysis.summary import Summary, TallyComparison
from reports.statements.control_limits import RunMonth, run
from reports.statements.counts import CountStatement, ShareStatement
from reports.statements.months import ExtremesStatement, MonthStatement, extremes, month_statements
from reports.statements.questions import QuestionStatement, added_before, is_of_two, question_statement


@dataclass(frozen=True)
class Statements:
    """All statements about one summary; each is made when it is first asked for."""

    summary: Summary

    @cached_property
    def total(self) -> CountStatement:
        """The period's calls."""
        return _total(self.summary.period_counts)

    @cached_property
    def year(self) -> CountStatement | None:
        """The calls of the year so far; None where the period covers them."""
        return _total(self.summary.year) if self.summary.year else None

    @cached_property
    def highlight(self) -> ShareStatement | None:
        """The highlighted calls, and their share of those where it was asked.

        None where the form highlights nothing, or asked it on none of the days.
        """
        summary = self.summary
        if not summary.highlights(summary.now.days):
            return None
        ((key, option),) = summary.form.highlight.items()
        count, before, told = summary.now.highlighted, summary.highlighted_before, summary.now.questions[key]
        share = told.share(option) if told.base >= SMALL_BASE else None
        return ShareStatement(count, before, summary.period_counts.compare(count, before), share)

    @cached_property
    def questions(self) -> tuple[QuestionStatement, ...]:
        """Each question that anybody answered, in the form's order, except a highlighted yes or no."""
        return tuple(
            question_statement(self.summary, question)
            for question in self.summary.form.questions
            if self.summary.now.questions[question.key].asked
            and not question.later
            and not (question.key in self.summary.form.highlight and is_of_two(question))
        )

    @cached_property
    def added(self) -> tuple[QuestionStatement, ...]:
        """Each question that is asked later, where anybody answered it then or the year before."""
        return tuple(
            question_statement(self.summary, question)
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
        return extremes(self.summary, {month.name: month.total for month in self.months})

    @cached_property
    def highlighted_extremes(self) -> ExtremesStatement | None:
        """The months with most and fewest highlighted calls, of those in which it was asked."""
        return extremes(self.summary, {m.name: m.highlighted for m in self.months if m.highlighted is not None})

    @cached_property
    def run(self) -> tuple[RunMonth, ...]:
        """The run of up to 24 months that ends with the period's month; empty for longer periods."""
        return run(self.summary) if self.summary.period.kind == "month" else ()

    @property
    def bridged(self) -> bool:
        """Whether any answers include earlier keys, now or a year before."""
        now, before = self.summary.now, self.summary.before
        return any(told.bridged for told in now.questions.values()) or bool(before and before.bridged)


def _total(against: TallyComparison) -> CountStatement:
    now, before = against.now.total, against.before.total if against.before else None
    return CountStatement(now, before, against.compare(now, before))
