"""Setting up what is to be solved for one form and one calendar year: no figure reaches over New Year."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from reports.publication.atoms import Atoms, atoms_of, divided, outline_cells
from reports.publication.cells import TOTAL, Cell, MonthState, MonthStates
from reports.publication.counting import CountedMonths
from reports.publication.listing import ListedFigure, counts_answers, highlight_of
from reports.publication.problem import FigureRow, Problem
from reports.publication.rows import FigureRows, Place
from reports.publication.structure import Structure
from reports.publication.sums import Sums
from reports.publication.unknowns import added
from storage.forms.form import Form


@dataclass(frozen=True)
class ReleasedFigure:
    """A figure of an earlier release: what it shows; None where it was hidden, then whether it was ``small``."""

    release: int
    records: MonthStates
    cell: Cell
    value: int | None
    small: bool = False
    k: int = 5


@dataclass(frozen=True)
class YearProblem:
    """A problem, what each of its figures stands for, and where each listed figure is found in it.

    A listed figure that nobody can doubt, since the form leaves it no choice, is nowhere in it.
    """

    problem: Problem
    places: tuple[Place, ...]
    listed: tuple[int | None, ...]


@dataclass(frozen=True)
class YearSetup:
    """The figures that are to be ``listed``, those released before, and how the form's answers hang together.

    ``grows`` tells that records are taken to have been added since earlier releases, and none taken away.
    """

    structure: Structure
    counted: CountedMonths
    listed: Sequence[ListedFigure]
    released: Sequence[ReleasedFigure]
    k: int
    grows: bool = False

    @property
    def has_changed(self) -> bool:
        """Whether any records have changed since an earlier release."""
        latest = self._latest
        return any(latest[state.month] != state for figure in self.released for state in figure.records)

    @property
    def form(self) -> Form:
        """The form of all figures."""
        return self.structure.form

    def problem(self) -> YearProblem:
        """Write everything down as numbers. Raises a `Fault` where there are too many combinations."""
        highlight = highlight_of(self.form)
        atoms = atoms_of(self._told, highlight)
        sums = Sums(self.structure, atoms, highlight, self.counted.answers)
        rows = FigureRows()
        for earlier in self.released:
            rows.add(
                sums.of(earlier.cell, earlier.records), _released(earlier), Place(earlier.cell, earlier.records)
            )
        listed = [
            rows.add(sums.of(f.cell, f.records), self._open(f), Place(f.cell, f.records)) for f in self.listed
        ]
        for cell, records, row in self._pieces():
            rows.add(sums.of(cell, records), row, Place(cell, records))
        for cell, now, then, release in self._differences(atoms):
            terms = added(sums.of(cell, now), less=[sums.of(cell, then)])
            if self.grows:
                sums.system.hold(terms)
            rows.add(terms, FigureRow(terms=(), status="derived", k=self.k), Place(cell, now, release))
        problem = Problem(
            unknowns=sums.system.unknowns,
            relations=tuple(sums.system.relations),
            figures=tuple(rows.rows.values()),
        )
        return YearProblem(problem, tuple(rows.places), tuple(listed))

    def _open(self, figure: ListedFigure) -> FigureRow:
        if figure.certain:
            return FigureRow(terms=(), status="certain", k=self.k, value=figure.value)
        whole = max((f.value for f in self.listed), default=0) + 1
        is_total = figure.cell == TOTAL and len(figure.records) == max(len(f.records) for f in self.listed)
        return FigureRow(
            terms=(),
            status="open",
            k=self.k,
            value=figure.value,
            small=0 < figure.value < self.k,
            must_hide=figure.discloses,
            cost=None if is_total else (1 if counts_answers(figure.cell) else 0.9) + 0.1 * figure.value / whole,
            tables=() if figure.question is None else (list(self.form.by_key).index(figure.question),),
        )

    @property
    def _told(self) -> list[tuple[MonthStates, Cell]]:
        return [*((f.records, f.cell) for f in self.released), *((f.records, f.cell) for f in self.listed)]

    @property
    def _current(self) -> dict[str, MonthState]:
        return {state.month: state for figure in self.listed for state in figure.records}

    @property
    def _latest(self) -> dict[str, MonthState]:
        """The records of each month as they were told last, also of months that are not listed now."""
        told = [figure.records for figure in sorted(self.released, key=attrgetter("release"))]
        states = [state for records in (*told, *(f.records for f in self.listed)) for state in records]
        return {state.month: state for state in states}

    def _pieces(self) -> Iterator[tuple[Cell, MonthStates, FigureRow]]:
        """Give what may be computed by taking figures of a cell from each other, where it could be small."""
        told = defaultdict[Cell, list[MonthStates]](list)
        for records, cell in sorted(self._told, key=lambda pair: (pair[1], sorted(pair[0]))):
            if counts_answers(cell):
                told[cell].append(records)
        for cell, every in told.items():
            for piece in divided(every):
                if piece not in every and (row := self._piece(cell, piece)):
                    yield cell, piece, row

    def _piece(self, cell: Cell, records: MonthStates) -> FigureRow | None:
        if any(self._current.get(state.month) != state for state in records):
            return FigureRow(terms=(), status="derived", k=self.k)
        value = self.counted.count(cell, [state.month for state in records])
        small = 0 < value < self.k
        return FigureRow(terms=(), status="derived", k=self.k, value=value, small=True) if small else None

    def _differences(self, atoms: Atoms) -> Iterator[tuple[Cell, MonthStates, MonthStates, int]]:
        """Give what may be computed of late entries: cells of records as they are, and as a release had them.

        They may be computed of months that are not listed now: with those that are, what was released before may
        tell of them alone.
        """
        latest = self._latest
        cells = dict.fromkeys((records, cell) for records, cell in self._told if counts_answers(cell))
        given = set[tuple[Cell, MonthStates, MonthStates]]()
        for release, stale in self._stale(latest):
            for records, cell in cells:
                then = frozenset(state for state in stale if latest[state.month] in records)
                now = frozenset(latest[state.month] for state in then)
                if not then or (cell, now, then) in given:
                    continue
                given.add((cell, now, then))
                divides = all(atoms.divides(part) for part in (then, now))
                fine = cell in outline_cells(highlight_of(self.form)) and all(
                    sum(len(atoms.fine[place]) for place in atoms.fine_within(part)) == len(part)
                    for part in (then, now)
                )
                if divides or fine:
                    yield cell, now, then, release

    def _stale(self, latest: dict[str, MonthState]) -> Iterator[tuple[int, MonthStates]]:
        """Give the records that have changed as earlier releases had them: of each one, the first, the latest."""
        by_release: dict[int, set[MonthState]] = {}
        for figure in self.released:
            changed = {state for state in figure.records if latest[state.month] != state}
            by_release.setdefault(figure.release, set()).update(changed)
        first, last = dict[str, MonthState](), dict[str, MonthState]()
        for release in sorted(by_release):
            for state in sorted(by_release[release]):
                first.setdefault(state.month, state)
                last[state.month] = state
            yield release, frozenset(by_release[release])
        for together in (first, last):
            yield max(by_release, default=0), frozenset(together.values())


def _released(figure: ReleasedFigure) -> FigureRow:
    if figure.value is None:
        return FigureRow(terms=(), status="hidden", k=figure.k, small=figure.small)
    return FigureRow(terms=(), status="known", k=figure.k, value=figure.value)
