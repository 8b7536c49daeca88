"""Reading the database file anew, past what an open connection remembers of it, to see whether it is well."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.database.faults import DamagedAtStart, DatabaseDamaged, DatabaseReadOnly, named
from storage.database.place import is_empty
from storage.fault import N_

MEBIBYTE = 1024 * 1024
THOROUGH_BYTES = 16 * MEBIBYTE
"""Up to this size, indices are compared with their tables too, which takes half as long again."""
WHOLE_BYTES = 64 * MEBIBYTE
"""Up to this size the whole file is looked at while calls are registered, which cannot be kept meanwhile."""
ROWS = 100_000
"""How many records of a larger file are looked at in one go, in about the same time."""
PATIENCE, PATIENCE_AT_START = 1.0, 5.0
"""For how many seconds another program that holds the file is waited for; it is looked at again soon."""
FIRST = -(2**63)
"""The place before the first of all records."""
NO_JUDGEMENT = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOMEM,
}
"""The errors of SQLite that say nothing of what the file holds."""


@contextmanager
def read_anew(path: Path, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """Open a connection of its own for reading; any error in what the file holds is raised as `DatabaseDamaged`.

    Raises other `DatabaseFault` where it could not be looked at.
    """
    # Nothing is written, but what another process left half done when it died has to be undone before one reads.
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", patience, uri=True)) as connection:
            yield connection
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        raise (named(error, path) if code in NO_JUDGEMENT else DatabaseDamaged(error)) from error


def inspect_at_start(path: Path) -> None:
    """Look at the whole file before anything else does. Raises `DamagedAtStart`, and other `DatabaseFault`.

    It takes about two milliseconds a mebibyte.
    """
    if is_empty(path):
        return
    try:
        with read_anew(path, PATIENCE_AT_START) as connection:
            inspect_whole(connection, path)
    except DatabaseDamaged as damage:
        raise DamagedAtStart(damage.found, path) from damage


def inspect_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Look at the whole file. Raises `DatabaseDamaged`, and `sqlite3.Error`."""
    pragma = "integrity_check" if path.stat().st_size <= THOROUGH_BYTES else "quick_check"
    [(found,)] = connection.execute(f"PRAGMA {pragma}(1)")
    if found != "ok":
        raise DatabaseDamaged(" ".join(found.removeprefix("*** in database main ***").split()))


def read_records(connection: sqlite3.Connection, place: int) -> int:
    """Read all that the next records after an id hold, as many as take about as long.

    Returns the last id read, and at the end the place before the first. Raises `sqlite3.Error` for damage.
    """
    # A length is known only to who reads the value to its end.
    [(last,)] = connection.execute(
        "SELECT max(id) FROM (SELECT id, length(source || answers || occurred_at) AS size FROM record"
        " WHERE id > ? ORDER BY id LIMIT ?) WHERE size > 0",
        (place, ROWS),
    )
    return FIRST if last is None else int(last)


def refuse_read_only(path: Path) -> None:
    """Raise `DatabaseReadOnly` where the file or its folder may not be written."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise DatabaseReadOnly(N_("The database cannot be written."))
