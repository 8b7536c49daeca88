"""How much room there is on the disks."""

import shutil
from pathlib import Path

from storage.fault import N_, Fault, why

MEGABYTE = 1_000_000
LITTLE_BYTES = 200 * MEGABYTE
"""Less free space than this is told of."""


class LittleSpace(Fault):
    """A disk has almost no room left."""


class UnknownSpace(Fault):
    """It cannot be found out how much room a disk has."""


def free_space(folder: Path, *, little: int = LITTLE_BYTES) -> int:
    """Return how many bytes are free for us on the disk of a folder.

    Raises `LittleSpace` where there are fewer than ``little``, and `UnknownSpace`.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        words = N_("How much room there is in {folder} cannot be found out: {reason}.")
        raise UnknownSpace(words, folder=folder, reason=why(error)) from error
    if free < little:
        words = N_("Only {free} MB are free on the disk of {folder}. Make room there before it is full.")
        raise LittleSpace(words, free=free // MEGABYTE, folder=folder)
    return free
