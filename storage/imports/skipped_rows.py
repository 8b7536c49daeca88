"""Rows of a foreign file that are no records."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from storage.imports.folding import folded
from storage.imports.map_parts import ImportMap
from storage.imports.reading_notes import Cell

TEXTS_REMEMBERED, LONGEST_REMEMBERED = 1 << 12, 100
"""How many different texts are folded only once, and of how many characters: what is remembered is bounded."""


class SkippedRows:
    """Finds the rows that a map leaves out."""

    def __init__(self, mapped: ImportMap, places: Mapping[str, int]) -> None:
        """Look for the texts that a map, which is settled, names in columns at these places."""
        self._same = _folding() if mapped.fold else str
        self._columns = [
            (column, places[column], {self._same(text): text for text in texts})
            for column, texts in mapped.skip.items()
        ]

    def find(self, cells: tuple[str, ...]) -> Cell | None:
        """Return the column, and the text as the map has it, by which a row is left out; None for a record."""
        for column, place, texts in self._columns:
            text = texts.get(self._same(cells[place]))
            if text is not None:
                return column, text
        return None


def _folding() -> Callable[[str], str]:
    remembered = lru_cache(maxsize=TEXTS_REMEMBERED)(folded)
    return lambda text: remembered(text) if len(text) <= LONGEST_REMEMBERED else folded(text)
