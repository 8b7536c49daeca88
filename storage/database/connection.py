"""The SQLite database: opening it, its transactions, and its errors by name."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import aiosqlite

from storage.database.migration import MIGRATIONS, migrate
from storage.fault import N_, Fault, why

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


REFUSALS = (sqlite3.Error, ValueError, OverflowError)
"""What a single statement can be refused with; the last two for facts that no column can hold."""


class DatabaseFault(Fault):
    """The database could not do what was asked; nothing of the transaction was kept.

    ``writing`` is false where the database was only read: what was written before is kept.
    """

    writing = True


class DiskFull(DatabaseFault):
    """There is no room left for the database."""


class DatabaseLocked(DatabaseFault):
    """Another program held the database for more than five seconds."""


class DatabaseReadOnly(DatabaseFault):
    """The database or its folder may not be written."""


class NoDatabase(DatabaseFault):
    """There is no database where the config says."""


@dataclass(eq=False)
class _Write:
    """A statement that waits to be kept, and what became of it."""

    statement: str
    facts: Sequence[object]
    rows: list[Any] = field(default_factory=list)
    error: BaseException | None = None

    def run(self, connection: sqlite3.Connection) -> None:
        self.rows = connection.execute(self.statement, self.facts).fetchall()


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
        self._waiting: list[_Write] = []
        self.path = path

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

        A new file is readable by its owner alone.
        Raises a `DatabaseFault`, and `NoDatabase` where it must exist and does not.
        """
        _make_ready(path, must_exist=must_exist)
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
                await self._connection.execute(begin)
                yield self._connection
                # Cancelled here, it still runs; the rollback waits behind it and finds nothing to undo.
                await self._connection.execute("COMMIT")
            except BaseException as error:
                # A cancelled statement still runs in the connection's thread; the rollback waits behind it.
                await _to_the_end(self._roll_back())
                if isinstance(error, sqlite3.Error):
                    raise _named(error, self.path) from error
                raise

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[aiosqlite.Connection]:
        """Hold the connection for reading alone. Raises a `DatabaseFault` for anything SQLite refuses."""
        async with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                fault = _named(error, self.path)
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
        write = _Write(statement, facts)
        self._waiting.append(write)
        try:
            async with self._lock:
                if write in self._waiting:
                    await _to_the_end(self._write_waiting())
        finally:
            if write in self._waiting:
                self._waiting.remove(write)
        if isinstance(write.error, sqlite3.Error):
            raise _named(write.error, self.path) from write.error
        if write.error is not None:
            raise write.error
        return write.rows

    async def _write_waiting(self) -> None:
        writes, self._waiting = self._waiting, []
        try:
            await self._connection.run(lambda connection: _write_all(connection, writes))
        except BaseException as error:  # noqa: BLE001 - whoever waits for a write raises it
            for write in writes:
                write.error = error
            await self._roll_back()

    async def _prepare(self, migrations: Path, pragmas: Sequence[str]) -> None:
        try:
            for pragma in pragmas:
                await self._connection.execute(pragma)
            await migrate(self._connection, self.transaction, migrations)
        except sqlite3.Error as error:
            raise _named(error, self.path) from error

    async def _roll_back(self) -> None:
        await self._connection.execute("SELECT 1")
        if self._connection.in_transaction:
            await self._connection.execute("ROLLBACK")


def _write_all(connection: sqlite3.Connection, writes: Sequence[_Write]) -> None:
    if len(writes) == 1:
        writes[0].run(connection)
        return
    connection.execute("BEGIN IMMEDIATE")
    for write in writes:
        try:
            write.run(connection)
        except REFUSALS as refusal:
            # One that ends the transaction, as a full disk does, is everybody's.
            if not connection.in_transaction:
                raise
            write.error = refusal
    connection.execute("COMMIT")


def _make_ready(path: Path, *, must_exist: bool) -> None:
    if must_exist and not path.is_file():
        raise NoDatabase(N_("There is no database at {path}."), path=path)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
    except OSError as error:
        raise NoDatabase(
            N_("The database {path} cannot be opened: {reason}."), path=path, reason=why(error)
        ) from error


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


def _named(error: sqlite3.Error, path: Path) -> DatabaseFault:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(N_("The disk is full."))
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DatabaseLocked(N_("Another program is using the database."))
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return DatabaseReadOnly(N_("The database cannot be written."))
    return DatabaseFault(N_("The database {path} failed: {reason}."), path=path, reason=error)
