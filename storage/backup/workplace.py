"""A folder beside the database for what is not encrypted yet: its owner's alone, and emptied after a crash."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from storage.fault import N_, Fault
from storage.private_files import OWNER_ONLY_FOLDER, give_to_owner

if sys.platform != "win32":
    import fcntl


class CopyRunning(Fault):
    """A copy of the database is being made already."""


def workplace_of(database: Path) -> Path:
    """Return where the folder lies while a copy is made."""
    return database.with_name(f".{database.name}.copying")


@contextlib.contextmanager
def workplace(database: Path) -> Iterator[Path]:
    """Hold an empty folder that is gone afterwards. Raises `OSError`, and `CopyRunning` where another holds it."""
    folder = workplace_of(database)
    with _held(folder):
        try:
            _empty(folder)
            yield folder
        finally:
            shutil.rmtree(folder)


def remove_leftovers(database: Path) -> None:
    """Remove what a copy that was broken off has left; one that is being made is let be. Raises `OSError`."""
    if os.path.lexists(workplace_of(database)):
        with contextlib.suppress(CopyRunning), workplace(database):
            pass


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Make the folder and hold it, as long as this program lives and no longer."""
    held = _hold(folder)
    while held is None:
        held = _hold(folder)
    try:
        yield
    finally:
        os.close(held)


def _hold(folder: Path) -> int | None:
    """Return what holds the folder; None where its last holder has removed it meanwhile."""
    folder.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if sys.platform != "win32":
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.fchmod(held, OWNER_ONLY_FOLDER)
        give_to_owner(held, folder.parent)
        if os.path.samestat(os.fstat(held), folder.stat(follow_symlinks=False)):
            return held
    except BlockingIOError:
        os.close(held)
        raise CopyRunning(N_("A copy is being made already, or its folder does not answer.")) from None
    except FileNotFoundError:
        pass
    except OSError:
        os.close(held)
        raise
    os.close(held)
    return None


def _empty(folder: Path) -> None:
    for left in folder.iterdir():
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()
