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
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import BinaryIO, TextIO

from storage.fault import N_
from storage.table_files.bounded_reading import MOST_CHARACTERS, RowLines, RowTooLong
from storage.table_files.rows import MOST_CELLS, TOO_LONG, TOO_WIDE, FileRefused, Row, cleaned

CHUNK = 1 << 16
MARKS = (("utf-8-sig", codecs.BOM_UTF8), ("utf-16", codecs.BOM_UTF16_LE), ("utf-16", codecs.BOM_UTF16_BE))
QUOTED = re.compile(r'"[^"]*"?')
BREAK = re.compile(r"[\r\n]")
SEPARATOR = re.compile(r"sep=([,;\t])", re.IGNORECASE)
ROWS_A_TIME = 1000


def delimited_rows(content: BinaryIO, file: str, progress: Callable[[int, int], None]) -> Iterator[Row]:
    """Yield the rows of a text that is at its start, the headings first. Raises `FileRefused` and `OSError`.

    ``progress`` is told now and then how many bytes of how many are read.
    """
    size = content.seek(0, os.SEEK_END)
    content.seek(0)
    with io.TextIOWrapper(content, _encoding(content, file), newline="") as text:
        for count, row in enumerate(_split(text, file)):
            if count % ROWS_A_TIME == 0:
                progress(content.tell(), size)
            yield row


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
            row = Row(line, cleaned(cells))
            line = reader.line_num + 1
            lines.next_row()
            if any(row.cells):
                yield row
    except csv.Error as error:
        raise FileRefused(N_("{file}, line {line}: this is not CSV."), file=file, line=line) from error
    except RowTooLong:
        raise FileRefused(TOO_LONG, file=file, line=line, most=MOST_CHARACTERS) from None
