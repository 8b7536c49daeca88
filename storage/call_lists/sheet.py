"""A telephone exchange's list as a sheet: it holds callers, of whom nothing may be told."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from storage.call_lists.row_time import read_moment
from storage.delimited_file import FileRefused, Headings, Row, open_rows
from storage.fault import N_


@dataclass(frozen=True)
class Sheet:
    """The rows of a file. They hold callers: only the cells of chosen columns may leave it, and none be told."""

    headings: Headings
    rows: tuple[Row, ...]

    def named(self, *columns: int) -> str:
        """Return the headings of some columns, to be told."""
        return " / ".join(self.headings.texts[column] for column in columns)

    def texts(self, *columns: int) -> list[str]:
        """Return what some columns say together, in each row that is whole."""
        whole = (row.cells for row in self.rows if len(row.cells) == len(self.headings.texts))
        return [" ".join(cells[column] for column in columns) for cells in whole]

    def columns(self, test: Callable[[str], bool]) -> list[int]:
        """Return the columns whose every cell passes the ``test``."""
        texts = [self.texts(column) for column in range(len(self.headings.texts))]
        return [column for column, cells in enumerate(texts) if cells and all(map(test, cells))]


def read_sheet(path: Path) -> Sheet:
    """Return the rows below the headings. Raises `FileRefused`."""
    with open_rows(path) as (headings, found):
        rows = tuple(found)
    if any(map(read_moment, headings.texts)):
        raise FileRefused(N_("{file} needs a first line with the columns’ headings."), file=headings.file)
    if not rows:
        raise FileRefused(N_("{file} has no rows."), file=headings.file)
    return Sheet(headings, rows)
