"""Workbooks, read in a process of their own with a bound on its memory and time."""

import json
import sys
from collections.abc import Iterator, Mapping
from subprocess import DEVNULL, PIPE, Popen
from typing import BinaryIO

from storage.fault import N_, Fault
from storage.table_files.rows import FileRefused, Row, cleaned

PROCESS = "storage.table_files.workbook_process"
ALL, TABLE = "--all", "--table"
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LONGEST_START = len(OLD)
MOST_MEMORY, MOST_SECONDS = 1000, 120
"""Megabytes, and seconds of the processor."""
UNREADABLE = N_("{file} is not a workbook that can be read. Save it as .xlsx, .ods or CSV UTF-8.")
TOO_HEAVY = N_(
    "{file} takes more than {memory} MB of memory or {seconds} seconds to read. Save the sheet as CSV UTF-8."
)
IS_OLD = N_("{file} is an old workbook, or one with a password. Save it as .xlsx without a password.")


def is_workbook(start: bytes, file: str) -> bool:
    """Say whether a file with these first bytes is a workbook. Raises `FileRefused` for one that is never read."""
    if start.startswith(OLD):
        raise FileRefused(IS_OLD, file=file)
    return start.startswith(ZIP)


def workbook_rows(content: BinaryIO, file: str, sheet: str | None) -> Iterator[Row]:
    """Yield the rows of the ``sheet``, or of all that are shown and have the same headings; headings come first.

    Raises `FileRefused`.
    """
    return _told(content, file, TABLE, *(() if sheet is None else (sheet,)))


def sheet_rows(content: BinaryIO, file: str) -> Iterator[Row]:
    """Yield every filled row of the sheets that are shown as it stands, merged cells too. Raises `FileRefused`."""
    return _told(content, file, ALL)


def _told(content: BinaryIO, file: str, *wanted: str) -> Iterator[Row]:
    content.seek(0)
    command = (sys.executable, "-m", PROCESS, *wanted)
    # An error's own message might quote a cell.
    with Popen(command, stdin=content, stdout=PIPE, stderr=DEVNULL) as process:  # noqa: S603 - ours
        try:
            for line in process.stdout or ():
                if line.endswith(b"\n"):
                    yield _row(json.loads(line), file)
        except BaseException:
            process.kill()
            raise
    if process.returncode < 0:
        raise FileRefused(TOO_HEAVY, file=file, memory=MOST_MEMORY, seconds=MOST_SECONDS)
    if process.returncode:
        raise FileRefused(UNREADABLE, file=file)


def _row(told: object, file: str) -> Row:
    match told:
        case [str(sheet), int(number), [*cells]]:
            return Row(number, cleaned([str(cell) for cell in cells]), sheet)
        case [str(message), dict(facts)]:
            raise FileRefused(message, file=file, **_facts(facts))
    raise FileRefused(UNREADABLE, file=file)


def _facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _fact(fact) for name, fact in facts.items()}


def _fact(fact: object) -> object:
    """Make a sentence of what was one."""
    match fact:
        case [str(message), dict(facts)]:
            return Fault(message, **_facts(facts))
    return fact
