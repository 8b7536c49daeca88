"""Whatever a file is, no more than a row of it is held."""

import os
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.table_files import bounded_reading
from storage.table_files.rows import FileRefused
from storage.table_files.table_file import open_rows

CHARACTERS = "hostile.csv, line {}: a row has at most 262144 characters, and this one has more."
COLUMNS = "hostile.csv, line {}: a row has at most 1000 columns, and this one has more."
NO_TEXT = "hostile.csv is not a CSV file. Save it as CSV UTF-8."
MEBIBYTE = 1 << 20


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name a file to read."""
    return tmp_path / "hostile.csv"


@contextmanager
def at_most(limit: int) -> Iterator[None]:
    """Check that no more bytes than this are held meanwhile."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < limit
    finally:
        tracemalloc.stop()


def _repeated(content: bytes, size: int) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(b"a;b\n1;2\n" + content * (size // len(content)))


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


@pytest.mark.parametrize(
    ("write", "said"),
    [
        pytest.param(_repeated(b"x", 16 * MEBIBYTE), CHARACTERS.format(3), id="a line without end"),
        pytest.param(_repeated(b'"\n";', 16 * MEBIBYTE), CHARACTERS.format(3), id="a row without end"),
        pytest.param(_repeated(b";", 10_000), COLUMNS.format(3), id="ten thousand columns"),
        pytest.param(_repeated(b";", 16 * MEBIBYTE), CHARACTERS.format(3), id="columns without end"),
        pytest.param(_sparse, NO_TEXT, id="a terabyte of NULs"),
    ],
)
def test_a_file_without_rows_is_refused(file: Path, write: Callable[[Path], object], said: str) -> None:
    write(file)

    with at_most(4 * MEBIBYTE), pytest.raises(FileRefused) as refused, open_rows(file) as (_, rows):
        list(rows)

    assert str(refused.value) == said


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device")
def test_a_device_is_refused() -> None:
    with pytest.raises(FileRefused, match="zero is not a CSV file"), open_rows(Path("/dev/zero")):
        pass


def test_the_longest_row_is_read(file: Path) -> None:
    longest = ";".join(["x" * 261] * 1000) + "x" * 143 + "\r\n"
    file.write_bytes(b"a;b\r\n" + longest.encode() * 2)

    with open_rows(file) as (_, rows):
        assert [(row.line, len(row.cells)) for row in rows] == [(2, 1000), (3, 1000)]

    assert len(longest) == bounded_reading.MOST_CHARACTERS


def test_a_pipe_is_not_held_and_read_no_further_than_so_many_bytes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_reading, "MOST_PIPED", 16 * MEBIBYTE)
    os.mkfifo(file)

    def pour() -> None:
        with file.open("wb", buffering=0) as pipe:
            try:
                while True:
                    pipe.write(b"1;2\n" * 10_000)
            except BrokenPipeError:
                pass

    writer = threading.Thread(target=pour)
    writer.start()
    with at_most(8 * MEBIBYTE), pytest.raises(FileRefused, match="read: it is too large"), open_rows(file):
        pass

    writer.join()
