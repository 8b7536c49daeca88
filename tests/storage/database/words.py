"""A database of words, and statements that come to it all at once."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from storage.database.connection import PRAGMAS, Database
from tests.storage.rows import rows

TABLE = """
    CREATE TABLE word (
        id   INTEGER PRIMARY KEY,
        word TEXT NOT NULL UNIQUE CHECK (word NOT LIKE 'bad%'),
        seen INTEGER NOT NULL DEFAULT 0,
        note TEXT
    ) STRICT;
"""
KEEP = "INSERT INTO word (word) VALUES (?) RETURNING word"
KEEP_ONCE = "INSERT INTO word (word) VALUES (?) ON CONFLICT DO NOTHING RETURNING word"
TURN = "UPDATE word SET seen = 1 - seen WHERE word = ? RETURNING word, seen"
WORDS = [f"word {number:02}" for number in range(20)]
QUICK = ("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF")
"""For tests that open many databases, or write often."""

Answer = list[Any] | BaseException


@contextlib.asynccontextmanager
async def opened(folder: Path, pragmas: Sequence[str] = PRAGMAS) -> AsyncIterator[Database]:
    """Open the database of words in a folder, and wait no longer for another program than a moment."""
    migrations = folder / "migrations"
    migrations.mkdir()
    (migrations / "0001_word.sql").write_text(TABLE, encoding="utf-8")
    patience = "PRAGMA busy_timeout = 10"
    async with Database.open(folder / "words.db", migrations=migrations, pragmas=[*pragmas, patience]) as database:
        yield database


async def begun(database: Database, *writes: tuple[str, object]) -> list[asyncio.Task[list[Any]]]:
    """Begin the writes, each a statement and a word, while the database is held: from here on all of them wait."""
    async with database.reading():
        tasks = [asyncio.create_task(database.write(statement, (word,))) for statement, word in writes]
        await asyncio.sleep(0)
    return tasks


async def answers_of(tasks: Sequence[asyncio.Task[list[Any]]]) -> list[Answer]:
    """Return the rows of each write, or its error."""
    return await asyncio.gather(*tasks, return_exceptions=True)


async def together(database: Database, words: Sequence[object], statement: str = KEEP) -> list[Answer]:
    """Run the statement for all words at once."""
    return await answers_of(await begun(database, *((statement, word) for word in words)))


def own_rows(words: Sequence[object]) -> list[Answer]:
    """Return what writes that keep these words are answered."""
    return [[(word,)] for word in words]


def kept(database: Database) -> list[str]:
    """Return the words in the file, in the order in which they were kept."""
    return [word for (word,) in rows(database.path, "SELECT word FROM word ORDER BY id")]
