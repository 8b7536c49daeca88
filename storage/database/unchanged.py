"""Opening a database for somebody who only looks what would become of it."""

import errno
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.database.connection import Database
from storage.database.faults import DatabaseFault, NoDatabase, named
from storage.database.migration import newest_schema
from storage.database.place import is_empty, refuse_if_lost
from storage.fault import FILE_REASONS, N_, Fault


class OlderDatabase(DatabaseFault):
    """The database cannot be opened without changing it first."""


@asynccontextmanager
async def open_unchanged(path: Path) -> AsyncIterator[Database]:
    """Open a database that opening does not change; where there is none yet, an empty one that is gone afterwards.

    Temporary tables are all that may be written. Raises a `DatabaseFault`, `OlderDatabase` where it would first
    have to be brought up to date.
    """
    refuse_if_lost(path)
    if not is_empty(path):
        _refuse_older(path)
        async with Database.open(path, must_exist=True) as database:
            yield database
        return
    if not path.parent.is_dir():
        raise _no_folder(path)
    with TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / path.name) as database:
            yield database


def _refuse_older(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as connection:
            [(version,)] = connection.execute("PRAGMA user_version")
    except sqlite3.Error as error:
        raise named(error, path) from error
    if version < newest_schema():
        raise OlderDatabase(
            N_(
                "The database is of an earlier version, and a dry run changes nothing."
                " “vaktlogg imports” brings it up to date; then try again."
            )
        )


def _no_folder(path: Path) -> NoDatabase:
    reason = Fault(FILE_REASONS[errno.ENOENT])
    return NoDatabase(N_("The database {path} cannot be opened: {reason}."), path=path, reason=reason)
