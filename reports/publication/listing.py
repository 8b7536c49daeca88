"""Listing the figures that a release is to show of a period, and which of them say too much by themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from reports.publication.cells import (
    HOLDS,
    KNOWN,
    LACKING,
    TOTAL,
    UNKNOWN,
    UNSPECIFIED,
    Cell,
    Condition,
    MonthState,
    MonthStates,
)
from reports.publication.counting import CountedMonths
from reports.publication.structure import Structure
from storage.forms.form import Form
from storage.forms.question import Question

Pair = tuple[str, str]
"""The keys of the questions of a cross table's rows and columns."""


@dataclass(frozen=True)
class ListedFigure:
    """A figure that a release is to show: its value, and the question whose answers it stands among, if any.

    ``discloses`` tells that it must be hidden for its own sake. ``certain`` is what counts as known to everybody.
    """

    records: MonthStates
    cell: Cell
    value: int
    question: str | None = None
    discloses: bool = False
    certain: bool = False


@dataclass(frozen=True)
class Contents:
    """What a release shows of a period: all questions, these cross tables, and the months' outline if wanted."""

    pairs: tuple[Pair, ...] = ()
    questions: bool = True
    months: bool = False


@dataclass(frozen=True)
class Listing:
    """Lists the figures of months whose records are ``counted``, each month as its digest in ``states`` has it."""

    counted: CountedMonths
    states: Mapping[str, str]
    k: int
    contents: Contents = field(default_factory=Contents)

    @property
    def form(self) -> Form:
        """The form whose records are counted."""
        return self.counted.form

    @cached_property
    def _structure(self) -> Structure:
        counted = self.counted
        return Structure(
            self.form, frozenset(self.contents.pairs), counted.lacking, buttons=True, loose=counted.breaks_rules
        )

    def records(self, months: Iterable[str]) -> MonthStates:
        """Return the records of months as they are."""
        return frozenset(MonthState(month, self.states[month]) for month in months)

    def figures(self, months: Sequence[str]) -> list[ListedFigure]:
        """List everything that is shown of a period with these months."""
        listed = [*self._outline(months)]
        is_told = not listed[0].discloses
        if self.contents.questions:
            for question in self.form.crossable:
                listed += self._question(months, question)
                if is_told and not question.later:
                    listed.append(self._certain(months, (Condition(question.key, LACKING),)))
        for rows, columns in self.contents.pairs:
            listed += self._table(months, self.form.by_key[rows], self.form.by_key[columns])
        for month in months if self.contents.months and len(months) > 1 else ():
            listed += self._outline([month])
            listed += [self._figure([month], cell) for cell in self._highlight()]
        return listed

    def _outline(self, months: Sequence[str]) -> Iterator[ListedFigure]:
        unspecified, total = self._certain(months, UNSPECIFIED), self._figure(months, TOTAL)
        # How many are unspecified counts as known: the total is as telling as how many are registered.
        few = 0 < total.value - unspecified.value < self.k
        yield replace(total, discloses=total.discloses or few)
        if not (total.discloses or few):
            yield unspecified

    def _highlight(self) -> list[Cell]:
        return [highlight] if (highlight := highlight_of(self.form)) else []

    def _question(self, months: Sequence[str], question: Question) -> Iterator[ListedFigure]:
        key = question.key
        answers = answers_to(question)
        counted = {answer: self._count(months, (Condition(key, answer),)) for answer in answers}
        group = self._count(months, TOTAL if question.later else (Condition(key, HOLDS),))
        if question.later:
            group -= self._count(months, UNSPECIFIED)
        said = disclosing(counted, group, several=question.takes_several)
        if question.kind == "count" and self.form.house and group:
            # Whom they count has a register of their own: with its total the other answers would tell of one.
            said = frozenset(answers)
        for answer in answers:
            yield self._figure(months, (Condition(key, answer),), key, discloses=answer in said)
        for sign in bases_of(question):
            yield self._figure(months, (Condition(key, sign),))

    def _table(self, months: Sequence[str], rows: Question, columns: Question) -> Iterator[ListedFigure]:
        """List a table with the sums of its rows and columns, and its own."""
        both = [(row, column) for row in (*answers_to(rows), HOLDS) for column in (*answers_to(columns), HOLDS)]
        counted = {
            (row, column): self._count(months, _crossed(rows, row, columns, column)) for row, column in both
        }
        # Where the form leaves a group one answer only, that all gave it says nothing.
        can = [p for p in both if HOLDS not in p and self._structure.allows(_crossed(rows, p[0], columns, p[1]))]
        said = set[tuple[str, str]]()
        for row in answers_to(rows):
            line = {column: counted[row, column] for column in answers_to(columns) if (row, column) in can}
            found = disclosing(line, counted[row, HOLDS], several=columns.takes_several)
            said |= {(row, column) for column in found}
        for column in answers_to(columns):
            line = {row: counted[row, column] for row in answers_to(rows) if (row, column) in can}
            found = disclosing(line, counted[HOLDS, column], several=rows.takes_several)
            said |= {(row, column) for row in found}
        for place in both:
            yield self._figure(months, _crossed(rows, place[0], columns, place[1]), discloses=place in said)

    def _figure(
        self, months: Sequence[str], cell: Cell, question: str | None = None, *, discloses: bool = False
    ) -> ListedFigure:
        value = self._count(months, cell)
        return ListedFigure(self.records(months), cell, value, question, discloses or 0 < value < self.k)

    def _certain(self, months: Sequence[str], cell: Cell) -> ListedFigure:
        return ListedFigure(self.records(months), cell, self._count(months, cell), certain=True)

    def _count(self, months: Sequence[str], cell: Cell) -> int:
        return self.counted.count(cell, months)


def answers_to(question: Question) -> tuple[str, ...]:
    """Return what is counted of a question: its options, and "not known" as one."""
    known = [option.key for option in question.counted_options if not option.unknown]
    return (*known, UNKNOWN) if question.not_known else tuple(known)


def counts_answers(cell: Cell) -> bool:
    """Tell whether a cell counts calls, all or those with certain answers, "not known" among them."""
    return cell != UNSPECIFIED and all(part.answer not in {HOLDS, KNOWN, LACKING} for part in cell)


def bases_of(question: Question) -> tuple[str, ...]:
    """Return what the shares of a question are of, where that is not all who are registered.

    It is those whose answer is known, and for the share of "not known" those who were asked.
    """
    if question.later:
        return ()
    known = (KNOWN,) if question.base != "all" and (question.when or question.not_known) else ()
    return (*known, HOLDS) if question.when and question.not_known else known


def highlight_of(form: Form) -> Cell | None:
    """Return the cell of the highlighted calls, where the form has any that a registered record can be."""
    cell = tuple(Condition(key, option) for key, option in form.highlight.items() if key in form.asked)
    return cell or None


def disclosing(counted: Mapping[str, int], group: int, *, several: bool) -> frozenset[str]:
    """Return the answers that say something of everyone in a group: what all answered, and what nobody did.

    Where several answers can be given, that nobody gave one says nothing of the others.
    """
    known = {answer: count for answer, count in counted.items() if answer != UNKNOWN}
    full = {answer for answer, count in known.items() if count == group}
    if not group or not full or len(counted) == 1:
        return frozenset()
    return frozenset(full if several else full | {answer for answer, count in known.items() if not count})


def _crossed(rows: Question, row: str, columns: Question, column: str) -> Cell:
    return (Condition(rows.key, row), Condition(columns.key, column))
