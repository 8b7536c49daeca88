"""The place of the database file: making a new one, and knowing that one has been lost."""

import os
from pathlib import Path

from storage.database.faults import RESTORE, LostDatabase, NoDatabase
from storage.database.file_lock import lock_of
from storage.fault import N_, Fault, why
from storage.private_files import OWNER_ONLY_FILE, give_to_owner


def make_ready(path: Path, *, must_exist: bool) -> None:
    """Make the file, its owner's alone, unless it is there. Raises `NoDatabase`, and `LostDatabase`."""
    if must_exist and not path.is_file():
        raise NoDatabase(N_("There is no database at {path}."), path=path)
    refuse_if_lost(path)
    # To open and close a database past SQLite would free the locks that this process holds on it.
    if path.is_file() and os.access(path, os.R_OK):
        return
    try:
        made = os.open(path, os.O_CREAT | os.O_RDONLY, OWNER_ONLY_FILE)
        try:
            give_to_owner(made, path.parent)
        finally:
            os.close(made)
    except OSError as error:
        raise NoDatabase(
            N_("The database {path} cannot be opened: {reason}."), path=path, reason=why(error)
        ) from error


def refuse_if_lost(path: Path) -> None:
    """Raise `LostDatabase` where the file is gone or empty, and its lock file shows that it was in use."""
    if not is_empty(path) or not lock_of(path).exists():
        return
    raise LostDatabase(
        N_(
            "The database {path} is gone or empty, though Vaktlogg has used it. Restore a copy: {command}."
            " To begin anew with an empty one, remove {lock} first."
        ),
        path=path,
        command=Fault(RESTORE),
        lock=lock_of(path),
    )


def is_empty(path: Path) -> bool:
    """Tell whether there is no file, or an empty one that SQLite would take for a new database."""
    try:
        return path.stat().st_size == 0
    except FileNotFoundError:
        return True
    except OSError:
        return False
