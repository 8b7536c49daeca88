"""Rows of a foreign file that are no records."""

from collections.abc import Mapping

from storage.imports.folding import folded
from storage.imports.map_parts import ImportMap
from storage.imports.reading_notes import Cell


class SkippedRows:
    """Finds the rows that a map leaves out."""

    def __init__(self, mapped: ImportMap, places: Mapping[str, int]) -> None:
        """Look for the texts that a map, which is settled, names in columns at these places."""
        self._same = folded if mapped.fold else str
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
