"""Swaps a database again and again, each time in a process that is killed one act on a file later.

`python -m tests.storage.database.swap_killed FOLDER` leaves beside `FOLDER/0`, which holds a database and the file
`new`, what came of killing before the first act, before the second, and so on; the last one was not killed.
"""

import itertools
import os
import shutil
import signal
import sys
from datetime import date
from pathlib import Path

from storage.database.kept_copies import before_restore_of
from storage.database.swap import swap_in

ACTS = {"open", "os.link", "os.rename", "os.remove", "os.chmod", "sqlite3.connect"}


def _killed(folder: Path, act: int) -> bool:
    """Swap in a process of its own; tell whether it was killed before its end."""
    child = os.fork()
    if child == 0:
        acts = itertools.count()

        def count(event: str, _: object) -> None:
            if event in ACTS and next(acts) == act:
                os.kill(os.getpid(), signal.SIGKILL)

        database = folder / "vaktlogg.db"
        sys.addaudithook(count)
        swap_in(folder / "new", database, before_restore_of(database, date(2026, 11, 30)))
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    place = Path(sys.argv[1])
    for act in itertools.count():
        if not _killed(Path(shutil.copytree(place / "0", place / str(act + 1))), act):
            break
