import asyncio
import contextlib
import itertools
import sqlite3
from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseLocked, DatabaseMoved, DatabaseReadOnly, DiskFull
from storage.records.records import Records
from tests.storage.rows import NOW, SEAT, commit_of, draft, keep_two, pragma, rows

RECORDS = "SELECT count(*) FROM record"


async def test_a_database_another_program_holds_is_a_fault_and_works_again_afterwards(database: Database) -> None:
    async with database.reading() as connection:
        await connection.execute("PRAGMA busy_timeout = 10")
    with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for action in (keep_two(database, "a"), Records(database).count()):
            with pytest.raises(DatabaseLocked, match=r"^Another program is using the database\.$"):
                await action
        other.execute("ROLLBACK")

    await keep_two(database, "b")
    assert rows(database.path, RECORDS) == [(2,)]


async def test_a_reader_in_another_program_holds_up_nothing_once_it_is_done(database: Database) -> None:
    with contextlib.closing(sqlite3.connect(database.path)) as other:
        reading = other.execute("SELECT 1 FROM sqlite_master")
        reading.fetchone()
        committing = await commit_of(database)
        keeping = asyncio.create_task(keep_two(database, "a"))
        await committing.wait()
        reading.close()

    await keeping
    assert rows(database.path, RECORDS) == [(2,)]


async def _save_for_ever(records: Records) -> None:
    for number in itertools.count():
        await records.save(draft(f"{number}"), by=SEAT, now=NOW)


async def test_a_full_disk_is_a_fault_nothing_is_kept_and_the_next_call_is_once_there_is_room(
    database: Database,
) -> None:
    records = Records(database)
    pages = await pragma(database, "page_count")
    await pragma(database, f"max_page_count = {pages}")
    with pytest.raises(DiskFull, match=r"^The disk is full\.$"):
        await _save_for_ever(records)
    kept = await records.count()
    assert await records.find(f"{kept}") is None

    await pragma(database, "max_page_count = 1000")

    assert not (await records.save(draft(f"{kept}"), by=SEAT, now=NOW)).repeated
    assert await records.count() == kept + 1
    assert rows(database.path, "PRAGMA integrity_check") == [("ok",)]


async def test_an_import_that_fills_the_disk_keeps_no_row(database: Database) -> None:
    records = Records(database)
    await pragma(database, f"max_page_count = {await pragma(database, 'page_count')}")

    with pytest.raises(DiskFull):
        await records.save_all([draft(f"{number}") for number in range(2000)], now=NOW)

    assert await records.count() == 0


async def test_a_database_that_may_not_be_written_is_a_fault_and_still_read(database: Database) -> None:
    async with database.reading() as connection:
        await connection.execute("PRAGMA query_only = ON")

    with pytest.raises(DatabaseReadOnly, match=r"^The database cannot be written\.$"):
        await keep_two(database, "a")

    assert await Records(database).count() == 0


async def test_a_database_whose_folder_was_moved_is_a_fault_and_works_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    async with Database.open(folder / "vaktlogg.db") as database:
        folder.rename(tmp_path / "away")

        with pytest.raises(DatabaseMoved):
            await keep_two(database, "a")

        (tmp_path / "away").rename(folder)
        await keep_two(database, "b")
    assert rows(database.path, RECORDS) == [(2,)]
