"""What can go wrong with the database, by name."""

import os
import sqlite3
from pathlib import Path

from storage.fault import N_, Fault

MOVED = N_("The database has been moved, deleted or replaced.")
RESTORE = N_("vaktlogg restore FILE")
"""The command that puts a copy in the place of the database."""


class DatabaseFault(Fault):
    """The database could not do what was asked; nothing of the transaction was kept.

    ``writing`` is false where the database was only read: what was written before is kept.
    """

    writing = True


class DiskFull(DatabaseFault):
    """There is no room left for the database."""


class DatabaseLocked(DatabaseFault):
    """Another program held the database for more than five seconds."""


class DatabaseReadOnly(DatabaseFault):
    """The database or its folder may not be written."""


class NoDatabase(DatabaseFault):
    """There is no database where the config says."""


class LostDatabase(NoDatabase):
    """There is no database where there has been one."""


class DatabaseMoved(DatabaseFault):
    """The file that is open is no longer the one that the path names."""


class DatabaseDamaged(DatabaseFault):
    """What the file holds is not what was written into it; ``found`` is what shows it."""

    def __init__(self, found: object) -> None:
        super().__init__(N_("The database is damaged."))
        self.found = found


class DamagedAtStart(DatabaseDamaged):
    """A damaged file was not even opened for work."""

    def __init__(self, found: object, path: Path) -> None:
        super().__init__(found)
        self.message = N_(
            "The database {path} is damaged ({found}) and is left as it is. Restore a copy: {command}."
        )
        self.facts = {"path": path, "found": found, "command": Fault(RESTORE)}


def named(error: sqlite3.Error, path: Path) -> DatabaseFault:
    """Return the fault that an error of SQLite is."""
    whole_code = getattr(error, "sqlite_errorcode", 0)
    code = whole_code & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(N_("The disk is full."))
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DatabaseLocked(N_("Another program is using the database."))
    if whole_code == sqlite3.SQLITE_READONLY_DBMOVED:
        return DatabaseMoved(MOVED)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DatabaseDamaged(error)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM} or (
        code == sqlite3.SQLITE_IOERR and not _can_be_written(path)
    ):
        return DatabaseReadOnly(N_("The database cannot be written."))
    return DatabaseFault(N_("The database {path} failed: {reason}."), path=path, reason=error)


def _can_be_written(path: Path) -> bool:
    """Tell whether the file, its journal and its folder may be written; SQLite does not say so of an open file."""
    journal = path.with_name(f"{path.name}-journal")
    return all(os.access(each, os.W_OK) for each in (path.parent, path, journal) if each.exists())
