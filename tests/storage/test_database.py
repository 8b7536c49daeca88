import asyncio
import contextlib
import itertools
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.database import (
    Database,
    DatabaseFault,
    DatabaseLocked,
    DatabaseReadOnly,
    DiskFull,
    NoDatabase,
    sqlite_version,
)
from storage.records import Records
from tests.storage.rows import NOW, SEAT, draft, rows

PAIRS = "SELECT count(*) FROM record"


async def _keep_two(database: Database, name: str) -> None:
    """Keep two rows in one transaction, with a pause between them."""
    async with database.transaction() as connection:
        for half in "ab":
            await connection.execute(
                "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)"
                " VALUES ('call', '', '2016-07-14', '2016-07-14', ?, 'registered', '{}')",
                (name + half,),
            )
            await asyncio.sleep(0)


async def _pragma(database: Database, name: str) -> object:
    async with database.reading() as connection:
        [row] = await connection.execute_fetchall(f"PRAGMA {name}")
    return row[0]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
    ],
)
async def test_a_commit_is_on_disk_and_what_is_deleted_is_overwritten(
    database: Database, pragma: str, value: object
) -> None:
    assert await _pragma(database, pragma) == value


async def test_a_new_database_may_be_read_by_its_owner_alone(database: Database) -> None:
    assert stat.S_IMODE(database.path.stat().st_mode) == 0o600


