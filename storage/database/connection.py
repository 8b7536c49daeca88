"""The SQLite database: opening it, its transactions, and its errors by name."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

import aiosqlite

from storage.database.commits import Commits
from storage.database.faults import (
    MOVED,
    DatabaseDamaged,
    DatabaseFault,
    DatabaseLocked,
    DatabaseMoved,
    DatabaseReadOnly,
    DiskFull,
    LostDatabase,
    NoDatabase,
    named,
)
from storage.database.grouped_writes import Write, write_all
from storage.database.migration import MIGRATIONS, migrate
from storage.database.place import make_ready
from storage.database.schema_copy import copy_before_migrating

__all__ = [
    "PRAGMAS",
    "SQLITE_VERSION",
    "Database",
    "DatabaseDamaged",
    "DatabaseFault",
    "DatabaseLocked",
    "DatabaseMoved",
    "DatabaseReadOnly",
    "DiskFull",
    "LostDatabase",
    "NoDatabase",
]

SQLITE_VERSION = sqlite3.sqlite_version
"""The version of SQLite that Python is linked to."""

PRAGMAS = (
    # No WAL: SQLite before 3.51.3 can lose commits there with two connections, and Debian's is older.
    # Emptied, a journal commits as surely as deleted, and the folder needs not be written to the disk each time.
    "PRAGMA journal_mode = TRUNCATE",
    # A commit is on the disk, and so is the emptied journal.
    "PRAGMA synchronous = EXTRA",
    # What is deleted is overwritten.
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
)


class _Connection(aiosqlite.Connection):
    """A connection that also does several things in one trip to its thread: a busy loop makes each trip long."""

    async def run(self, work: Callable[[sqlite3.Connection], None]) -> None:
        await self._execute(work, self._conn)  # type: ignore[no-untyped-call]  # the library's


class Database:
    """One connection, and one transaction on it at a time."""

    def __init__(self, connection: _Connection, path: Path) -> None:
        """Wrap an open connection; use `open`."""
        self._connection = connection
        self._lock = asyncio.Lock()
        self._waiting: list[Write] = []
        self._damage: object = None
        self._file = path.stat()
        self.path = path
        self.commits = Commits()

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        path: Path,
        *,
        must_exist: bool = False,
        migrations: Path = MIGRATIONS,
        pragmas: Sequence[str] = PRAGMAS,
    ) -> AsyncIterator[Self]:
        """Open the file and bring it up to date; on leaving, wait for the running transaction and close.

        A new file is readable by its owner alone; one that holds records is copied before it is changed.
        Raises a `DatabaseFault`, `NoDatabase` where it must exist and does not, and `NotCopied`.
        """
        make_ready(path, must_exist=must_exist)
        connection = _Connection(lambda: sqlite3.connect(path, isolation_level=None), iter_chunk_size=64)
        await connection
        database = cls(connection, path)
        try:
            await database._prepare(migrations, pragmas)
            yield database
        finally:
            async with database._lock:
                await database._connection.close()

    @asynccontextmanager
    async def transaction(self, *, begin: str = "BEGIN IMMEDIATE") -> AsyncIterator[aiosqlite.Connection]:
        """Hold the connection for one transaction: all of the body is kept, or none of it.

        With a plain `BEGIN`, and writing to temporary tables alone, other programs can go on writing meanwhile.
        Cancelling the body undoes it; a commit that has begun is always awaited.
        Raises a `DatabaseFault` for anything SQLite refuses.
        """
        async with self._lock:
            try:
                self._check_trust()
                await self._connection.execute(begin)
                yield self._connection
                # Cancelled here, it still runs; the rollback waits behind it and finds nothing to undo.
                await self._connection.run(self._commit)
            except BaseException as error:
                # A cancelled statement still runs in the connection's thread; the rollback waits behind it.
                await _to_the_end(self._roll_back())
                if isinstance(error, sqlite3.Error):
                    raise self._fault(error) from error
                raise
            finally:
                self.commits.note()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[aiosqlite.Connection]:
        """Hold the connection for reading alone. Raises a `DatabaseFault` for anything SQLite refuses."""
        async with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                fault = self._fault(error)
                fault.writing = False
                raise fault from error

    async def read(self, statement: str, facts: Sequence[object] | Mapping[str, object] = ()) -> list[Any]:
        """Return the rows of one statement, each a tuple. Raises a `DatabaseFault`."""
        async with self.reading() as connection:
            return list(await connection.execute_fetchall(statement, facts))

    async def write(self, statement: str, facts: Sequence[object] = ()) -> list[Any]:
        """Run one statement in a transaction, together with all others that wait; return the rows it returns.

        One that is refused does not keep the others back. Cancelled before it has begun, it is not run; afterwards
        it is. Raises a `DatabaseFault`.
        """
        self._check_trust()
        write = Write(statement, facts)
        self._waiting.append(write)
        try:
            async with self._lock:
                if write in self._waiting:
                    await _to_the_end(self._write_waiting())
        finally:
            if write in self._waiting:
                self._waiting.remove(write)
        if isinstance(write.error, sqlite3.Error):
            raise self._fault(write.error) from write.error
        if write.error is not None:
            raise write.error
        return write.rows

    def check_place(self) -> None:
        """Raise `DatabaseMoved` where the path no longer names the file that is open."""
        try:
            same = os.path.samestat(self.path.stat(), self._file)
        except OSError:
            same = False
        if not same:
            raise DatabaseMoved(MOVED)

    def distrust(self, found: object) -> None:
        """Refuse to write as `DatabaseDamaged`, which ``found`` shows, until the file is trusted again."""
        self._damage = found

    def trust(self) -> None:
        """Write again, since the file was found to be well."""
        self._damage = None

    def _check_trust(self) -> None:
        if self._damage is not None:
            raise DatabaseDamaged(self._damage)

    def _fault(self, error: sqlite3.Error) -> DatabaseFault:
        fault = named(error, self.path)
        if isinstance(fault, DatabaseDamaged):
            self.distrust(error)
        return fault

    def _commit(self, connection: sqlite3.Connection) -> None:
        connection.execute("COMMIT")
        # SQLite looks when it begins to write, and the file can go in between.
        self.check_place()

    def _write_all(self, connection: sqlite3.Connection, writes: Sequence[Write]) -> None:
        write_all(connection, writes)
        self.check_place()

    async def _write_waiting(self) -> None:
        writes, self._waiting = self._waiting, []
        try:
            await self._connection.run(lambda connection: self._write_all(connection, writes))
        except BaseException as error:  # noqa: BLE001 - whoever waits for a write raises it
            for write in writes:
                write.error = error
            await self._roll_back()
        finally:
            self.commits.note()

    async def _prepare(self, migrations: Path, pragmas: Sequence[str]) -> None:
        try:
            for pragma in pragmas:
                await self._connection.execute(pragma)
            await migrate(self._connection, self.transaction, migrations, self._copy)
        except sqlite3.Error as error:
            raise self._fault(error) from error

    async def _copy(self, version: int) -> None:
        await asyncio.to_thread(copy_before_migrating, self.path, version)

    async def _roll_back(self) -> None:
        await self._connection.execute("SELECT 1")
        if self._connection.in_transaction:
            await self._connection.execute("ROLLBACK")


async def _to_the_end(statement: Coroutine[None, None, object]) -> None:
    task = asyncio.ensure_future(statement)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled from task.exception()
    task.result()
