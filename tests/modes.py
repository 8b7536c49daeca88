"""Modes of files and folders, and a umask for a while."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def mode_of(path: Path) -> int:
    """Return what the owner, the group and all others may do with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def modes_in(folder: Path, pattern: str) -> dict[str, int]:
    """Return the modes of the files of such names."""
    return {file.name: mode_of(file) for file in folder.glob(pattern)}


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Let nothing be taken from modes but ``mask``."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)
