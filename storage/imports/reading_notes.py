"""What a map did with a file besides renaming: what somebody who wrote it has to look over."""

from collections import Counter
from collections.abc import Sequence

Cell = tuple[str, str]
"""A column, and a text that stands in it."""

MOST_LISTED = 100
MOST_TEXTS, MOST_CHARACTERS = 10_000, 1 << 20
"""Of how many different texts each is counted for itself, and of how many characters in all."""


class ReadingNotes:
    """Counts of what was read otherwise than text by text.

    ``others`` are the texts that were taken to mean `others`, ``uncounted`` so many cells with more different ones
    than are held; ``unasked`` are answers that were left away, by column; ``skipped`` rows that are no records, by
    the column and the text that say so.
    """

    def __init__(self) -> None:
        self.others = Counter[Cell]()
        self.uncounted = 0
        self.unasked = Counter[str]()
        self.skipped = Counter[Cell]()
        self._characters = 0

    def note_others(self, cells: Sequence[Cell]) -> None:
        """Count the texts of a row that were taken to mean `others`."""
        for cell in cells:
            if cell in self.others:
                self.others[cell] += 1
            elif len(self.others) < MOST_TEXTS and self._characters < MOST_CHARACTERS:
                self.others[cell] = 1
                self._characters += len(cell[1])
            else:
                self.uncounted += 1
