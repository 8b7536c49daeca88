"""Tables as plain text: columns under each other, within a width and without leaving anything out."""

import sys
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from shutil import get_terminal_size
from textwrap import wrap

WIDTH = 100
"""How wide a table may be where no terminal says so."""
GAP, INDENT, BETWEEN = "  ", "    ", " · "
Cells = Sequence[str]


def output_width() -> int:
    """Return how many characters a line on standard output has room for."""
    return get_terminal_size().columns if sys.stdout.isatty() else WIDTH


def aligned(rows: Sequence[Cells], numbers: Collection[int] = ()) -> Iterator[str]:
    """Yield rows as lines whose columns are as wide as their widest cell; columns of ``numbers`` end alike."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if place in numbers else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield GAP.join(cells)


def wrapped(rows: Sequence[Cells], width: int, numbers: Collection[int] = ()) -> Iterator[str]:
    """Yield rows with their columns aligned, cells on several lines where a row would be wider than ``width``."""
    widths = _fitting(rows, width)
    lines = [
        cells
        for row in rows
        for cells in zip_longest(
            *(_parts(cell, most) for cell, most in zip(row, widths, strict=True)), fillvalue=""
        )
    ]
    return map(str.rstrip, aligned(lines, numbers))


def is_narrow(rows: Sequence[Cells], width: int) -> bool:
    """Tell whether rows can stand as columns in a ``width`` without breaking words."""
    longest = _longest_words(rows)
    return sum(longest) + len(GAP) * (len(longest) - 1) <= width


def blocks(headings: Cells, rows: Sequence[Cells], width: int, begin: int = 2) -> Iterator[str]:
    """Yield each row as a line with the cells that ``begin`` it, and below it the others that are not empty."""
    for row in rows:
        named = [f"{heading}: {cell}" for heading, cell in zip(headings[begin:], row[begin:], strict=True) if cell]
        yield GAP.join(row[:begin])
        for line in _joined(named, width - len(INDENT)):
            yield from (f"{INDENT}{part}" for part in _parts(line, width - len(INDENT)))


def _joined(texts: Sequence[str], width: int) -> Iterator[str]:
    """Yield lines with as many of the texts as there is room for."""
    line = ""
    for text in texts:
        if line and len(line) + len(BETWEEN) + len(text) > width:
            yield line
            line = ""
        line = f"{line}{BETWEEN}{text}" if line else text
    if line:
        yield line


def _parts(cell: str, width: int) -> Sequence[str]:
    return wrap(cell, width, break_on_hyphens=False) or [""]


def _fitting(rows: Sequence[Cells], width: int) -> Sequence[int]:
    """Return widths for the columns that together fit: the widest give way first, down to their longest words.

    Words are broken only where there is no other way.
    """
    widths = [min(width, max(1, *map(len, column))) for column in zip(*rows, strict=True)]
    room, least = max(width - len(GAP) * (len(widths) - 1), len(widths)), _longest_words(rows)
    while sum(widths) > room:
        places = [place for place, most in enumerate(widths) if most > least[place]] or range(len(widths))
        widths[max(places, key=widths.__getitem__)] -= 1
    return widths


def _longest_words(rows: Sequence[Cells]) -> Sequence[int]:
    """Return the length of the longest word of each column, at least 1."""
    return [
        max(1, *(len(word) for cell in column for word in cell.split(" "))) for column in zip(*rows, strict=True)
    ]
