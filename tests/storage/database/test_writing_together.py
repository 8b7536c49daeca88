"""Statements that wait for the database at the same time: kept in one transaction, each answered by itself."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database.connection import Database, DatabaseFault
from tests.storage.database.words import (
    KEEP,
    KEEP_ONCE,
    QUICK,
    TABLE,
    TURN,
    WORDS,
    answers_of,
    kept,
    opened,
    own_rows,
    together,
)
from tests.storage.rows import rows

CHANGE_COUNTER = slice(24, 28)
"""Where a database file counts the transactions that have changed it, by SQLite's file format."""


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a database of words."""
    async with opened(tmp_path) as database:
        yield database


def _transactions(database: Database) -> int:
    return int.from_bytes(database.path.read_bytes()[CHANGE_COUNTER])


async def test_each_of_many_writes_is_answered_with_its_own_rows_and_kept_in_order(database: Database) -> None:
    words = [f"{number:03}" for number in range(200)]

    answers = await asyncio.gather(*(database.write(KEEP, (word,)) for word in words))

    assert answers == own_rows(words)
    assert kept(database) == words


async def test_writes_that_wait_together_are_one_transaction(database: Database) -> None:
    before = _transactions(database)

    await together(database, WORDS)

    assert _transactions(database) == before + 1
    assert kept(database) == WORDS


async def test_writes_one_after_another_are_each_kept_when_they_are_answered(database: Database) -> None:
    before = _transactions(database)

    for number, word in enumerate(WORDS, 1):
        assert await database.write(KEEP, (word,)) == [(word,)]
        assert _transactions(database) == before + number


async def test_what_comes_while_others_are_kept_shares_the_transaction_after_theirs(database: Database) -> None:
    before = _transactions(database)
    first = asyncio.create_task(database.write(KEEP, ("first",)))
    while database._waiting or not database._lock.locked():  # noqa: ASYNC110 - nothing tells when it begins
        await asyncio.sleep(0)

    await asyncio.gather(first, *(database.write(KEEP, (word,)) for word in WORDS))

    assert _transactions(database) == before + 2
    assert kept(database) == ["first", *WORDS]


async def test_a_write_waits_for_the_transaction_under_way_and_is_kept_though_that_is_undone(
    database: Database,
) -> None:
    tasks: list[asyncio.Task[list[Any]]] = []
    with contextlib.suppress(ZeroDivisionError):
        async with database.transaction() as connection:
            tasks += [asyncio.create_task(database.write(KEEP, (word,))) for word in WORDS]
            await connection.execute(KEEP, ("undone",))
            raise ZeroDivisionError

    assert await answers_of(tasks) == own_rows(WORDS)
    assert kept(database) == WORDS


async def test_a_transaction_waits_for_the_writes_under_way(database: Database) -> None:
    writing = asyncio.gather(*(database.write(KEEP, (word,)) for word in WORDS))
    await asyncio.sleep(0)

    async with database.transaction() as connection:
        seen = await connection.execute_fetchall("SELECT word FROM word ORDER BY id")

    assert [word for (word,) in seen] == WORDS
    await writing


WRITES = st.tuples(st.sampled_from([KEEP, KEEP_ONCE, TURN]), st.sampled_from(["bad", "a", "b", "c", "d"]))


@given(writes=st.lists(st.tuples(WRITES, st.integers(0, 9)), max_size=30))
@settings(max_examples=150, deadline=None)
async def test_any_mix_of_writes_is_answered_and_kept_as_if_they_ran_one_by_one(
    writes: list[tuple[tuple[str, str], int]],
) -> None:
    with TemporaryDirectory() as folder:
        async with opened(Path(folder), QUICK) as database:
            tasks = []
            for (statement, word), pause in writes:
                tasks.append(asyncio.create_task(database.write(statement, (word,))))
                for _ in range(pause):
                    await asyncio.sleep(0)
            answers = await answers_of(tasks)
        found = rows(database.path, "SELECT * FROM word ORDER BY id")

    told = [None if isinstance(answer, DatabaseFault) else answer for answer in answers]
    assert (told, found) == _one_by_one([write for write, _ in writes])


def _one_by_one(writes: Sequence[tuple[str, str]]) -> tuple[list[list[Any] | None], list[Any]]:
    """Return the rows of each statement, None for a refused one, and what is kept in the end."""
    answers: list[list[Any] | None] = []
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(TABLE)
        for statement, word in writes:
            try:
                answers.append(connection.execute(statement, (word,)).fetchall())
            except sqlite3.Error:
                answers.append(None)
        return answers, connection.execute("SELECT * FROM word ORDER BY id").fetchall()
