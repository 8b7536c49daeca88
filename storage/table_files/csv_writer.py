"""Writing CSV files that a spreadsheet opens as text: no cell becomes a formula by how it begins."""

import csv
from collections.abc import Iterable
from typing import TextIO

FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")
"""What a formula begins with in some spreadsheet, or what one leaves out before it looks."""

MARK = "'"
"""What a spreadsheet's own users write before a text that looks like a formula."""


class CsvWriter:
    """Writes rows as RFC 4180 has them, in UTF-8 with a line feed after each; None is empty."""

    def __init__(self, file: TextIO) -> None:
        """Write to a file that leaves line ends as they are."""
        self._writer = csv.writer(file, lineterminator="\n")
        self._quoting = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)

    def write(self, row: Iterable[object]) -> None:
        """Write a row; a text that a spreadsheet would work out gets an apostrophe before it."""
        cells = [marked(cell) if isinstance(cell, str) else cell for cell in row]
        # Python 3.11 leaves a carriage return without quotes, where it would end the row.
        returns = any("\r" in cell for cell in cells if isinstance(cell, str))
        (self._quoting if returns else self._writer).writerow(cells)


def marked(text: str) -> str:
    """Return a text as it stands in a cell; `unmarked` returns it as it was."""
    return f"{MARK}{text}" if _looks_like_formula(text) else text


def unmarked(cell: str) -> str:
    """Return the text of a cell that `marked` wrote, or somebody at a spreadsheet."""
    return cell.removeprefix(MARK) if _looks_like_formula(cell) else cell


def _looks_like_formula(text: str) -> bool:
    # Marks that were there are counted in, so that none is lost on the way back.
    return text.lstrip(MARK).startswith(FORMULA_SIGNS)
