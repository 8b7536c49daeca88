"""Files that their owner alone may read or write, and folders that the owner alone may enter.

They are made so, whatever the umask: nobody can open them in between. Windows has no such modes.
"""

import os
from pathlib import Path

OWNER_ONLY_FILE, OWNER_ONLY_FOLDER = 0o600, 0o700


def private_opener(path: str, flags: int) -> int:
    """Open a file for `open`, as its ``opener``; one that is made is its owner's alone."""
    return os.open(path, flags, OWNER_ONLY_FILE)


def make_private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing; what is there is left as it is. Raises `OSError`."""
    for folder in (*reversed(path.parents), path):
        folder.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
