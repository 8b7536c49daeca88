"""Finding what else to hide, at the least cost, so that a value becomes possible; only the worker imports this."""

from collections.abc import Iterable

import highspy
import numpy as np

from reports.publication.problem import Problem
from reports.publication.solver import Counts, Row, bounds_of, ceiling, model, quiet, solution

HALF = 0.5
"""A whole number above this is not 0."""

FURTHEST = 3
"""No figure is looked for further from its value than this times k."""


class Repair:
    """Lets shown figures be off at a cost: the fewest, cheapest ones that make a value of another possible."""

    def __init__(self, problem: Problem) -> None:
        """Take up a problem; every open figure gets three numbers: too much, too little, and whether hidden."""
        self._problem = problem
        self._opened = [place for place, figure in enumerate(problem.figures) if figure.status == "open"]
        self._place_of = {place: problem.unknowns + 3 * n for n, place in enumerate(self._opened)}
        self._highs = quiet()
        rows = self._rows()
        costs = np.zeros(problem.unknowns + 3 * len(self._opened))
        self._highs.passModel(model(rows, costs, ceiling(problem)))
        for first in self._place_of.values():
            self._highs.changeColBounds(first + 2, 0, 1)
        whole = np.full(len(costs), highspy.HighsVarType.kInteger)
        self._highs.changeColsIntegrality(len(costs), np.arange(len(costs), dtype=np.int32), whole)

    def _rows(self) -> list[Row]:
        problem = self._problem
        furthest = FURTHEST * max((figure.k for figure in problem.figures), default=1)
        rows: list[Row] = [(r.terms, r.least, np.inf if r.most is None else r.most) for r in problem.relations]
        self._first = len(rows)
        for place, figure in enumerate(problem.figures):
            if place in self._place_of:
                more = self._place_of[place]
                rows.append((((*figure.terms, (more, -1), (more + 1, 1))), figure.value, figure.value))
            else:
                rows.append((figure.terms, *bounds_of(figure, shown=False)))
        for more in self._place_of.values():
            rows += [(((more + off, 1), (more + 2, -furthest)), -np.inf, 0) for off in (0, 1)]
        return rows

    def cheapest(
        self, place: int, value: int, hidden: Iterable[int], never: Iterable[int] = ()
    ) -> tuple[float, list[int], Counts] | None:
        """Return the cost and the figures to hide so that a figure can have a value, and counts that show it.

        What is ``hidden`` costs nothing; what has no cost, or is among ``never``, stays. None where none can.
        """
        free, kept = frozenset(hidden), frozenset(never)
        for opened, more in self._place_of.items():
            cost = self._problem.figures[opened].cost
            can = opened in free or (cost is not None and opened not in kept)
            self._highs.changeColCost(more + 2, 0 if opened in free or cost is None else cost)
            self._highs.changeColBounds(more + 2, opened in free, can)
        self._aim(place, value)
        found = solution(self._highs)
        self._aim(place, None)
        if found is None:
            return None
        off = [p for p, m in self._place_of.items() if p not in free and found[m] + found[m + 1] > HALF]
        cost = sum(self._problem.figures[p].cost or 0 for p in off)
        return cost, off, np.rint(found[: self._problem.unknowns]).astype(np.int64)

    def _aim(self, place: int, value: int | None) -> None:
        """Let a figure have just this value, or any that it may have."""
        figure = self._problem.figures[place]
        if place not in self._place_of:
            free = bounds_of(figure, shown=False)
            self._highs.changeRowBounds(self._first + place, *(free if value is None else (value, value)))
            return
        more, most = self._place_of[place], ceiling(self._problem)
        for number, sign in ((more, 1), (more + 1, -1)):
            aim = 0 if value is None else max(0, sign * (value - figure.value))
            self._highs.changeColBounds(number, aim, most if value is None else aim)
