"""Files that their owner alone may read or write, and folders that the owner alone may enter.

They are made so, whatever the umask: nobody can open them in between. What root makes for somebody else belongs to
whoever the folder belongs to. Windows has no such modes.
"""

import contextlib
import os
import sys
from pathlib import Path

OWNER_ONLY_FILE, OWNER_ONLY_FOLDER = 0o600, 0o700
ROOT = 0


def private_opener(path: str, flags: int) -> int:
    """Open a file for `open`, as its ``opener``; one that is made is its owner's alone."""
    return os.open(path, flags, OWNER_ONLY_FILE)


def make_private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing; what is there is left as it is. Raises `OSError`."""
    for folder in (*reversed(path.parents), path):
        if not folder.is_dir():
            folder.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
            give_to_owner(folder, folder.parent)


def give_to_owner(made: Path | int, *beside: Path) -> None:
    """Let what root has made, a path or an open file, belong to whom the things beside it belong to.

    That is the first of them that is there and not root's. Where there is none, we are not root, or the disk knows
    no owners, nothing is changed. Links are not followed.
    """
    if sys.platform == "win32" or os.geteuid() != ROOT:
        return
    for path in beside:
        with contextlib.suppress(OSError):
            owner = path.stat()
            if owner.st_uid != ROOT:
                _give(made, owner)
                return


def _give(made: Path | int, owner: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    had = os.fstat(made) if isinstance(made, int) else made.lstat()
    if had.st_uid == owner.st_uid:
        return
    if isinstance(made, int):
        os.chown(made, owner.st_uid, owner.st_gid)
    else:
        os.lchown(made, owner.st_uid, owner.st_gid)
