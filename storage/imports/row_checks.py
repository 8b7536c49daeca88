"""Checking the rows of a file as strictly as taps, and equal ones only once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from storage.forms.form import Form
from storage.forms.question import Outcome
from storage.hour import Hour
from storage.imports.columns import Columns
from storage.imports.file_row import FileRow, Said
from storage.imports.reading_notes import Cell, ReadingNotes
from storage.imports.row_answers import outcome_in, said_in, without_unasked
from storage.imports.row_times import Moment, times_of
from storage.imports.unknown_values import UnknownValues

T = TypeVar("T")
Cells = tuple[str, ...]

MOST_REMEMBERED, LONGEST_REMEMBERED = 1 << 14, 300
"""How many different cells are checked only once, and of how many characters: what is remembered is bounded."""


@dataclass(frozen=True)
class _Meant:
    """What the cells of a row mean but for the time; what is kept of it, by the era it was said in."""

    unknown: Sequence[Cell]
    outcome: Outcome
    cells: Mapping[str, str]
    others: Sequence[Cell]
    unasked: Sequence[str]
    said: dict[int, Said] = field(default_factory=dict)


class RowChecks:
    """Checks the rows of one file."""

    def __init__(
        self, form: Form, columns: Columns, places: Mapping[str, int], now: Hour, notes: ReadingNotes
    ) -> None:
        """Check rows of ``form`` whose ``columns`` stand at these places, none later than ``now``."""
        self.unknown = UnknownValues()
        self._notes, self._skipped = notes, columns.skipped(places)
        self._form, self._columns, self._row_times = form, columns, times_of(form, now)
        self._times = _chosen([places[column] for column in columns.times])
        self._names = [column for column in places if column in columns.answering]
        self._rest = _chosen([places[column] for column in self._names])
        self._meant: dict[Cells, _Meant] = {}
        self._moments: tuple[dict[Cells, Moment], dict[Cells, Moment]] = ({}, {})

    def read(self, cells: Cells) -> FileRow | None:
        """Return a row as it is kept; None for what is no record, or has unknown values. Raises `RowFault`.

        Both are counted.
        """
        if self._skipped is not None and (found := self._skipped.find(cells)) is not None:
            self._notes.skipped[found] += 1
            return None
        rest = self._rest(cells)
        meant = self._meant.get(rest) or _remembered(self._meant, rest, self._meaning(rest))
        if meant.unknown:
            self.unknown.count(meant.unknown)
        parts, moments = self._times(cells), self._moments[meant.outcome == "declined"]
        moment = moments.get(parts) or _remembered(moments, parts, self._moment(parts, meant.outcome))
        if meant.unknown:
            return None
        said = meant.said.get(moment.era)
        if said is None:
            said = meant.said[moment.era] = said_in(self._form, meant.outcome, meant.cells, moment.day)
        if meant.others:
            self._notes.note_others(meant.others)
        if meant.unasked:
            self._notes.unasked.update(meant.unasked)
        return FileRow(moment.time, said)

    def _meaning(self, cells: Cells) -> _Meant:
        named = dict(zip(self._names, cells, strict=True))
        meant, ignored = self._columns.meant(named), self._columns.ignored
        outcome, own = outcome_in(self._form, meant.cells.get("outcome", "")), meant.cells
        lost: Sequence[str] = ()
        if ignored and not meant.unknown:
            own, lost = without_unasked(self._form, outcome, own, ignored)
        return _Meant(meant.unknown, outcome, own, meant.others, [ignored[key] for key in lost])

    def _moment(self, parts: Cells, outcome: Outcome) -> Moment:
        return self._row_times.read(self._columns.read_times(parts), outcome)


def _chosen(places: Sequence[int]) -> Callable[[Cells], Cells]:
    """Return what picks the cells at these places."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple([cells[place] for place in places])


def _remembered(memory: dict[Cells, T], cells: Cells, found: T) -> T:
    if sum(map(len, cells)) <= LONGEST_REMEMBERED:
        if len(memory) == MOST_REMEMBERED:
            memory.clear()
        memory[cells] = found
    return found
