"""Atoms: the records that no figure tells apart, so that as few unknown counts as possible are asked about."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reports.publication.cells import TOTAL, UNSPECIFIED, Cell, MonthState, MonthStates


@dataclass(frozen=True)
class Atom:
    """MonthStates that the totals do not tell apart either, or that no figure of an answer tells apart.

    ``parts`` are the places of the finer atoms that it is made of.
    """

    records: MonthStates
    parts: tuple[int, ...]
    detailed: bool

    @property
    def months(self) -> tuple[str, ...]:
        """Its months in order, each once."""
        return tuple(sorted({state.month for state in self.records}))


@dataclass(frozen=True)
class Atoms:
    """The ``fine`` atoms, by totals and highlighted counts too, and the ``coarse`` ones, by answers alone."""

    fine: tuple[MonthStates, ...]
    coarse: tuple[Atom, ...]

    def within(self, records: MonthStates) -> list[int]:
        """Return the places of the coarse atoms that make up these records; all of them must be covered."""
        return [place for place, atom in enumerate(self.coarse) if atom.records <= records]

    def fine_within(self, records: MonthStates) -> list[int]:
        """Return the places of the fine atoms that make up these records."""
        return [place for place, atom in enumerate(self.fine) if atom <= records]

    def divides(self, records: MonthStates) -> bool:
        """Tell whether records are made up of whole coarse atoms."""
        return sum(len(self.coarse[place].records) for place in self.within(records)) == len(records)


def outline_cells(highlight: Cell | None) -> frozenset[Cell]:
    """Return the cells that are told of months too: the total, and the highlighted calls."""
    return frozenset({TOTAL, UNSPECIFIED} | ({highlight} if highlight else set()))


def atoms_of(told: Iterable[tuple[MonthStates, Cell]], highlight: Cell | None) -> Atoms:
    """Divide the records of all figures into atoms."""
    outline, every = outline_cells(highlight), list(told)
    fine = divided(dict.fromkeys(records for records, _ in every))
    answered = divided(dict.fromkeys(records for records, cell in every if cell not in outline))
    coarse = []
    for records in [*answered, frozenset().union(*fine) - frozenset().union(*answered)]:
        parts = tuple(place for place, atom in enumerate(fine) if atom <= records)
        if parts:
            coarse.append(Atom(records, parts, detailed=records in answered))
    return Atoms(tuple(fine), tuple(coarse))


def divided(sets: Iterable[MonthStates]) -> list[MonthStates]:
    """Put the months together that are in the same sets."""
    belongs = defaultdict[MonthState, list[int]](list)
    for number, records in enumerate(sets):
        for state in sorted(records):
            belongs[state].append(number)
    together = defaultdict[tuple[int, ...], set[MonthState]](set)
    for state in sorted(belongs):
        together[tuple(belongs[state])].add(state)
    return [frozenset(states) for states in together.values()]
