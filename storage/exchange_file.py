"""The file of a telephone exchange's list, as rows under headings: UTF-8 or Excel's own, `,` `;` or tab."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.exchange_time import read_moment
from storage.fault import N_, Fault, why
from storage.import_row import RowFault

SEPARATOR = re.compile(r"sep=([,;\t])\r?", re.IGNORECASE)
"""The first line of a file that Excel is to read."""


class ListFault(Fault):
    """The list cannot be used; nothing of it was kept."""


@dataclass(frozen=True)
class Row:
    """The cells of a row, without the blanks around them, and its line in the file."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The rows of a file. They hold callers: only the cells of chosen columns may leave it, and none be told."""

    file: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def named(self, *columns: int) -> str:
        """Return the headings of some columns, to be told."""
        return " / ".join(self.headings[column] for column in columns)

    def texts(self, *columns: int) -> list[str]:
        """Return what some columns say together, in each row that is whole."""
        whole = (row.cells for row in self.rows if len(row.cells) == len(self.headings))
        return [" ".join(cells[column] for column in columns) for cells in whole]

    def columns(self, test: Callable[[str], bool]) -> list[int]:
        """Return the columns whose every cell passes the ``test``."""
        texts = [self.texts(column) for column in range(len(self.headings))]
        return [column for column, cells in enumerate(texts) if cells and all(map(test, cells))]

    def check(self, row: Row) -> None:
        """Raise `RowFault` where the row has not a cell for each column."""
        if len(row.cells) > len(self.headings):
            raise RowFault(N_("there are more cells than columns"))
        if len(row.cells) < len(self.headings):
            raise RowFault(N_("there are fewer cells than columns"))


def read_sheet(path: Path) -> Sheet:
    """Return the rows below the headings; rows of empty cells are left out. Raises `ListFault`."""
    rows = list(_rows(path, _text(path)))
    if rows and any(read_moment(heading) for heading in rows[0].cells):
        raise ListFault(N_("{file} needs a first line with the columns’ headings."), file=path.name)
    if len(rows) <= 1:
        raise ListFault(N_("{file} has no rows."), file=path.name)
    return Sheet(path.name, rows[0].cells, tuple(rows[1:]))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ListFault(N_("{file} cannot be read: {reason}."), file=path, reason=why(error)) from error
    if b"\0" not in content:
        for encoding in ("utf-8-sig", "cp1252"):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise ListFault(N_("{file} is not a CSV file. Save it as CSV UTF-8."), file=path.name)


def _rows(path: Path, text: str) -> Iterator[Row]:
    head = text.lstrip().partition("\n")[0]
    named = SEPARATOR.fullmatch(head)
    delimiter = named[1] if named else next((sign for sign in ";\t" if sign in head), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            cells = tuple(cell.strip() for cell in row)
            if any(cells) and not (named and "".join(cells).casefold() == "sep="):
                yield Row(reader.line_num, cells)
    except csv.Error as error:
        raise ListFault(
            N_("{file}, line {line}: this is not CSV."), file=path.name, line=reader.line_num
        ) from error
