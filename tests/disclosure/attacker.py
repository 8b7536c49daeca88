"""An attacker who has read every release and knows the form: what he cannot exclude, by integer programming.

He counts complete sets of answers, as they can be tapped, and reads nothing but what is printed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from reports.publication.cells import MonthState, MonthStates
from storage.forms.form import Form
from storage.forms.question import Question
from tests.disclosure.atom_counts import AtomCounts, Unknowns
from tests.disclosure.histories import Shown
from tests.disclosure.printing import (
    HIDDEN,
    printed_answers,
    printed_crossed,
    printed_months,
    unprotected,
)

NOBODY_IS_MORE = 10_000


@dataclass(frozen=True)
class Printed:
    """A figure as printed, as a sum of unknown counts, and the k of its release."""

    name: str
    terms: Unknowns
    text: str
    k: int


class Attacker:
    """Knows what is printed, and asks which values a hidden figure can have."""

    def __init__(self, form: Form, history: Iterable[Shown]) -> None:
        self._form, self._history = form, list(history)
        self._rows: list[tuple[Unknowns, float, float]] = []
        self._size = 0
        self._atoms = [AtomCounts(self, atom, form) for atom in self._told_apart()]
        self.figures = [figure for shown in self._history for figure in self._read(shown)]
        for figure in self.figures:
            if figure.text != HIDDEN:
                self.bound(figure.terms, int(figure.text), int(figure.text))
        self._matrix = csr_array(self._dense([terms for terms, _, _ in self._rows]))
        self._least, self._most = (np.array([row[n] for row in self._rows], dtype=float) for n in (1, 2))
        self._seen: list[np.ndarray[tuple[int], np.dtype[np.float64]]] = []

    def with_truth(self) -> list[tuple[Printed, int]]:
        """Return each figure once with its true value, for those who judge the attack."""
        true = [int(f.text) for shown in self._history for f in self._read(unprotected(shown), learn=False)]
        distinct = {tuple(sorted(f.terms.items())): (f, n) for f, n in zip(self.figures, true, strict=True)}
        return list(distinct.values())

    def new(self) -> int:
        """Take up another unknown count."""
        self._size += 1
        return self._size - 1

    def bound(self, terms: Unknowns, least: float, most: float = np.inf) -> None:
        """Learn that a sum lies between two numbers."""
        self._rows.append((terms, least, most))

    def has_fewer(self, figure: Printed, enough: int) -> bool:
        """Tell whether a hidden figure has fewer possible values than that."""
        row = self._dense([figure.terms])
        for sign in (1, -1):
            if len(self._values(row)) < enough:
                self._solve(row, None, -sign * row[0])
        found = self._values(row)
        for value in range(min(found) + 1, max(found)):
            if len(found) >= enough:
                break
            if value not in found and self._solve(row, value, np.zeros(self._size)):
                found.add(value)
        return len(found) < enough

    def excludes(self, figure: Printed, value: int) -> bool:
        """Tell whether a hidden figure cannot have a value."""
        row = self._dense([figure.terms])
        return value not in self._values(row) and not self._solve(row, value, np.zeros(self._size))

    def _values(self, row: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> set[int]:
        return set(np.rint(np.array(self._seen) @ row[0]).astype(int).tolist()) if self._seen else set()

    def _solve(
        self,
        row: np.ndarray[tuple[int, int], np.dtype[np.float64]],
        value: int | None,
        cost: np.ndarray[tuple[int], np.dtype[np.float64]],
    ) -> bool:
        told = [LinearConstraint(self._matrix, self._least, self._most)]
        if value is not None:
            told.append(LinearConstraint(row, value, value))
        for presolve in (True, False):  # simplified beforehand, some that can be solved are called impossible
            found = milp(
                cost,
                constraints=told,
                integrality=np.ones(self._size, dtype=np.int64),
                bounds=Bounds(0, NOBODY_IS_MORE),
                options={"presolve": presolve},
            )
            if found.status == 0:
                break
        if found.status not in {0, 2}:
            raise AssertionError(found.message)
        if found.status == 0:
            self._seen.append(np.rint(found.x))
        return bool(found.status == 0)

    def _dense(self, sums: list[Unknowns]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        matrix = np.zeros((len(sums), self._size))
        for number, terms in enumerate(sums):
            for unknown, times in terms.items():
                matrix[number, unknown] += times
        return matrix

    def _told_apart(self) -> list[MonthStates]:
        """Put the months together that no release tells apart."""
        stretches = dict.fromkeys(stretch for shown in self._history for stretch in _stretches(shown))
        where = defaultdict[MonthState, list[int]](list)
        for number, stretch in enumerate(stretches):
            for state in stretch:
                where[state].append(number)
        together = defaultdict[tuple[int, ...], set[MonthState]](set)
        for state, numbers in sorted(where.items()):
            together[tuple(numbers)].add(state)
        return [frozenset(states) for states in together.values()]

    def _sum(
        self, records: MonthStates, question: str, option: str, other: tuple[str, str] = ("", "")
    ) -> Unknowns:
        told = Counter[int]()
        for atom in self._atoms:
            if atom.records <= records:
                told.update(atom.sum(question, option, other))
        return told

    def _read(self, shown: Shown, *, learn: bool = True) -> Iterator[Printed]:
        records, form = shown.records, self._form
        whole = frozenset(state for state in records if state.month in shown.period.period.months)
        head = f"{shown.release} {shown.period.period.name}"
        for question, option, count, base, share in printed_answers(shown):
            terms = self._sum(whole, question, option)
            yield Printed(f"{head} {question}={option}", terms, count, shown.k)
            if not learn:
                continue
            if not question:
                known = self._sum(whole, "", "unspecified")
                if count != HIDDEN:
                    self.bound(known, shown.unspecified, shown.unspecified)
                continue
            of = self._base(whole, form.by_key[question], option)
            if base not in {HIDDEN, ""}:
                self.bound(of, int(base), int(base))
            if share not in {HIDDEN, ""}:
                self._learn(terms, of, int(share.removesuffix("%")))
        for month, total, highlighted in printed_months(shown):
            states = frozenset(state for state in records if state.month == month)
            yield Printed(f"{head} {month}", self._sum(states, "", ""), total, shown.k)
            for question, option in form.highlight.items():
                yield Printed(f"{head} {month}!", self._sum(states, question, option), highlighted, shown.k)
        for rows, row, columns, column, count in printed_crossed(shown):
            terms = self._sum(whole, rows, row or "*", (columns, column or "*"))
            yield Printed(f"{head} {rows}={row} {columns}={column}", terms, count, shown.k)

    def _learn(self, count: Unknowns, base: Unknowns, percent: int) -> None:
        """Learn from a share: it lies within half a per cent."""
        for sign, edge in ((1, 2 * percent + 1), (-1, 2 * percent - 1)):
            terms = Counter({unknown: sign * edge * times for unknown, times in base.items()})
            terms.subtract({unknown: sign * 200 * times for unknown, times in count.items()})
            self.bound(terms, 0)

    def _base(self, records: MonthStates, question: Question, option: str) -> Unknowns:
        """Return what an answer is a share of."""
        asked = self._sum(records, question.key, "*")
        unknown = self._sum(records, question.key, "unknown")
        if question.option(option).unknown:
            return asked
        if question.base == "all":
            return self._sum(records, "", "registered")
        known = Counter(asked)
        known.subtract(unknown)
        return known


def _stretches(shown: Shown) -> Iterator[MonthStates]:
    yield frozenset(state for state in shown.records if state.month in shown.period.period.months)
    for month, _, _ in printed_months(shown):
        yield frozenset(state for state in shown.records if state.month == month)
