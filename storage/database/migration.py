"""Bringing a database up to date: numbered SQL files, each run whole or not at all."""

import functools
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path

import aiosqlite

from storage.database.amendments import amend
from storage.fault import N_, Fault

MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabase(Fault):
    """The database was written by a later version of the program."""


async def migrate(
    connection: aiosqlite.Connection,
    transaction: Callable[[], AbstractAsyncContextManager[aiosqlite.Connection]],
    folder: Path,
    copy: Callable[[int], Awaitable[None]],
) -> None:
    """Run every file of the folder that the database has not run, each in one ``transaction`` with its number.

    Before the first of them runs on what others have left, ``copy`` is given the number of its schema.
    Raises `NewerDatabase` where the database has run more files than there are.
    """
    scripts = _scripts(folder)
    seen = await _version(connection)
    if seen > len(scripts):
        raise NewerDatabase(
            N_(
                "The database was made by a newer Vaktlogg, and nothing was changed. Install that version again,"
                " or restore the copy from before the update."
            )
        )
    if 0 < seen < len(scripts):
        await copy(seen)
        await amend(connection, transaction)
    for number, script in list(enumerate(scripts, 1))[seen:]:
        async with transaction():
            # Another program may have run it meanwhile.
            if await _version(connection) < number:
                for statement in _statements(script):
                    await connection.execute(statement)
                await connection.execute(f"PRAGMA user_version = {number}")


# A part of the program, they do not change while that runs, and every form that is read asks for them.
@functools.cache
def schema_names() -> frozenset[tuple[str, str]]:
    """Return what the files make, by type (table, index, trigger) and name."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in _scripts(MIGRATIONS):
            connection.executescript(script)
        return frozenset(connection.execute("SELECT type, name FROM sqlite_master"))


def newest_schema() -> int:
    """Return how many files there are to run."""
    return len(_scripts(MIGRATIONS))


def triggers_of(version: int) -> list[str]:
    """Return the statements that make the triggers of a database that has run so many files."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in _scripts(MIGRATIONS)[:version]:
            connection.executescript(script)
        return [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]


def taken_names() -> frozenset[str]:
    """Return the names that the files give to tables and indices, which nothing else in a database may have."""
    return frozenset(name for _, name in schema_names())


def _scripts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.sql"))]


async def _version(connection: aiosqlite.Connection) -> int:
    [(version,)] = await connection.execute_fetchall("PRAGMA user_version")
    return int(version)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
