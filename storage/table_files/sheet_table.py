"""Finding the table on a sheet: its headings, the rows below them, and what nobody could read as one table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.fault import N_, Fault

FEWEST_CELLS = 2
"""How many filled cells make a column beside a gap more than a remark."""


class TwoTables(Fault):
    """A sheet holds more than one table."""


@dataclass(frozen=True)
class SheetTable:
    """The filled rows of a table as (row number, cells); the first one holds the headings."""

    rows: Sequence[tuple[int, Sequence[str]]]

    @property
    def headings(self) -> Sequence[str]:
        """The texts of the first row."""
        return self.rows[0][1] if self.rows else ()

    @property
    def first_row(self) -> int:
        """The number of the row with the headings."""
        return self.rows[0][0] if self.rows else 1


def table_on(grid: Sequence[Sequence[str]]) -> SheetTable:
    """Return the table of a sheet, without columns that are empty throughout.

    Rows above it with a single cell are its title. Raises `TwoTables`.
    """
    rows = [(number, cells) for number, cells in enumerate(grid, 1) if any(cells)]
    if any(_filled(cells) > 1 for _, cells in rows):
        while _filled(rows[0][1]) == 1:
            del rows[0]
    _check_beside(rows)
    _check_below(rows)
    columns = [place for place in range(_width(rows)) if any(cells[place] for _, cells in rows)]
    return SheetTable([(number, [cells[place] for place in columns]) for number, cells in rows])


def _check_beside(rows: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Refuse columns that an empty one keeps apart, unless most rows go on there: such a gap is only room."""
    filled = [sum(bool(cells[place]) for _, cells in rows) for place in range(_width(rows))]
    used = [place for place, count in enumerate(filled) if count]
    for left, right in pairwise(used):
        if right > left + 1 and FEWEST_CELLS <= filled[right] < len(rows) / 2:
            row = next(number for number, cells in rows if cells[right])
            raise TwoTables(
                N_("row {row}: another table begins in column {column}, beside the first one"),
                row=row,
                column=column_letters(right),
            )


def _check_below(rows: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Refuse headings that stand below an empty row."""
    headings = {cell.casefold() for cell in rows[0][1] if cell} if rows else set()
    for (before, _), (number, cells) in pairwise(rows):
        if number > before + 1 and _is_headings(cells, headings):
            raise TwoTables(N_("row {row}: another table begins below the first one"), row=number)


def _is_headings(cells: Sequence[str], headings: set[str]) -> bool:
    """Say whether a row repeats headings; of others nobody can tell them from what is below headings."""
    texts = [cell.casefold() for cell in cells if cell]
    return len(texts) > 1 and sum(text in headings for text in texts) * 2 > len(texts)


def _filled(cells: Sequence[str]) -> int:
    return sum(map(bool, cells))


def _width(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    return max((len(cells) for _, cells in rows), default=0)


def column_letters(place: int) -> str:
    """Return what a spreadsheet calls a column; ``place`` is counted from 0."""
    return "".join(_letters(place))


def _letters(place: int) -> Iterator[str]:
    before, last = divmod(place, 26)
    if before:
        yield from _letters(before - 1)
    yield chr(ord("A") + last)
