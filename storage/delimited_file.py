"""Reading CSV files, whichever program saved them.

A file is text in UTF-8, with or without a byte order mark, or in UTF-16 with one; otherwise in Windows-1252, as
Excel saves it. A text with a NUL is refused. Semicolons separate the cells where the headings have one, else tabs,
else commas, unless a first line for Excel names the separator (`sep=;`). Blanks around a cell are removed, with an
apostrophe that keeps a spreadsheet from working it out, and rows of empty cells left out. A row's line is where an
editor shows its start. A cell has at most 131 072 characters, a row 262 144 and 1 000 cells: whatever the file is,
no more than a row of it is held.
"""

import codecs
import csv
import io
import os
import re
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from storage.bounded_reading import MOST_CHARACTERS, RowLines, RowTooLong, rewindable
from storage.csv_writer import MARK, unmarked
from storage.fault import N_, Fault, why
from storage.quoting import escaped, quoted_heading

CHUNK = 1 << 16
MARKS = (("utf-8-sig", codecs.BOM_UTF8), ("utf-16", codecs.BOM_UTF16_LE), ("utf-16", codecs.BOM_UTF16_BE))
QUOTED = re.compile(r'"[^"]*"?')
BREAK = re.compile(r"[\r\n]")
SEPARATOR = re.compile(r"sep=([,;\t])", re.IGNORECASE)
MOST_NAMED = 10
MOST_CELLS = 1000
ROWS_A_TIME = 1000
TOO_WIDE = N_("{file}, line {line}: a row has at most {most} columns, and this one has more.")
TOO_LONG = N_("{file}, line {line}: a row has at most {most} characters, and this one has more.")
NOTHING_TAKEN = N_("Nothing is taken from {file}. {findings}")


class FileRefused(Fault):
    """A file cannot be used; nothing of it was kept."""


class RowFault(Fault):
    """A row cannot be used; where one cell is to blame, the facts ``column`` and ``value`` tell which."""


