"""Files of stays, and what became of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.reader import read_form
from storage.hour import Hour
from storage.imports.file_row import FileRow
from storage.imports.imports import Addition, Imports
from storage.imports.mapping import read_map
from storage.imports.reader import read_rows
from storage.imports.slices import Slices
from storage.imports.steps import Progress, untold
from storage.records.export import Export, Stretch
from storage.stays.coarsening import coarsen
from storage.table_files.csv_writer import CsvWriter
from storage.table_files.rows import FaultyRows, FileRefused
from tests.example_forms import TEST_FORMS
from tests.storage.rows import RETENTION

GUEST = read_form(TEST_FORMS / "guest.toml")
TODAY = Hour(date(2016, 9, 20), 12)
LATER = Hour(date(2016, 12, 20), 12)
"""When the days of whoever left by October, and was recorded today, are gone."""
HEAD = "came,went,outcome,sex,children,school,help,pet,home"


def untold_bytes(_done: int, _total: int) -> None:
    """Tell nobody how far a file is read."""


def read(
    folder: Path,
    *lines: str,
    head: str = HEAD,
    mapped: str = "",
    form: Form = GUEST,
    faulty: FaultyRows | None = None,
) -> list[FileRow]:
    """Read a file with these lines."""
    file, map_file = folder / "guests.csv", folder / "map.toml"
    file.write_text("\n".join((head, *lines)), encoding="utf-8")
    map_file.write_text(mapped, encoding="utf-8")
    by_map = read_map(map_file, form) if mapped else None
    return list(read_rows(file, form, by_map, now=TODAY, progress=untold_bytes, faulty=faulty))


def refused(folder: Path, *lines: str, head: str = HEAD, mapped: str = "") -> list[str]:
    """Return the sentences by which a file with these lines is refused."""
    try:
        found = read(folder, *lines, head=head, mapped=mapped)
    except FileRefused as fault:
        return str(fault).splitlines()
    raise AssertionError(found)


async def add(
    database: Database,
    rows: Iterable[Sequence[str]],
    *,
    name: str = "",
    now: Hour = TODAY,
    progress: Progress = untold,
) -> Addition:
    """Import a file with these rows, two at a time."""
    file = database.path.with_name("guests.csv")
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = CsvWriter(text)
        for row in (HEAD.split(","), *rows):
            writer.write(row)
    found = read_rows(file, GUEST, now=now, progress=untold_bytes)
    imports = Imports(database, Slices(database, records=2, pause=0))
    return await imports.add(GUEST, found, RETENTION, name, now=now, progress=progress)


async def exported(database: Database) -> list[tuple[str, ...]]:
    """Return the rows of an export."""
    return [row async for row in Export(database, GUEST).rows(Stretch())]


async def cut(database: Database, now: Hour = LATER) -> None:
    """Leave only the months of stays that are long over."""
    await coarsen(database, [GUEST.key], None, now=now)


def row(came: str, went: str = "", outcome: str = "registered", sex: str = "woman", **cells: str) -> list[str]:
    """Return the cells of a row."""
    given = {"came": came, "went": went, "outcome": outcome, "sex": sex, **cells}
    return [given.get(column, "") for column in HEAD.split(",")]
