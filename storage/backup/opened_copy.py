"""Looking over the database that an encrypted copy held, before it takes the place of another one."""

import asyncio
import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.backup.encrypted_file import decrypt
from storage.database.connection import Database
from storage.database.kept_copies import restoring_folder_of
from storage.database.migration import newest_schema, schema_names, triggers_of
from storage.fault import N_, Fault, why
from storage.figures.recount import Recount
from storage.private_files import OWNER_ONLY_FOLDER, make_private_folder

SPAN = "SELECT count(*), min(substr(occurred_at, 1, 10)), max(substr(occurred_at, 1, 10)) FROM record"
SINCE = """
    SELECT count(*) FROM main.record
    WHERE voided_at IS NULL AND source NOT IN (SELECT source FROM copy.record WHERE voided_at IS NULL)
"""


class NotOurs(Fault):
    """What a copy holds is no database of Vaktlogg's, or is damaged."""


class NotOpened(Fault):
    """A copy could not be read, or there is no room to open it."""


@dataclass(frozen=True)
class CopyContents:
    """How many records a copy holds, and their first and last day, or month where no day is known."""

    records: int
    first: str | None
    last: str | None


@contextlib.contextmanager
def opened(copy: Path, key: str, database: Path) -> Iterator[Path]:
    """Decrypt a copy into a folder of its own beside the database, which is gone afterwards.

    Raises `NotOpened`, and the faults of `decrypt`.
    """
    folder = restoring_folder_of(database)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        path = folder / database.name
        try:
            # Made by us and nobody else: what lies there would be followed where it leads.
            make_private_folder(folder.parent)
            folder.mkdir(mode=OWNER_ONLY_FOLDER)
            decrypt(copy, path, key)
        except OSError as error:
            words = N_("{file} cannot be opened: {reason}. Nothing is changed.")
            raise NotOpened(words, file=copy, reason=why(error)) from error
        yield path
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def look_over(path: Path) -> CopyContents:
    """Bring an opened copy up to date, and return what it holds.

    Raises `NotOurs` where it is damaged or no database of ours, and `NewerDatabase`.
    """
    await asyncio.to_thread(_check_file, path)
    async with Database.open(path, must_exist=True) as database:
        found = await database.read("SELECT type, name FROM sqlite_master")
        # SQLite's own names are its business, and somebody with SQL tools may have added an index.
        if any(name not in found for name in schema_names() if not name[1].startswith("sqlite_")):
            raise _not_ours()
        wrong = await database.read("PRAGMA foreign_key_check") or await Recount(database).differences()
        if wrong:
            raise _damaged(N_("its parts do not agree with each other"))
        [row] = await database.read(SPAN)
    return CopyContents(*row)


def records_since(database: Path, copy: Path) -> int | None:
    """Count the records of a database that an opened copy does not hold; None where that cannot be known."""
    try:
        with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)) as connection:
            connection.execute("ATTACH ? AS copy", (str(copy),))
            [(records,)] = connection.execute(SINCE).fetchall()
    except sqlite3.Error:
        return None
    return int(records)


def _check_file(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        try:
            connection.execute("PRAGMA cell_size_check = ON")
            [(version,)] = connection.execute("PRAGMA user_version").fetchall()
            ours = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'record'")
            if not version or not ours.fetchall():
                raise _not_ours()
            [(found,)] = connection.execute("PRAGMA integrity_check(1)").fetchall()
            if found == "ok" and version <= newest_schema():
                _renew_triggers(connection, version)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                raise _not_ours() from error
            raise _damaged(str(error)) from error
    if found != "ok":
        raise _damaged(found.splitlines()[-1])


def _renew_triggers(connection: sqlite3.Connection, version: int) -> None:
    """Let nothing act in a database but our own triggers: a copy is made by whoever knows the public key.

    Views are made anew when it is opened.
    """
    acting = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    for kind, name in connection.execute(acting).fetchall():
        quoted = name.replace('"', '""')
        connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')  # quoted as a name
    for statement in triggers_of(version):
        connection.execute(statement)
    connection.commit()


def _not_ours() -> NotOurs:
    return NotOurs(N_("The copy holds no database of Vaktlogg’s. Nothing is changed."))


def _damaged(reason: str) -> NotOurs:
    return NotOurs(
        N_("The copy is damaged: {reason}. Nothing is changed; try an older copy."), reason=Fault(reason)
    )
