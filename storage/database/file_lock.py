"""Locks that one process holds for its life: on a database, and on a bot's token.

The kernel frees them when the process dies, however it dies. What they lock are files of their own, never the
database itself, whose locks are SQLite's.
"""

import contextlib
import hashlib
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from storage.fault import N_, Fault
from storage.private_files import OWNER_ONLY_FILE, give_to_owner

if sys.platform != "win32":
    import fcntl

LOG = logging.getLogger(__name__)
KEY = b"vaktlogg token lock"
RUNS_ALREADY = N_("A Vaktlogg already works on the database {path}, so this one stops. Stop the other one first.")
STOP_FIRST = N_(
    "Vaktlogg runs on the database {path}; nothing is changed. Stop it first: Ctrl-C where it runs, or"
    " sudo systemctl stop vaktlogg."
)


class AlreadyRunning(Fault):
    """Another Vaktlogg works on the same database, or with the same token."""


def lock_of(database: Path) -> Path:
    """Return the lock file beside a database; it stays there, and so tells that there has been one."""
    real = database.resolve()
    return real.with_name(f"{real.name}.lock")


def lock_of_token(token: str, api_url: str) -> Path:
    """Return the lock file of a bot's token at a Bot API server, among the temporary files; it stays there too."""
    digest = hashlib.blake2b(f"{api_url} {token}".encode(), key=KEY, digest_size=16).hexdigest()
    return Path(tempfile.gettempdir(), f"vaktlogg-{digest}.lock")


@contextlib.contextmanager
def held(database: Path, refusal: str = RUNS_ALREADY) -> Iterator[None]:
    """Hold a database, so that no other Vaktlogg can. Raises `AlreadyRunning`, with the refusal, where one does.

    Where the disk knows no locks or cannot be written, that is logged, and the database is held by nobody.
    """
    path = lock_of(database)
    with _locked(path, AlreadyRunning(refusal, path=database)):
        yield


@contextlib.contextmanager
def held_token(token: str, api_url: str) -> Iterator[None]:
    """Hold a bot's token at a Bot API server on this machine. Raises `AlreadyRunning` where another does.

    Processes that do not see the same folder for temporary files do not see each other's lock.
    """
    taken = AlreadyRunning(
        N_("A Vaktlogg on this machine already uses the bot's token, so this one stops. Stop the other one first.")
    )
    with _locked(lock_of_token(token, api_url), taken):
        yield


@contextlib.contextmanager
def _locked(path: Path, taken: AlreadyRunning) -> Iterator[None]:
    try:
        lock = _lock(path)
    except BlockingIOError:
        raise taken from None
    except OSError as error:
        LOG.warning("The lock %s cannot be held: %s", path, error.strerror)
        lock = None
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _lock(path: Path) -> int | None:
    """Lock a file, made where there is none, and write the process's number into it.

    Raises `BlockingIOError` where it is locked, and other `OSError` where it cannot be.
    """
    if sys.platform == "win32":
        return None
    while True:
        # Another user may have put a link of that name into the folder for temporary files.
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, OWNER_ONLY_FILE)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(lock, path):
                give_to_owner(lock, path.parent)
                # A full disk has no room for the number, and holds the lock all the same.
                with contextlib.suppress(OSError):
                    os.truncate(lock, 0)
                    os.write(lock, f"{os.getpid()}\n".encode())
                return lock
        except OSError:
            os.close(lock)
            raise
        # It was removed between opening and locking, and locks nobody out.
        os.close(lock)


def _is_at(lock: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), path.stat())
    except FileNotFoundError:
        return False