async def test_the_mode_of_a_database_that_was_there_is_its_owners_business(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.touch()
    path.chmod(0o640)

    await (await Database.open(path)).close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


async def test_every_table_is_strict(database: Database) -> None:
    async with database.reading() as connection:
        tables = await connection.execute_fetchall(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        )

    assert [name for name, strict in tables if not strict] == ["sqlite_schema"]


def test_the_version_of_sqlite_is_known() -> None:
    assert sqlite_version() == sqlite3.sqlite_version


async def _add_seats(database: Database, *roles: str, fail: bool = False) -> None:
    async with database.transaction() as connection:
        await connection.executemany("INSERT INTO staff (role) VALUES (?)", [(role,) for role in roles])
        if fail:
            raise ZeroDivisionError


async def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await _add_seats(database, "staff", fail=True)

    assert rows(database.path, "SELECT * FROM staff") == []


async def test_what_sqlite_refuses_is_a_fault_with_a_name_and_the_next_transaction_works(
    database: Database,
) -> None:
    with pytest.raises(DatabaseFault, match="CHECK constraint failed"):
        await _add_seats(database, "staff", "caller")

    await _add_seats(database, "leader")
    assert rows(database.path, "SELECT role FROM staff") == [("leader",)]


async def test_transactions_wait_for_one_another(database: Database) -> None:
    await asyncio.gather(*(_keep_two(database, f"{number}-") for number in range(20)))

    sources = [source for (source,) in rows(database.path, "SELECT source FROM record ORDER BY id")]
    assert [str(source)[:-1] for source in sources[::2]] == [str(source)[:-1] for source in sources[1::2]]
    assert len(sources) == 40


@pytest.mark.parametrize("cancels", [1, 2, 3])
async def test_a_transaction_cancelled_anywhere_is_kept_whole_or_not_at_all_and_the_next_one_works(
    database: Database, cancels: int
) -> None:
    kept = 0
    for number in range(120):
        task = asyncio.create_task(_keep_two(database, f"{number}-"))
        await asyncio.sleep(number % 40 * 0.0001)
        for _ in range(cancels):
            task.cancel()
            await asyncio.sleep(0)
        with contextlib.suppress(asyncio.CancelledError):
            await task
        before, [(kept,)] = kept, rows(database.path, PAIRS)
        assert kept - before in ({0, 2} if task.cancelled() else {2})
        await _keep_two(database, f"next {number}-")
        kept += 2

    assert rows(database.path, PAIRS) == [(kept,)]


async def test_a_commit_that_has_begun_is_awaited(database: Database) -> None:
    committing = asyncio.Event()
    commit = database._commit

    async def watched() -> None:
        committing.set()
        await commit()

    database._commit = watched  # type: ignore[method-assign]
    task = asyncio.create_task(_keep_two(database, "x"))
    await committing.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert rows(database.path, PAIRS) == [(2,)]
    assert not database._connection.in_transaction


async def test_closing_waits_for_the_transaction_under_way(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "vaktlogg.db")
    keeping = asyncio.create_task(_keep_two(database, "x"))
    await asyncio.sleep(0)

    await database.close()

    await keeping
    assert rows(database.path, PAIRS) == [(2,)]


async def test_a_database_another_program_holds_is_a_fault_and_works_again_afterwards(database: Database) -> None:
    async with database.reading() as connection:
        await connection.execute("PRAGMA busy_timeout = 10")
    with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for action in (_keep_two(database, "a"), Records(database).count()):
            with pytest.raises(DatabaseLocked, match=r"^Another program is using the database\.$"):
                await action
        other.execute("ROLLBACK")

    await _keep_two(database, "b")
    assert rows(database.path, PAIRS) == [(2,)]


async def test_a_reader_in_another_program_holds_up_nothing_once_it_is_done(database: Database) -> None:
    with contextlib.closing(sqlite3.connect(database.path)) as other:
        reading = other.execute("SELECT 1 FROM sqlite_master")
        reading.fetchone()
        keeping = asyncio.create_task(_keep_two(database, "a"))
        await asyncio.sleep(0.05)
        reading.close()

    await keeping
    assert rows(database.path, PAIRS) == [(2,)]


async def _save_for_ever(records: Records) -> None:
    for number in itertools.count():
        await records.save(draft(f"{number}"), by=SEAT, now=NOW)


async def test_a_full_disk_is_a_fault_nothing_is_kept_and_the_next_call_is_once_there_is_room(
    database: Database,
) -> None:
    records = Records(database)
    pages = await _pragma(database, "page_count")
    await _pragma(database, f"max_page_count = {pages}")
    with pytest.raises(DiskFull, match=r"^The disk is full\.$"):
        await _save_for_ever(records)
    kept = await records.count()
    assert await records.find(f"{kept}") is None

    await _pragma(database, "max_page_count = 1000")

    assert not (await records.save(draft(f"{kept}"), by=SEAT, now=NOW)).repeated
    assert await records.count() == kept + 1
    assert rows(database.path, "PRAGMA integrity_check") == [("ok",)]


async def test_an_import_that_fills_the_disk_keeps_no_row(database: Database) -> None:
    records = Records(database)
    await _pragma(database, f"max_page_count = {await _pragma(database, 'page_count')}")

    with pytest.raises(DiskFull):
        await records.save_all([draft(f"{number}") for number in range(2000)], now=NOW)

    assert await records.count() == 0


async def test_a_database_that_may_not_be_written_is_a_fault_and_still_read(database: Database) -> None:
    async with database.reading() as connection:
        await connection.execute("PRAGMA query_only = ON")

    with pytest.raises(DatabaseReadOnly, match=r"^The database cannot be written\.$"):
        await _keep_two(database, "a")

    assert await Records(database).count() == 0


async def test_a_database_whose_folder_was_moved_is_a_fault_and_works_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    database = await Database.open(folder / "vaktlogg.db")
    folder.rename(tmp_path / "away")

    with pytest.raises(DatabaseReadOnly):
        await _keep_two(database, "a")

    (tmp_path / "away").rename(folder)
    await _keep_two(database, "b")
    await database.close()
    assert rows(database.path, PAIRS) == [(2,)]


def _no_folder(path: Path) -> None:
    path.parent.rmdir()


def _a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("spoil", [_no_folder, _a_folder])
async def test_a_database_that_cannot_be_there_is_named(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "folder" / "vaktlogg.db"
    path.parent.mkdir()
    spoil(path)

    with pytest.raises(NoDatabase, match=f"^The database {path} cannot be opened: .+\\.$"):
        await Database.open(path)


async def test_a_database_that_must_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoDatabase):
        await Database.open(tmp_path / "none.db", must_exist=True)

    assert os.listdir(tmp_path) == []  # noqa: PTH208 - only whether it is empty


@pytest.mark.parametrize(
    "content", [b"not a database, and long enough to be looked at as one" * 100, b"SQLite format 3"]
)
async def test_a_file_that_is_no_database_is_a_fault_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vaktlogg.db"
    path.write_bytes(content)

    with pytest.raises(DatabaseFault, match="file is not a database"):
        await Database.open(path)

    assert path.read_bytes() == content
