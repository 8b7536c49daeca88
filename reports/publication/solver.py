"""Asking a solver whether counts are possible; only the worker imports this."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

import highspy
import numpy as np

from reports.publication.problem import FigureRow, Problem, Terms

Counts = np.ndarray[tuple[int], np.dtype[np.int64]]
"""A whole number for each unknown count."""

Table = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""A row of whole numbers for each possibility, or each figure."""

Fractions = np.ndarray[tuple[int], np.dtype[np.float64]]
"""A number for each."""

WHOLE = 1e-6
"""Closer to a whole number than this is one."""

Row = tuple[Terms, float, float]
"""A sum and its bounds."""


def bounds_of(figure: FigureRow, *, shown: bool) -> tuple[float, float]:
    """Return what everybody knows of a figure, if it is shown or not."""
    if figure.status in {"known", "certain"} or shown:
        return figure.value, figure.value if figure.most is None else figure.most
    return -highspy.kHighsInf, highspy.kHighsInf


class Solver:
    """Finds whole counts from 0 to a ceiling that agree with the relations and the figures shown."""

    def __init__(self, problem: Problem, shown: Iterable[int]) -> None:
        """Take up a problem in which these open figures are shown."""
        told = frozenset(shown)
        rows: list[Row] = [(r.terms, r.least, np.inf if r.most is None else r.most) for r in problem.relations]
        self._first = len(rows)
        rows += [(f.terms, *bounds_of(f, shown=place in told)) for place, f in enumerate(problem.figures)]
        self._figures, self._unknowns = problem.figures, problem.unknowns
        self._bounds = np.array([(least, most) for _, least, most in rows], dtype=np.float64)
        self._sums = dense((terms for terms, _, _ in rows), problem.unknowns)
        self._ceiling = ceiling(problem)
        self._highs = quiet()
        self._highs.passModel(model(rows, np.zeros(problem.unknowns), self._ceiling))
        whole = np.full(problem.unknowns, highspy.HighsVarType.kInteger)
        self._highs.changeColsIntegrality(problem.unknowns, np.arange(problem.unknowns, dtype=np.int32), whole)
        # A step is what is added to some counts and taken off others; the shortest ones are mostly whole.
        steps = [((*t, *((n + problem.unknowns, -times) for n, times in t)), -np.inf, np.inf) for t, _, _ in rows]
        self._steps = quiet()
        self._steps.passModel(model(steps, np.ones(2 * problem.unknowns), self._ceiling))

    def show(self, place: int, *, shown: bool) -> None:
        """Show a figure from now on, or hide it."""
        self._bound(place, bounds_of(self._figures[place], shown=shown))

    def any_counts(self) -> Counts | None:
        """Return any counts that agree with what is shown; None where there are none."""
        found = solution(self._highs)
        return None if found is None else _whole(found)

    def counts_with(self, place: int, value: int, near: Counts) -> Counts | None:
        """Return counts with which a figure has a value, ``near`` others if they can be; None where none are."""
        before = self._bounds[self._first + place].copy()
        self._bound(place, (value, value))
        found = self._stepped(near)
        if found is not None and not _is_whole(found):
            found = solution(self._highs)
        self._bound(place, (before[0], before[1]))
        return None if found is None else _whole(found)

    def _bound(self, place: int, bounds: tuple[float, float]) -> None:
        self._bounds[self._first + place] = bounds
        self._highs.changeRowBounds(self._first + place, *bounds)

    def _stepped(self, near: Counts) -> Fractions | None:
        """Take the shortest way from some counts to others that agree with everything; they may not be whole."""
        left = self._bounds - (self._sums @ near)[:, np.newaxis]
        rows, columns = (np.arange(n, dtype=np.int32) for n in (len(left), 2 * self._unknowns))
        self._steps.changeRowsBounds(  # type: ignore[attr-defined] # its types leave this one out
            len(rows), rows, left[:, 0].copy(), left[:, 1].copy()
        )
        room = np.concatenate([self._ceiling - near, near]).astype(np.float64)
        self._steps.changeColsBounds(len(columns), columns, np.zeros(len(columns)), room)
        found = solution(self._steps)
        return None if found is None else near + found[: self._unknowns] - found[self._unknowns :]


def _is_whole(found: Fractions) -> bool:
    return bool(np.abs(found - np.rint(found)).max(initial=0) < WHOLE)


def _whole(found: Fractions) -> Counts:
    return np.rint(found).astype(np.int64)


def quiet() -> highspy.Highs:
    """Return a solver that prints nothing and always finds the same."""
    highs: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call] # it is typed but for this
    highs.silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("random_seed", 0)
    highs.setOptionValue("mip_rel_gap", 0.0)
    return highs


def solution(highs: highspy.Highs) -> Fractions | None:
    """Run a solver; return what it found, None where there is nothing to find. Raises `RuntimeError`."""
    highs.run()
    status = highs.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(highs.modelStatusToString(status))
    return np.array(highs.getSolution().col_value)


def dense(sums: Iterable[Terms], unknowns: int) -> Table:
    """Write sums as a row each."""
    every = list(sums)
    table = np.zeros((len(every), unknowns), dtype=np.int64)
    for number, terms in enumerate(every):
        for unknown, times in terms:
            table[number, unknown] = times
    return table


def ceiling(problem: Problem) -> float:
    """Return a count that none is above: a good deal more than anything that is shown."""
    return 2 * max((figure.value for figure in problem.figures), default=0) + 100


def model(rows: Sequence[Row], costs: Fractions, most: float) -> highspy.HighsLp:
    """Write rows as the solver wants them; no count is below 0 or above ``most``."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(costs), len(rows)
    lp.col_cost_ = costs
    lp.col_lower_, lp.col_upper_ = np.zeros(len(costs)), np.full(len(costs), most)
    lp.row_lower_ = np.array([least for _, least, _ in rows], dtype=np.float64)
    lp.row_upper_ = np.array([up for _, _, up in rows], dtype=np.float64)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array([0, *accumulate(len(terms) for terms, _, _ in rows)], dtype=np.int32)
    lp.a_matrix_.index_ = np.array([n for terms, _, _ in rows for n, _ in terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([times for terms, _, _ in rows for _, times in terms], dtype=np.float64)
    return lp
