"""Rows of a problem: every figure that tells of the same sum becomes one."""

from dataclasses import dataclass, field
from typing import get_args

from reports.publication.cells import Cell, MonthStates
from reports.publication.problem import FigureRow, Status, Terms
from reports.publication.unknowns import Sum

STATUSES = get_args(Status)


@dataclass(frozen=True)
class Place:
    """What a row of the problem stands for: a cell of records, or what it differs by from an earlier release."""

    cell: Cell
    records: MonthStates
    release: int | None = None


@dataclass
class FigureRows:
    """Rows of figures, each sum once."""

    rows: dict[Terms, FigureRow] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    _numbers: dict[Terms, int] = field(default_factory=dict)

    def add(self, terms: Sum, row: FigureRow, place: Place) -> int | None:
        """Add a row, or to the one that has the same sum; return its number, None where the sum is always 0."""
        key = tuple(sorted(terms.items()))
        if not key:
            return None
        before = self.rows.get(key)
        if before is None:
            self.places.append(place)
            self.rows[key] = row.model_copy(update={"terms": key})
        else:
            self.rows[key] = _both(before, row)
        return self._numbers.setdefault(key, len(self._numbers))


def _both(before: FigureRow, row: FigureRow) -> FigureRow:
    """Return what is known of one sum that two figures show."""
    tables = tuple(sorted({*before.tables, *row.tables}))
    if STATUSES.index(row.status) < STATUSES.index(before.status):
        before, row = row, before
    terms = before.terms or row.terms
    must = before.must_hide or (row.status == "open" and row.must_hide)
    costs = [one.cost for one in (before, row) if one.status == "open"]
    cost = None if None in costs or not costs else min(filter(None, costs))
    return before.model_copy(update={"terms": terms, "tables": tables, "must_hide": must, "cost": cost})
