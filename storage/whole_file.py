"""Writing a file so that it is there whole or not at all, and for its owner alone."""

import os
from pathlib import Path

from storage.private_files import make_private_folder, private_opener


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under a name of its own, then give it the right one; folders are made. Raises `OSError`.

    File and folders that are made are their owner's alone, also where a file that others could read is replaced.
    """
    make_private_folder(path.parent)
    unfinished = path.with_name(f".{path.name}.part")
    # What an interrupted try left behind, or somebody else put there, has an owner and a mode of its own.
    unfinished.unlink(missing_ok=True)
    with open(unfinished, "xb", opener=private_opener) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
