import asyncio
import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.database.connection import SQLITE_VERSION, Database, DatabaseDamaged, DatabaseFault, NoDatabase
from tests.modes import modes_in, umask
from tests.owners import SOMEBODY, only_root, owner_of
from tests.storage.rows import open_and_close, pragma


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
    ],
)
async def test_a_commit_is_on_disk_and_what_is_deleted_is_overwritten(
    database: Database, name: str, value: object
) -> None:
    assert await pragma(database, name) == value


async def test_a_new_database_may_be_read_by_its_owner_alone(database: Database) -> None:
    assert stat.S_IMODE(database.path.stat().st_mode) == 0o600


@only_root
async def test_one_that_root_makes_belongs_with_its_journal_to_whom_the_folder_belongs_to(tmp_path: Path) -> None:
    os.chown(tmp_path, *SOMEBODY)

    async with Database.open(tmp_path / "vaktlogg.db") as database, database.transaction():
        owners = [owner_of(tmp_path / f"vaktlogg.db{end}") for end in ("", "-journal")]

    assert owners == [SOMEBODY] * 2


async def test_the_journal_too_is_its_owners_alone(tmp_path: Path) -> None:
    with umask(0o000):
        async with Database.open(tmp_path / "vaktlogg.db") as database, database.transaction() as connection:
            await connection.execute("CREATE TABLE thing (id INTEGER) STRICT")
            modes = modes_in(tmp_path, "vaktlogg*")

    assert modes == {"vaktlogg.db": 0o600, "vaktlogg.db-journal": 0o600}


async def test_the_mode_of_a_database_that_was_there_is_its_owners_business(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.touch()
    path.chmod(0o640)

    await open_and_close(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


async def test_every_table_is_strict(database: Database) -> None:
    async with database.reading() as connection:
        tables = await connection.execute_fetchall(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        )

    assert {name for name, strict in tables if not strict} == {"sqlite_schema", "sqlite_sequence"}


@pytest.mark.parametrize(
    ("statement", "reason"), [("SELECT 1 FROM absent", "no such table: absent"), ("SELEKT 1", "syntax error")]
)
async def test_a_fault_in_reading_says_that_nothing_was_to_be_kept(
    database: Database, statement: str, reason: str
) -> None:
    with pytest.raises(DatabaseFault, match=f"^The database {database.path} failed: .*{reason}") as fault:
        await database.read(statement)

    assert not fault.value.writing


async def test_a_fault_in_a_transaction_says_that_nothing_of_it_was_kept(database: Database) -> None:
    with pytest.raises(DatabaseFault, match="no such table: absent") as fault:
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO absent VALUES (1)")

    assert fault.value.writing


async def test_a_read_waits_for_the_transaction_under_way_and_sees_nothing_of_what_is_undone(
    database: Database,
) -> None:
    tasks: list[asyncio.Task[list[object]]] = []
    with contextlib.suppress(ZeroDivisionError):
        async with database.transaction() as connection:
            await connection.execute("INSERT INTO seat (role, used_on) VALUES ('staff', '2026-11-03')")
            tasks.append(asyncio.create_task(database.read("SELECT role FROM seat")))
            await connection.execute("INSERT INTO seat (role, used_on) VALUES ('leader', '2026-11-03')")
            raise ZeroDivisionError

    assert [await task for task in tasks] == [[]]


async def test_a_reader_that_is_cancelled_lets_the_next_one_in(database: Database) -> None:
    async with database.reading():
        tasks = [asyncio.create_task(database.read("SELECT 1")) for _ in range(3)]
        await asyncio.sleep(0)
        tasks[0].cancel()

    answers = await asyncio.gather(*tasks, return_exceptions=True)

    assert isinstance(answers[0], asyncio.CancelledError)
    assert answers[1:] == [[(1,)], [(1,)]]


async def test_the_version_of_sqlite_is_known(database: Database) -> None:
    assert await database.read("SELECT sqlite_version()") == [(SQLITE_VERSION,)]


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
        await open_and_close(path)


async def test_a_database_is_closed_when_what_it_was_opened_for_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        async with Database.open(tmp_path / "vaktlogg.db") as database:
            raise KeyError

    with pytest.raises(ValueError, match="Connection closed"):
        await pragma(database, "user_version")


async def test_a_database_that_must_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoDatabase):
        await open_and_close(tmp_path / "none.db", must_exist=True)

    assert os.listdir(tmp_path) == []  # noqa: PTH208 - only whether it is empty


@pytest.mark.parametrize(
    "content", [b"not a database, and long enough to be looked at as one" * 100, b"SQLite format 3"]
)
async def test_a_file_that_is_no_database_is_a_fault_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vaktlogg.db"
    path.write_bytes(content)

    with pytest.raises(DatabaseDamaged) as damage:
        await open_and_close(path)

    assert str(damage.value.found) == "file is not a database"
    assert path.read_bytes() == content
