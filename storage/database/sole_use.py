"""Opening the database as the one program that serves it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from storage.database.connection import PRAGMAS, Database
from storage.database.file_lock import held
from storage.database.inspection import inspect_at_start
from storage.database.place import is_empty


@asynccontextmanager
async def open_alone(path: Path, *, pragmas: Sequence[str] = PRAGMAS) -> AsyncIterator[Database]:
    """Open the database once it is found to be well, and let no other Vaktlogg do so meanwhile.

    Raises `AlreadyRunning`, `LostDatabase`, `DamagedAtStart`, and other `DatabaseFault`.
    """
    if is_empty(path):
        # Made whole before its lock file tells that there has been one.
        async with Database.open(path, pragmas=pragmas):
            pass
    with held(path):
        await asyncio.to_thread(inspect_at_start, path)
        async with Database.open(path, pragmas=pragmas) as database:
            yield database
