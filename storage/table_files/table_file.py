"""Opening a file with a table in it, whichever program saved it."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.fault import N_, why
from storage.table_files.bounded_reading import rewindable
from storage.table_files.delimited import delimited_rows
from storage.table_files.rows import FileRefused, Headings, Row


@contextmanager
def open_rows(
    path: Path, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> Iterator[tuple[Headings, Iterator[Row]]]:
    """Open a file, and yield its headings and an iterator over its rows; both raise `FileRefused`.

    ``progress`` is told now and then how many bytes of how many are read.
    """
    with closing(_rows(path, progress)) as rows:
        first = next(rows, Row(1, ()))
        yield Headings(path.name, first.cells), rows


def _rows(path: Path, progress: Callable[[int, int], None]) -> Generator[Row, None, None]:
    try:
        with path.open("rb") as file, rewindable(file) as content:
            yield from delimited_rows(content, path.name, progress)
    except OSError as error:
        raise FileRefused(N_("{file} cannot be read: {reason}."), file=path, reason=why(error)) from error
