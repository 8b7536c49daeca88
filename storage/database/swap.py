"""Putting a database file in another one's place: at every moment the old or the new one is there whole."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from storage.database.kept_copies import with_companions
from storage.fault import N_, Fault
from storage.private_files import OWNER_ONLY_FILE, give_to_owner
from storage.whole_file import keep_names, replacing

PATIENCE = 5.0
"""Seconds to wait for another program."""

BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class InUse(Fault):
    """Another program works on the database; nothing is changed."""


def swap_in(new: Path, database: Path, kept: Path) -> None:
    """Put the file ``new``, on the same disk, in the place of the database, which is ``kept`` under another name.

    What SQLite had left beside the old one goes with it. The paths are no links. There need be no database, and a
    damaged one is kept as it is. Where root swaps them, both belong to whom the folder, or else the database,
    belonged to. Raises `InUse`, and `OSError`.
    """
    _to_disk(new)
    give_to_owner(new, database.parent, database)
    with _still(database):
        # The old one has both names before the new one takes the first.
        for path in with_companions(database)[::-1]:
            if path == database or _holds_something(path):
                _keep(path, kept.with_name(kept.name + path.name.removeprefix(database.name)))
        keep_names(database.parent)
        # A journal of the old one, applied to the new one, would destroy it.
        for path in with_companions(database)[:-1]:
            path.unlink(missing_ok=True)
        keep_names(database.parent)
        new.replace(database)
        keep_names(database.parent)


@contextlib.contextmanager
def _still(database: Path) -> Iterator[None]:
    """Let no other program write to a database meanwhile; what a crash has broken off is brought to its end."""
    if not _holds_something(database):
        yield
        return
    with contextlib.closing(sqlite3.connect(database, timeout=PATIENCE, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in BUSY:
                raise InUse(
                    N_("Another program is using the database {path}; nothing is changed."), path=database
                ) from error
            # Damaged: it is kept as it is.
        yield


def _keep(path: Path, kept: Path) -> None:
    if not path.exists() or (kept.exists() and kept.samefile(path)):
        return
    try:
        kept.hardlink_to(path)
    except OSError:
        # Some disks, and network shares, know no second names.
        with path.open("rb") as old, replacing(kept) as copy:
            shutil.copyfileobj(old, copy)
    kept.chmod(OWNER_ONLY_FILE)
    give_to_owner(kept, kept.parent)


def _holds_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
