"""Opening a file with a table in it, whichever program saved it."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.fault import N_, why
from storage.table_files.bounded_reading import rewindable
from storage.table_files.delimited import delimited_rows
from storage.table_files.rows import FileRefused, Headings, Row
from storage.table_files.workbook import LONGEST_START, is_workbook, sheet_rows, workbook_rows

NO_SHEETS = N_("{file} is no workbook, and has no sheets.")


@contextmanager
def open_rows(
    path: Path, progress: Callable[[int, int], None] = lambda _done, _total: None, sheet: str | None = None
) -> Iterator[tuple[Headings, Iterator[Row]]]:
    """Open a file, and yield its headings and an iterator over its rows; both raise `FileRefused`.

    ``progress`` is told now and then how many bytes of how many are read, of a workbook nothing. Of a workbook the
    ``sheet`` is read, or all that are shown where their headings are the same.
    """
    with closing(_read(path, lambda content: _rows(content, path.name, progress, sheet))) as rows:
        first = next(rows, Row(1, ()))
        yield Headings(path.name, first.cells), rows


def read_sheets(path: Path) -> list[Row]:
    """Return every filled row of a workbook's sheets as it stands. Raises `FileRefused`, also for other files."""
    return list(_read(path, lambda content: _all_rows(content, path.name)))


def _all_rows(content: BinaryIO, file: str) -> Iterator[Row]:
    if not is_workbook(content.read(LONGEST_START), file):
        raise FileRefused(NO_SHEETS, file=file)
    return sheet_rows(content, file)


def _rows(content: BinaryIO, file: str, progress: Callable[[int, int], None], sheet: str | None) -> Iterator[Row]:
    if is_workbook(content.read(LONGEST_START), file):
        return workbook_rows(content, file, sheet)
    if sheet is not None:
        raise FileRefused(NO_SHEETS, file=file)
    return delimited_rows(content, file, progress)


def _read(path: Path, rows: Callable[[BinaryIO], Iterator[Row]]) -> Generator[Row, None, None]:
    try:
        with path.open("rb") as file, rewindable(file) as content:
            yield from rows(content)
    except OSError as error:
        raise FileRefused(N_("{file} cannot be read: {reason}."), file=path, reason=why(error)) from error
