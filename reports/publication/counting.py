"""Counting cells from the records, in the same terms as what everybody can know of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.analysis.period import Period
from reports.analysis.tally import as_called_now, chosen_options
from reports.publication.cells import HOLDS, KNOWN, LACKING, TOTAL, UNKNOWN, UNSPECIFIED, Cell, Condition
from storage.figures.counts import AnswerCount, GivenAnswers
from storage.forms.form import Form
from storage.forms.question import Question

Given = Mapping[str, frozenset[str]]
"""A question to the options that were chosen, or to the sign of "not known" or of what is lacking."""


def months_of(form: Form, period: Period) -> Sequence[str]:
    """Return what a period's records are counted by: its months, or its year where they stay open over months."""
    return (period.name,) if form.stays_open else period.months


@dataclass(frozen=True)
class CountedMonths:
    """The records of some months, by month and what was answered; of those that stay open, by year."""

    form: Form
    rows: tuple[AnswerCount, ...]

    @cached_property
    def lacking(self) -> frozenset[str]:
        """The questions that some record lacks an answer to though one should have been given."""
        return frozenset(key for _, given, _ in self._given for key, told in given.items() if LACKING in told)

    @cached_property
    def breaks_rules(self) -> bool:
        """Whether a record answers a question that did not apply to it."""
        return any(
            not question.applies(_fixed(row.answers))
            for row in self.rows
            for question in self.form.crossable
            if row.outcome == "registered" and question.key in row.answers
        )

    @cached_property
    def answers(self) -> frozenset[tuple[str, str]]:
        """The questions and answers that some record holds."""
        return frozenset(
            (key, answer) for _, given, _ in self._given for key, told in given.items() for answer in told
        )

    def count(self, cell: Cell, months: Iterable[str]) -> int:
        """Count the records of these months that a cell is about."""
        by_month = self._of(cell)
        return sum(by_month[month] for month in months)

    def _of(self, cell: Cell) -> Counter[str]:
        if cell not in self._counted:
            self._counted[cell] = self._count(cell)
        return self._counted[cell]

    @cached_property
    def _counted(self) -> dict[Cell, Counter[str]]:
        return {}

    def _count(self, cell: Cell) -> Counter[str]:
        counted = Counter[str]()
        if cell in {TOTAL, UNSPECIFIED}:
            outcomes = set(self.form.counted_outcomes) - ({"registered"} if cell == UNSPECIFIED else set())
            for row in self.rows:
                counted[row.month] += row.calls * (row.outcome in outcomes)
        else:
            for month, given, calls in self._given:
                counted[month] += calls * all(_meets(given, condition) for condition in cell)
        return counted

    @cached_property
    def _given(self) -> list[tuple[str, Given, int]]:
        together: defaultdict[tuple[str, int], int] = defaultdict(int)
        answers: dict[int, GivenAnswers] = {}
        for row in self.rows:
            if row.outcome == "registered":
                answers[id(row.answers)] = row.answers
                together[row.month, id(row.answers)] += row.calls
        given = {number: self._told(told) for number, told in answers.items()}
        return [(month, given[number], calls) for (month, number), calls in together.items()]

    def _told(self, answers: GivenAnswers) -> Given:
        given = {}
        for question in self.form.crossable:
            if question.key in answers:
                given[question.key] = _told(question, answers[question.key])
            elif not question.later and question.applies(_fixed(answers)):
                given[question.key] = frozenset({LACKING})
        return given


def _fixed(answers: GivenAnswers) -> dict[str, str | tuple[str, ...]]:
    return {key: told if isinstance(told, str) else tuple(told) for key, told in answers.items()}


def _told(question: Question, answer: str | list[str]) -> frozenset[str]:
    """Return the known options, or the sign of "not known" where that is all."""
    chosen = as_called_now(question.now_called, chosen_options(answer))
    known = {option.key for option in question.counted_options if not option.unknown}
    strange = {option.key for option in question.options if option.unknown}
    return frozenset({UNKNOWN}) if chosen and strange.issuperset(chosen) else frozenset(known.intersection(chosen))


def _meets(given: Given, condition: Condition) -> bool:
    question, wanted = condition
    told = given.get(question)
    if told is None:
        return False
    if wanted == HOLDS:
        return LACKING not in told
    if wanted == KNOWN:
        return not told & {LACKING, UNKNOWN}
    return wanted in told
