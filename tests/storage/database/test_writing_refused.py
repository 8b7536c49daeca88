"""Statements that come to the database together, some of which it refuses: each is refused by itself."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseFault, DatabaseLocked, DiskFull
from tests.storage.database.words import (
    KEEP,
    KEEP_ONCE,
    TURN,
    WORDS,
    answers_of,
    begun,
    kept,
    opened,
    own_rows,
    together,
)
from tests.storage.rows import pragma, rows

NOTE = "UPDATE word SET note = ? WHERE word = 'here'"
LONG = "long" * 10_000


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a database of words."""
    async with opened(tmp_path) as database:
        yield database


@pytest.mark.parametrize("place", [0, 10, 19])
@pytest.mark.parametrize(
    ("word", "reason"),
    [("bad", "CHECK constraint failed"), (None, "NOT NULL constraint failed"), (object(), "not supported")],
    ids=["broken rule", "missing", "no value"],
)
async def test_one_that_is_refused_among_twenty_is_refused_alone_and_the_others_are_kept_once(
    database: Database, place: int, word: object, reason: str
) -> None:
    answers = await together(database, [*WORDS[:place], word, *WORDS[place + 1 :]])

    refused = answers.pop(place)
    others = [*WORDS[:place], *WORDS[place + 1 :]]
    assert isinstance(refused, DatabaseFault)
    assert reason in str(refused)
    assert refused.writing
    assert answers == own_rows(others)
    assert kept(database) == others


async def test_several_that_are_refused_are_each_told_their_own_reason(database: Database) -> None:
    absent = "INSERT INTO absent VALUES (?)"
    tasks = await begun(database, (KEEP, "bad"), (KEEP, "kept"), (absent, "here"), (KEEP, "kept"), (KEEP, "too"))

    broken, first, nowhere, again, last = await answers_of(tasks)

    assert "CHECK constraint failed" in str(broken)
    assert "no such table: absent" in str(nowhere)
    assert "UNIQUE constraint failed" in str(again)
    assert [first, last] == own_rows(["kept", "too"])
    assert kept(database) == ["kept", "too"]


@pytest.mark.parametrize("place", [0, 10, 19])
@pytest.mark.parametrize("word", [2**70, "\ud800"], ids=["number", "text"])
async def test_a_value_too_strange_for_sqlite_is_refused_alone_too(
    database: Database, place: int, word: object
) -> None:
    answers = await together(database, [*WORDS[:place], word, *WORDS[place + 1 :]])
    later = await together(database, ["later", "later still"])

    assert isinstance(answers.pop(place), Exception)
    others = [*WORDS[:place], *WORDS[place + 1 :]]
    assert answers == own_rows(others)
    assert later == own_rows(["later", "later still"])
    assert kept(database) == [*others, "later", "later still"]


async def test_all_that_come_once_the_database_is_closed_are_refused(tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        pass

    answers = await asyncio.gather(*(database.write(KEEP, (word,)) for word in WORDS), return_exceptions=True)

    assert [answer for answer in answers if not isinstance(answer, Exception)] == []


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
async def test_all_that_wait_are_refused_while_another_program_holds_the_database_and_kept_afterwards(
    database: Database, lock: str
) -> None:
    with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute(lock)
        refused = await together(database, WORDS)
        other.execute("ROLLBACK")

    assert [type(answer) for answer in refused] == [DatabaseLocked] * len(WORDS)
    assert kept(database) == []
    assert await together(database, WORDS) == own_rows(WORDS)
    assert kept(database) == WORDS


async def test_all_that_wait_wait_once_for_another_program_not_each_by_itself(database: Database) -> None:
    tried: list[str] = []
    with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with database.reading() as connection:
            await connection.set_trace_callback(tried.append)
        await together(database, WORDS)

    assert tried.count("BEGIN IMMEDIATE") == 1
    assert not any("INSERT" in statement for statement in tried)


async def test_all_that_wait_are_refused_while_another_program_reads_for_too_long_and_kept_afterwards(
    database: Database,
) -> None:
    with contextlib.closing(sqlite3.connect(database.path)) as other:
        reading = other.execute("SELECT 1 FROM sqlite_master")
        reading.fetchone()
        refused = await together(database, WORDS)
        reading.close()

    assert [type(answer) for answer in refused] == [DatabaseLocked] * len(WORDS)
    assert kept(database) == []
    assert await together(database, WORDS) == own_rows(WORDS)
    assert kept(database) == WORDS


async def _fill_the_disk(database: Database) -> None:
    pages = await pragma(database, "page_count")
    assert isinstance(pages, int)
    await pragma(database, f"max_page_count = {pages + 2}")


@pytest.mark.parametrize("place", [0, 10, 19])
async def test_a_full_disk_refuses_the_write_that_does_not_fit_and_keeps_those_that_do(
    database: Database, place: int
) -> None:
    await _fill_the_disk(database)

    answers = await together(database, [*WORDS[:place], LONG, *WORDS[place + 1 :]])

    others = [*WORDS[:place], *WORDS[place + 1 :]]
    assert isinstance(answers.pop(place), DiskFull)
    assert answers == own_rows(others)
    assert kept(database) == others


async def test_a_full_disk_that_undoes_the_whole_transaction_refuses_all_of_it(database: Database) -> None:
    await database.write(KEEP, ("here",))
    await _fill_the_disk(database)
    tasks = await begun(database, (NOTE, LONG), (TURN, "here"), (KEEP, "new"), (KEEP_ONCE, "newer"))

    answers = await answers_of(tasks)

    assert [type(answer) for answer in answers] == [DiskFull] * 4
    assert rows(database.path, "SELECT word, seen FROM word") == [("here", 0)]
