"""The rows of a file that cannot be used, those of one fault together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from storage.fault import Fault
from storage.table_files.rows import MOST_NAMED, FaultyRows

MOST_ALIKE = 1_000
"""How many different faults are told apart."""


@dataclass(frozen=True)
class AlikeFault:
    """What is wrong with ``count`` rows, the first of them on this ``line``."""

    line: int
    fault: Fault
    count: int


class AlikeFaults(FaultyRows):
    """Counts the faulty rows, and those together whose column, value and reason are the same.

    So many different faults are told apart that a file with a mistake in every row fills no memory.
    """

    def __init__(self, most: int = MOST_NAMED) -> None:
        super().__init__(most)
        self._first: dict[tuple[str, str], tuple[int, Fault]] = {}
        self._counts = Counter[tuple[str, str]]()

    @property
    def alike(self) -> Sequence[AlikeFault]:
        """The different faults, in the order of their first lines."""
        return [AlikeFault(line, fault, self._counts[key]) for key, (line, fault) in self._first.items()]

    @property
    def beyond(self) -> int:
        """How many faulty rows are none of these."""
        return self.count - self._counts.total()

    def note(self, line: int, reason: Fault) -> None:
        """Note why the row on this line cannot be used."""
        super().note(line, reason)
        key = str(reason.facts.get("column", "")), str(reason)
        if key in self._first or len(self._first) < MOST_ALIKE:
            self._first.setdefault(key, (line, reason))
            self._counts[key] += 1
