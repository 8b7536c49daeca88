"""Writing a file so that it is there whole or not at all, and for its owner alone."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from storage.private_files import give_to_owner, make_private_folder, private_opener

CANNOT_BE_KEPT = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}
"""What a folder answers, on some network shares and on Windows, that cannot be written to the disk by itself."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under a name of its own, then give it the right one; folders are made. Raises `OSError`.

    File and folders that are made are their owner's alone, also where a file that others could read is replaced.
    """
    make_private_folder(path.parent)
    with replacing(path) as file:
        file.write(content)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file under a name of its own; once the body has written it, it is on the disk under the right one.

    Where root writes it, it belongs to whom the folder belongs to. Where the body fails, nothing of it stays, and
    what was there before does. Raises `OSError`.
    """
    unfinished = unfinished_name(path)
    # What an interrupted try left behind, or somebody else put there, has an owner and a mode of its own.
    unfinished.unlink(missing_ok=True)
    with contextlib.ExitStack() as stack:
        stack.callback(unfinished.unlink, missing_ok=True)
        with open(unfinished, "xb", opener=private_opener) as file:
            give_to_owner(file.fileno(), path.parent)
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        keep_names(path.parent)


def unfinished_name(path: Path) -> Path:
    """Return where a file lies until it is whole; its ending tells what it is already."""
    return path.with_name(f".part.{path.name}")


def keep_names(folder: Path) -> None:
    """Let a folder's names be on the disk, where it can tell. Raises `OSError`."""
    try:
        opened = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in CANNOT_BE_KEPT:
            raise
    finally:
        os.close(opened)
