"""The audit: which values every hidden figure can still have, for somebody who knows everything that is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from reports.publication.problem import FigureRow, Problem
from reports.publication.solver import Counts, Solver, Table, dense


@dataclass(frozen=True)
class Gap:
    """A figure that is not protected: one of these values has to become possible for it."""

    place: int
    wanted: tuple[int, ...]


class Audit:
    """Looks for figures that give themselves away, and remembers every possibility that it has seen."""

    def __init__(self, problem: Problem, hidden: Iterable[int]) -> None:
        """Audit a problem in which these open figures are hidden."""
        self.problem = problem
        self.hidden = set(hidden)
        self.ignored = set[int]()
        opened = {place for place, figure in enumerate(problem.figures) if figure.status == "open"}
        self._solver = Solver(problem, opened - self.hidden)
        self._sums = dense((figure.terms for figure in problem.figures), problem.unknowns)
        # The figures of each possibility, and behind them its counts.
        self._seen: Table = np.empty((0, len(problem.figures) + problem.unknowns), dtype=np.int64)
        self._opened = sorted(opened)
        self._values = np.array([figure.value for figure in problem.figures], dtype=np.int64)

    @property
    def shown(self) -> list[int]:
        """The open figures that are shown."""
        return [place for place in self._opened if place not in self.hidden]

    def hide(self, place: int) -> None:
        """Hide a figure; everything that was possible still is."""
        self.hidden.add(place)
        self._solver.show(place, shown=False)

    def show(self, place: int) -> Table:
        """Show a figure; return the possibilities that were known, also those that this excludes."""
        before = self._seen
        self.hidden.remove(place)
        self._solver.show(place, shown=True)
        self._seen = before[before[:, place] == self._values[place]]
        return before

    def recall(self, seen: Table) -> None:
        """Take up possibilities again, after hiding what excluded them."""
        self._seen = seen

    def is_consistent(self) -> bool:
        """Tell whether all that is shown can be true together."""
        found = self._solver.any_counts()
        if found is not None:
            self.note(found)
        return found is not None

    def gaps(self, only: int | None = None) -> Iterator[Gap]:
        """Give the figures that are not protected, or only one, until others are hidden that protect it."""
        for place, figure in (
            enumerate(self.problem.figures) if only is None else [(only, self.problem.figures[only])]
        ):
            is_watched = figure.status in {"hidden", "derived"} or place in self.hidden
            while is_watched and place not in self.ignored and (wanted := self._wanted(place, figure)):
                yield Gap(place, wanted)

    def has_one_value(self, place: int) -> bool:
        """Tell whether a hidden figure can only be what it is."""
        value = int(self._values[place])
        return not (self._try(place, value + 1) or (value and self._try(place, value - 1)))

    def note(self, counts: Counts) -> None:
        """Remember counts that are possible."""
        self._seen = np.vstack([self._seen, np.concatenate([self._sums @ counts, counts])])

    def _possible(self, place: int) -> set[int]:
        return set(self._seen[:, place].tolist())

    def _wanted(self, place: int, figure: FigureRow) -> tuple[int, ...]:
        """Return values of which one has to become possible; none where a figure is protected."""
        if not figure.small:
            return self._too_few(place, figure)
        for value in range(1, figure.k):
            if value not in self._possible(place) and not self._try(place, value):
                return (value,)
        return ()

    def _too_few(self, place: int, figure: FigureRow) -> tuple[int, ...]:
        """Look for k values, upward, downward and in between."""
        seen = self._possible(place)
        while len(seen) < figure.k and self._try(place, max(seen) + 1):
            seen.add(max(seen) + 1)
        while len(seen) < figure.k and self._can_be(figure, min(seen) - 1) and self._try(place, min(seen) - 1):
            seen.add(min(seen) - 1)
        for value in range(min(seen) + 1, max(seen)):
            if len(seen) < figure.k and value not in seen and self._try(place, value):
                seen.add(value)
        small = range(1, figure.k)
        if len(seen) >= figure.k or (figure.small is None and not any(abs(value) in small for value in seen)):
            return ()
        return tuple(value for value in (max(seen) + 1, min(seen) - 1) if self._can_be(figure, value))

    def _can_be(self, figure: FigureRow, value: int) -> bool:
        """Tell whether a figure may have a value at all: only a difference can be below 0."""
        return value >= 0 or any(times < 0 for _, times in figure.terms)

    def _try(self, place: int, value: int) -> bool:
        """Look for a possibility in which a figure has a value, from the one in which it comes nearest."""
        away = np.abs(self._seen[:, place] - value)
        near = self._seen[int(np.argmin(away)), len(self.problem.figures) :]
        found = self._solver.counts_with(place, value, near)
        if found is not None:
            self.note(found)
        return found is not None
