"""Copies of the whole database beside it, uncleaned: of before a migration, and of before a restore.

They hold hours and seats, and so are removed as soon as a call's own hour is.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from storage.fault import N_, Fault, why

COMPANIONS = ("-journal", "-wal", "-shm")
"""How the names of the files end that SQLite keeps beside a database."""

SCHEMA, BEFORE_RESTORE = "schema-", "before-restore-"
NAMED = re.compile(
    rf"(?P<schema>{SCHEMA}\d{{1,4}})|{BEFORE_RESTORE}(?P<day>\d{{4}}-\d\d-\d\d)(?:-\d{{1,3}})?", re.ASCII
)
RESTORING = "restoring"


class NotRemoved(Fault):
    """A copy of the whole database is older than it may be, and is still there."""


@dataclass(frozen=True)
class KeptCopy:
    """A copy, and the local day it was made; a ``schema`` copy was made before a migration."""

    path: Path
    day: date
    schema: bool


def schema_copy_of(database: Path, version: int) -> Path:
    """Return where the copy from before a migration lies, by the number of the schema it has."""
    return database.with_name(f"{database.name}.{SCHEMA}{version}")


def before_restore_of(database: Path, day: date) -> Path:
    """Return where the database from before a restore goes: a second one of a day gets a number."""
    first = database.with_name(f"{database.name}.{BEFORE_RESTORE}{day.isoformat()}")
    number, path = 1, first
    # A restore that was broken off has given the database that name already.
    while path.exists() and not path.samefile(database):
        number += 1
        path = first.with_name(f"{first.name}-{number}")
    return path


def restoring_folder_of(database: Path) -> Path:
    """Return the folder that a copy is opened in; one that is there while nobody restores was left behind."""
    return database.with_name(f".{database.name}.{RESTORING}")


def kept_copies(database: Path, now: datetime) -> list[KeptCopy]:
    """Return the copies beside a database, the oldest first, no links. ``now`` is local, with its zone."""
    return sorted(_found(database.resolve(), now), key=lambda copy: (copy.day, copy.path.name))


def remove_old_copies(database: Path, now: datetime, days: int) -> None:
    """Remove the copies that were made so many days ago, and what a broken-off restore left behind.

    Raises `NotRemoved`.
    """
    shutil.rmtree(restoring_folder_of(database.resolve()), ignore_errors=True)
    for copy in kept_copies(database, now):
        if copy.day + timedelta(days=days) <= now.date():
            try:
                for path in with_companions(copy.path):
                    path.unlink(missing_ok=True)
            except OSError as error:
                words = N_("The copy {path} is old enough to be removed, but cannot be: {reason}.")
                raise NotRemoved(words, path=copy.path, reason=why(error)) from error


def with_companions(database: Path) -> list[Path]:
    """Return a database file and the names of those that SQLite keeps beside it; the file itself comes last."""
    return [*(database.with_name(f"{database.name}{end}") for end in COMPANIONS), database]


def _found(database: Path, now: datetime) -> Iterator[KeptCopy]:
    beginning = f"{database.name}."
    for path in database.parent.glob("*"):
        named = NAMED.fullmatch(path.name.removeprefix(beginning)) if path.name.startswith(beginning) else None
        if named is None or path.is_symlink() or not path.is_file():
            continue
        try:
            day = date.fromisoformat(named["day"]) if named["day"] else _day_of(path, now)
        except ValueError:
            continue
        yield KeptCopy(path, day, schema=named["schema"] is not None)


def _day_of(path: Path, now: datetime) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo).date()
