"""A copy of the database that holds no more than a restore needs.

Days stand there instead of hours; who registered a call, codes, and messages in the chats do not. To the minute is
only told when shifts begin and end, and since when chats and the folder get reports.
"""

import contextlib
import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from storage.database.connection import NoDatabase
from storage.fault import N_, Fault
from storage.figures.recount import ANEW, MONTHS
from storage.messages.messages import UNUSED
from storage.records.retention import SHORTEN

LATEST = {"own": "9999-12-31T23", "exact": "9999-12-31T23", "settled": "9999-12-31T23"}
"""Later than all that is registered, so that all of it is old."""

CLEAN = (
    "DELETE FROM invite",
    "DELETE FROM bind_code",
    "DELETE FROM kept_update",
    "DELETE FROM heartbeat",
    "DELETE FROM message",
    "DELETE FROM card",
    # Whoever comes back has to unlock.
    "UPDATE device SET session = NULL",
    # To whom a shift's questions went, and in which messages they stand.
    "DELETE FROM shift_question",
    UNUSED,
    # A shift that was not asked about yet keeps how many calls it had: restored, they would seem to be missing.
    "INSERT INTO shift (began) SELECT DISTINCT shift FROM record WHERE shift IS NOT NULL ON CONFLICT DO NOTHING",
    *SHORTEN,
    # Who came together, and what the house's own board explains.
    "UPDATE stay SET bond = NULL, label = NULL",
    "UPDATE audit SET at = substr(at, 1, 10)",
    # Its time zone stays.
    "UPDATE polling SET last_seen = substr(last_seen, 1, 10) || 'T00:00' || substr(last_seen, 17)",
)
DATED = "INSERT INTO last_copy VALUES (1, ?) ON CONFLICT DO UPDATE SET day = excluded.day"
COUNTED = "SELECT grain, form, period, outcome, answers, calls FROM answer_count ORDER BY 1, 2, 3, 4, 5"

ROOM = 3
"""How many times the database's size must be free: the copy, the cleaned one, and as much for those on duty."""

MEGABYTE = 1_000_000
BUSY_SECONDS = 5.0
STEPS = 1_000_000
"""After so many steps of SQLite's, some milliseconds, it is asked whether to stop."""


class CopyFailed(Fault):
    """No copy was made; what was there before is as it was."""


def make_cleaned_copy(database: Path, folder: Path, day: date, *, stopped: Callable[[], bool]) -> Path:
    """Copy the database into the folder, which is private, clean and check it; return the cleaned file.

    It may be in use meanwhile: whoever writes waits for as long as its pages take to be read, all at once. ``day``
    is noted as the copy's own. Once it is ``stopped``, it ends soon. Raises `NoDatabase` and `CopyFailed`.
    """
    if not database.is_file():
        raise NoDatabase(N_("There is no database at {path}."), path=database)
    _check_room(database)
    whole, cleaned = folder / "whole.db", folder / "cleaned.db"
    try:
        with _opened(whole, stopped) as copy:
            _copy(database, copy, stopped)
            _check(copy)
            before = _figures(copy)
            for statement in CLEAN:
                copy.execute(statement, LATEST)
            copy.execute(DATED, (day.isoformat(),))
            # What was deleted has left its traces in the pages: only what is kept goes on into the other file.
            copy.execute("VACUUM INTO ?", (str(cleaned),))
        whole.unlink()
        with _opened(cleaned, stopped) as copy:
            _check(copy)
            after = _figures(copy)
    except sqlite3.Error as error:
        raise CopyFailed(
            N_("The database {path} could not be copied: {reason}."), path=database, reason=error
        ) from error
    if before != after:
        raise CopyFailed(N_("The copy would give other figures than the database."))
    return cleaned


def _check_room(database: Path) -> None:
    needed, free = ROOM * database.stat().st_size, shutil.disk_usage(database.parent).free
    if free < needed:
        raise CopyFailed(
            N_("The disk with the database is too full for a copy: {needed} MB must be free, and {free} are."),
            needed=-(-needed // MEGABYTE),
            free=free // MEGABYTE,
        )


@contextlib.contextmanager
def _opened(path: Path, stopped: Callable[[], bool]) -> Iterator[sqlite3.Connection]:
    """Open a file that is thrown away where anything fails, so it needs no journal."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.set_progress_handler(stopped, STEPS)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


def _copy(database: Path, copy: sqlite3.Connection, stopped: Callable[[], bool]) -> None:
    """Copy all pages at once: in parts, it would begin anew each time that somebody writes between them."""
    pause = 0.05
    tries = iter(range(round(BUSY_SECONDS / pause)))

    def go_on(status: int, _remaining: int, _total: int) -> None:
        waits = status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        if stopped() or (waits and next(tries, None) is None):
            raise sqlite3.OperationalError("database is locked")

    # Opened for writing, it can take back what a crash has left half written; it is not made where it is missing.
    address = f"{database.resolve().as_uri()}?mode=rw"
    with contextlib.closing(sqlite3.connect(address, uri=True, timeout=0)) as source:
        source.backup(copy, pages=-1, progress=go_on, sleep=pause)


def _check(copy: sqlite3.Connection) -> None:
    [(found,)] = copy.execute("PRAGMA integrity_check(1)").fetchall()
    if found != "ok":
        raise CopyFailed(N_("The database is damaged, and no copy was made: {reason}"), reason=found)


def _figures(copy: sqlite3.Connection) -> tuple[str, str]:
    """Return a digest of what is counted, and of what the records say when they are counted anew."""
    months = copy.execute(f"{MONTHS} ORDER BY 1").fetchall()
    anew = (row for month in months for row in sorted(copy.execute(ANEW, month)))
    return _digest(copy.execute(COUNTED)), _digest(anew)


def _digest(rows: Iterable[tuple[object, ...]]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()