class Row(NamedTuple):
    """The cells of a row, and its line in the file."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Headings:
    """The headings of a ``file``, in order; an empty file has none."""

    file: str
    texts: tuple[str, ...]

    def places(self, needed: Collection[str], besides: Collection[str] = ()) -> dict[str, int]:
        """Return the column of each name, in the file's order; only those ``besides`` may be missing.

        A name finds the heading written exactly so, or else one that differs only in case and blanks.
        Raises `FileRefused` where it finds none or several.
        """
        names = {*needed, *besides}
        # Names that differ only in case and blanks are matched exactly.
        ways = (str, plain) if len(set(map(plain, names))) == len(names) else (str,)
        found = {name: place for name in names if (place := self._place(name, ways)) is not None}
        if missing := sorted(set(needed).difference(found)):
            raise FileRefused(
                N_("{file} has no column {columns}."), file=self.file, columns=", ".join(map(escaped, missing))
            )
        return dict(sorted(found.items(), key=itemgetter(1)))

    def named(self, *places: int) -> list[Fault]:
        """Return how some columns are named in a sentence, the first ten of them."""
        named = [quoted_heading(self.texts[place], place) for place in places[:MOST_NAMED]]
        return [*named, Fault("…")] if len(places) > MOST_NAMED else named

    def check(self, row: Row) -> None:
        """Raise `RowFault` unless the row has a cell for each column."""
        if len(row.cells) > len(self.texts):
            raise RowFault(N_("there are more cells than columns"))
        if len(row.cells) < len(self.texts):
            raise RowFault(N_("there are fewer cells than columns"))

    def _place(self, name: str, ways: Collection[Callable[[str], str]]) -> int | None:
        for written in ways:
            found = [place for place, text in enumerate(self.texts) if written(text) == written(name)]
            if len(found) > 1:
                raise FileRefused(N_("{file} has a column twice."), file=self.file)
            if found:
                return found[0]
        return None


def plain(heading: str) -> str:
    """Return a heading in lower case, with one blank between its words."""
    return " ".join(heading.casefold().split())


class FaultyRows:
    """The rows of a file that cannot be used: all are counted, the first ``most`` are named by line.

    ``others`` is what besides keeps the file from being used, once that is known.
    """

    def __init__(self, most: int = MOST_NAMED) -> None:
        self.named: list[tuple[int, Fault]] = []
        self.count = 0
        self.others: Sequence[Fault] = ()
        self._most = most

    @contextmanager
    def at(self, line: int) -> Iterator[None]:
        """Note a `Fault` of the row on this line instead of raising it."""
        try:
            yield
        except Fault as reason:
            self.note(line, reason)

    def note(self, line: int, reason: Fault) -> None:
        """Note why the row on this line cannot be used."""
        self.count += 1
        if self.count <= self._most:
            self.named.append((line, reason))

    def refuse(self, file: str, *others: Fault, sentence: str = NOTHING_TAKEN) -> None:
        """Raise `FileRefused` with the rows and the ``others`` as its findings, where there are any."""
        self.others = others
        if findings := (*self._findings(), *others):
            raise FileRefused(sentence, file=file, findings=findings)

    def _findings(self) -> Iterator[Fault]:
        if self.count:
            words = N_("line {line}: {reason}")
            lines = tuple(RowFault(words, line=line, reason=reason) for line, reason in self.named)
            yield Fault(N_("Rows that cannot be read: {count}.\n{lines}"), count=self.count, lines=lines)
        if self.count > self._most:
            yield Fault(N_("And {count} more."), count=self.count - self._most)


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
            size = content.seek(0, os.SEEK_END)
            content.seek(0)
            with io.TextIOWrapper(content, _encoding(content, path.name), newline="") as text:
                for count, row in enumerate(_split(text, path.name)):
                    if count % ROWS_A_TIME == 0:
                        progress(content.tell(), size)
                    yield row
    except OSError as error:
        raise FileRefused(N_("{file} cannot be read: {reason}."), file=path, reason=why(error)) from error


def _encoding(content: BinaryIO, file: str) -> str:
    """Return the first encoding that fits the whole file, and go back to its start. Raises `FileRefused`."""
    start = content.read(len(codecs.BOM_UTF8))
    marked = [name for name, mark in MARKS if start.startswith(mark)]
    for encoding in marked or ("utf-8", "cp1252"):
        if _fits(content, encoding):
            content.seek(0)
            return encoding
    raise FileRefused(N_("{file} is not a CSV file. Save it as CSV UTF-8."), file=file)


def _fits(content: BinaryIO, encoding: str) -> bool:
    content.seek(0)
    chunks = iter(partial(content.read, CHUNK), b"")
    try:
        return all("\0" not in text for text in codecs.iterdecode(chunks, encoding))
    except UnicodeDecodeError:
        return False


def _split(text: TextIO, file: str) -> Iterator[Row]:
    head = BREAK.split(QUOTED.sub('""', text.read(CHUNK)).lstrip("\r\n "), maxsplit=1)[0]
    named = SEPARATOR.fullmatch(head)
    delimiter = named[1] if named else next((sign for sign in ";\t" if sign in head), ",")
    text.seek(0)
    rows = _parsed(text, delimiter, file)
    return islice(rows, 1, None) if named else rows


def _parsed(text: TextIO, delimiter: str, file: str) -> Iterator[Row]:
    lines = RowLines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if len(cells) > MOST_CELLS:
                raise FileRefused(TOO_WIDE, file=file, line=line, most=MOST_CELLS)
            row = Row(line, _cleaned(cells))
            line = reader.line_num + 1
            lines.next_row()
            if any(row.cells):
                yield row
    except csv.Error as error:
        raise FileRefused(N_("{file}, line {line}: this is not CSV."), file=file, line=line) from error
    except RowTooLong:
        raise FileRefused(TOO_LONG, file=file, line=line, most=MOST_CHARACTERS) from None


def _cleaned(cells: list[str]) -> tuple[str, ...]:
    texts = tuple(map(str.strip, cells))
    # Few rows have a mark, and of a million it takes long to look at each cell.
    return tuple(map(unmarked, texts)) if MARK in "".join(texts) else texts
