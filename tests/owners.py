"""Owners of files, which only root can change."""

import os
from pathlib import Path

import pytest

SOMEBODY = (4321, 4322)
"""A user and a group that are not root's."""

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")


def owner_of(path: Path) -> tuple[int, int]:
    """Return a file's user and group, of a link its own."""
    facts = path.lstat()
    return facts.st_uid, facts.st_gid
