"""The copy that is made of a database before it is migrated: the way back to an older program."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from storage.database.kept_copies import schema_copy_of
from storage.fault import N_, Fault, why
from storage.private_files import give_to_owner, private_opener
from storage.whole_file import keep_names, unfinished_name

MEGABYTE = 1_000_000


class NotCopied(Fault):
    """The copy that comes before a migration could not be made, so nothing was migrated."""


def free_bytes(folder: Path) -> int:
    """Return how much room there is in a folder."""
    return shutil.disk_usage(folder).free


def copy_before_migrating(path: Path, version: int, free: Callable[[Path], int] = free_bytes) -> None:
    """Copy a database that has this schema and holds records beside itself, checked, and its owner's alone.

    Raises `NotCopied`, also where there is no room for the copy and the migration's journal, and `sqlite3.Error`
    where the database cannot be read.
    """
    with contextlib.closing(sqlite3.connect(path)) as source:
        if not _holds_records(source):
            return
        needed, room = 2 * path.stat().st_size, free(path.parent)
        if room < needed:
            raise NotCopied(
                N_(
                    "The database is to be brought up to date, and copied before that, but the disk is too full:"
                    " {needed} MB are needed beside {path}, and {room} are free. Nothing is changed."
                ),
                needed=-(-needed // MEGABYTE),
                path=path,
                room=room // MEGABYTE,
            )
        target = schema_copy_of(path.resolve(), version)
        unfinished = unfinished_name(target)
        try:
            unfinished.unlink(missing_ok=True)
            if _copied(source, unfinished, version):
                give_to_owner(unfinished, target.parent, path)
                unfinished.replace(target)
                keep_names(target.parent)
        except OSError as error:
            raise _failed(path, why(error)) from error
        except sqlite3.DatabaseError as error:
            raise _failed(path, error) from error
        finally:
            unfinished.unlink(missing_ok=True)


def _failed(path: Path, reason: object) -> NotCopied:
    words = N_(
        "The database {path} is to be brought up to date, and copied before that, but the copy failed: {reason}."
        " Nothing is changed."
    )
    return NotCopied(words, path=path, reason=reason)


def _holds_records(source: sqlite3.Connection) -> bool:
    is_there = source.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'record'").fetchone()
    return bool(is_there and source.execute("SELECT 1 FROM record LIMIT 1").fetchone())


def _copied(source: sqlite3.Connection, path: Path, version: int) -> bool:
    """Copy a database; tell whether it still had this schema: else another program copied and migrated it."""
    with open(path, "xb", opener=private_opener):
        pass
    with contextlib.closing(sqlite3.connect(path)) as copy:
        # What is cut short has no name that anybody would take for a copy.
        copy.execute("PRAGMA journal_mode = OFF")
        source.backup(copy)
        [(found,)] = copy.execute("PRAGMA integrity_check(1)").fetchall()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        [(copied,)] = copy.execute("PRAGMA user_version").fetchall()
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return bool(copied == version)
