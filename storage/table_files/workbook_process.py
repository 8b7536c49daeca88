"""Reading a workbook that somebody else made, a process: `python -m storage.table_files.workbook_process`.

The workbook is its standard input. A line of JSON is written for each row, `[sheet, row, [cell, …]]`, every cell
as text: of the sheet that is named, or of those that are shown, headings first; with `--all`, every row as it
stands. Where it is not read, `[sentence, {fact: …}]` is written. What a workbook unpacks to is known only once it
is: memory and time are limited, and no core file is left with cells in it.
"""

import ctypes
import datetime as dt
import json
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from storage.fault import N_, Fault
from storage.quoting import escaped
from storage.table_files.bounded_reading import MOST_CHARACTERS
from storage.table_files.rows import MOST_CELLS, plain
from storage.table_files.sheet_table import SheetTable, TwoTables, table_on
from storage.table_files.workbook import ALL, MOST_MEMORY, MOST_SECONDS, TOO_HEAVY, UNREADABLE
from storage.table_files.workbook_parts import NotAWorkbook, SheetParts, parts_of

SheetRow = tuple[str, int, Sequence[str]]

MEGABYTE = 1 << 20
MOST_PACKED, MOST_UNPACKED = 100, 1000
"""In megabytes."""
MOST_PARTS, MOST_ROWS = 10_000, 20_000
PR_SET_PDEATHSIG = 1
HALF_A_SECOND = dt.timedelta(milliseconds=500)
TOO_LARGE = N_("{file} is too large a workbook: {most} MB is the most. Save the sheet as CSV UTF-8.")
UNPACKS = N_("{file} unpacks to more than {most} MB, which no sheet of calls does. Nothing is taken from it.")
NO_SHEET = N_("{file} has no sheet “{sheet}”. Its sheets: {sheets}.")
NO_TABLE = N_("{file} has no table on a sheet that is shown.")
SEVERAL = N_(
    "{file} has tables on several sheets: {sheets}. Say which one with --sheet, hide the others, or save it as a"
    " file of its own."
)
ON_SHEET = N_("{file}, sheet “{sheet}”, {reason}. Nothing is taken from the file.")
TOO_LONG_ROW = N_("row {row}: a row has at most {most} characters")
TOO_MANY_ROWS = N_("{file} has more than {most} rows, which no count by month has.")
TOO_MANY = N_("row {row}: a row has at most {most} columns")


class NotRead(Fault):
    """A workbook is not read; whoever knows the file's name puts it into the sentence."""


def main() -> None:
    """Write the rows of the workbook on standard input, or why it is not read."""
    _limit()
    try:
        wanted = next(iter(sys.argv[2:]), None)
        for row in _rows(sys.stdin.buffer, wanted, everything=sys.argv[1] == ALL):
            _write(row)
    except NotRead as fault:
        _write(_told(fault))
    except MemoryError:
        _write(_told(NotRead(TOO_HEAVY, memory=MOST_MEMORY, seconds=MOST_SECONDS)))


def _limit() -> None:
    # Windows bounds no process in this way.
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there everywhere

    if sys.platform == "linux":
        # Whoever asked may be killed meanwhile.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY * MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(told: object) -> None:
    sys.stdout.write(f"{json.dumps(told)}\n")


def _told(fault: Fault) -> tuple[str, Mapping[str, object]]:
    facts = {name: _told(fact) if isinstance(fact, Fault) else fact for name, fact in fault.facts.items()}
    return fault.message, facts


def _rows(content: BinaryIO, wanted: str | None, *, everything: bool) -> Iterator[SheetRow]:
    parts = _checked_parts(content)
    content.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(content)
        if everything:
            yield from _all_rows(book, parts)
        else:
            yield from _table_rows(book, parts, wanted)
    except CalamineError as fault:
        raise NotRead(UNREADABLE) from fault


