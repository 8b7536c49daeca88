"""Cells of records written as sums of unknown counts."""

from collections.abc import Iterable

from reports.analysis.form_changes import in_use
from reports.analysis.period import Period
from reports.publication.atoms import Atom, Atoms
from reports.publication.cells import TOTAL, UNSPECIFIED, Cell, MonthStates
from reports.publication.structure import Structure
from reports.publication.unknowns import AtomUnknowns, Sum, System, added
from storage.forms.form import Form


class Sums:
    """Cells of records as sums of unknown counts."""

    def __init__(
        self, structure: Structure, atoms: Atoms, highlight: Cell | None, answers: Iterable[tuple[str, str]]
    ) -> None:
        self.system = System()
        self._atoms, self._highlight = atoms, highlight
        self._answers = frozenset(answers)
        self._registered, self._unspecified, self._highlighted = (
            [{self.system.new(): 1} for _ in atoms.fine] for _ in range(3)
        )
        for registered, highlighted in zip(self._registered, self._highlighted, strict=True):
            self.system.hold(added(registered, less=[highlighted]))
        self._details = {
            place: self._detailed(structure, place) for place, atom in enumerate(atoms.coarse) if atom.detailed
        }

    def of(self, cell: Cell, records: MonthStates) -> Sum:
        """Return a cell of records as a sum."""
        fine = self._atoms.fine_within(records)
        if cell == TOTAL:
            return added(*(self._registered[f] for f in fine), *(self._unspecified[f] for f in fine))
        if cell == UNSPECIFIED:
            return added(*(self._unspecified[f] for f in fine))
        if cell == self._highlight:
            return added(*(self._highlighted[f] for f in fine))
        return added(*(self._details[place].sum(cell) for place in self._atoms.within(records)))

    def _detailed(self, structure: Structure, place: int) -> AtomUnknowns:
        atom = self._atoms.coarse[place]
        registered = added(*(self._registered[part] for part in atom.parts))
        used = _used(structure.form, atom) | self._answers
        details = AtomUnknowns(structure, self.system, registered, used)
        if self._highlight:
            highlighted = added(*(self._highlighted[part] for part in atom.parts))
            self.system.hold(added(highlighted, less=[details.sum(self._highlight)]), most=0)
        return details


def _used(form: Form, atom: Atom) -> frozenset[tuple[str, str]]:
    """Return the questions and answers that records of an atom's months can hold, by the form's dates."""
    days = [Period.named(month).days for month in atom.months]
    return frozenset(
        (question.key, option.key)
        for question in form.questions
        for option in question.counted_options
        if option.was or any(in_use(option, month) for month in days)
    )
