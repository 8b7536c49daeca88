"""Reading what somebody else made without holding more of it than a row, whatever it turns out to be."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Self, TextIO

CHUNK = 1 << 20

MOST_CHARACTERS = 1 << 18
"""How many characters a row has at most, over however many lines."""

MOST_PIPED = 1 << 30
"""How many bytes are taken from a pipe, which cannot be read twice and may never end."""


class RowTooLong(Exception):
    """A row has more characters than are read."""


class RowLines:
    """The lines of a text, each with its end; `next_row` allows as many characters again.

    Raises `RowTooLong` before more than that is held.
    """

    def __init__(self, text: TextIO) -> None:
        """Read lines of ``text``."""
        self._read = text.readline
        self._left = MOST_CHARACTERS

    def next_row(self) -> None:
        """Say that the lines until now were those of a row that is read."""
        self._left = MOST_CHARACTERS

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._read(self._left + 1)
        if not line:
            raise StopIteration
        self._left -= len(line)
        if self._left < 0:
            raise RowTooLong
        return line


@contextmanager
def rewindable(file: BinaryIO) -> Iterator[BinaryIO]:
    """Yield a file that can be read twice: this one, or a copy on the disk of what comes through a pipe.

    Raises `OSError`, also where a pipe has more than `MOST_PIPED` bytes.
    """
    if file.seekable():
        yield file
        return
    with tempfile.TemporaryFile() as copy:
        while copy.tell() <= MOST_PIPED:
            if not (chunk := file.read(CHUNK)):
                copy.seek(0)
                yield copy
                return
            copy.write(chunk)
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