def _all_rows(book: CalamineWorkbook, parts: Mapping[str, SheetParts]) -> Iterator[SheetRow]:
    count = 0
    for name in _names(book, None):
        known = parts.get(name, SheetParts())
        for reason in replace(known, merged=[]).faults(1):
            raise _on_sheet(name, reason)
        for number, cells in enumerate(_cells(book.get_sheet_by_name(name)), 1):
            if any(cells):
                count += 1
                if count > MOST_ROWS:
                    raise NotRead(TOO_MANY_ROWS, most=MOST_ROWS)
                yield name, number, cells


def _cells(sheet: CalamineSheet) -> Iterator[Sequence[str]]:
    """Yield the cells of each row from the first one on, those of the first column first."""
    # Rows above what is filled are handed out, and columns before it are not.
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = before + [_text(cell) for cell in row]
        if sum(map(len, cells)) > MOST_CHARACTERS:
            raise _on_sheet(sheet.name, Fault(TOO_LONG_ROW, row=number, most=MOST_CHARACTERS))
        yield cells


def _table_rows(book: CalamineWorkbook, parts: Mapping[str, SheetParts], wanted: str | None) -> Iterator[SheetRow]:
    read = {name: _table(book.get_sheet_by_name(name), parts) for name in _names(book, wanted)}
    tables = {name: table for name, table in read.items() if table.rows}
    if not tables:
        raise NotRead(NO_TABLE)
    if len({tuple(map(plain, table.headings)) for table in tables.values()}) > 1:
        raise NotRead(SEVERAL, sheets=_listed(tables))
    for place, (name, table) in enumerate(tables.items()):
        for number, cells in table.rows[place > 0 :]:
            yield name, number, cells


def _checked_parts(content: BinaryIO) -> Mapping[str, SheetParts]:
    """Return what the parts tell, if the file is no larger than a workbook is."""
    if content.seek(0, 2) > MOST_PACKED * MEGABYTE:
        raise NotRead(TOO_LARGE, most=MOST_PACKED)
    try:
        with ZipFile(content) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED * MEGABYTE:
                raise NotRead(UNPACKS, most=MOST_UNPACKED)
            return parts_of(archive)
    except (BadZipFile, NotAWorkbook) as fault:
        raise NotRead(UNREADABLE) from fault


def _names(book: CalamineWorkbook, wanted: str | None) -> list[str]:
    """Return the sheet that is wanted, or those that are shown."""
    if wanted is None:
        return [sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
    found = [name for name in book.sheet_names if name == wanted] or [
        name for name in book.sheet_names if plain(name) == plain(wanted)
    ]
    if len(found) != 1:
        raise NotRead(NO_SHEET, sheet=escaped(wanted), sheets=_listed(book.sheet_names))
    return found


def _table(sheet: CalamineSheet, parts: Mapping[str, SheetParts]) -> SheetTable:
    try:
        table = table_on(list(_cells(sheet)))
    except TwoTables as fault:
        raise _on_sheet(sheet.name, fault) from fault
    known = parts.get(sheet.name, SheetParts())
    for reason in (*known.faults(table.first_row), *_too_wide(table)):
        raise _on_sheet(sheet.name, reason)
    return table


def _on_sheet(name: str, reason: Fault) -> NotRead:
    return NotRead(ON_SHEET, sheet=escaped(name), reason=reason)


def _too_wide(table: SheetTable) -> Iterator[Fault]:
    if len(table.headings) > MOST_CELLS:
        yield Fault(TOO_MANY, row=table.first_row, most=MOST_CELLS)


def _text(cell: object) -> str:
    """Write a cell as text: `2016-07-14`, `2016-07-14 23:15`, `23:15`, and a whole number without decimals.

    A time that was worked out may lack a fraction of its last second.
    """
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case dt.datetime():
            return f"{cell + HALF_A_SECOND:%Y-%m-%d %H:%M}"
        case dt.time():
            return f"{dt.datetime.combine(dt.date.min, cell) + HALF_A_SECOND:%H:%M}"
    return str(cell).strip()


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(escaped, names))


if __name__ == "__main__":
    main()
