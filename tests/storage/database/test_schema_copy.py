"""Before a database with records is migrated it is copied: the way back."""

import os
import stat
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.database.kept_copies import schema_copy_of
from storage.database.migration import MIGRATIONS
from storage.database.schema_copy import NotCopied, copy_before_migrating
from storage.records.records import Records
from tests.owners import SOMEBODY, only_root, owner_of
from tests.storage.rows import NOW, draft, open_and_close, rows

NEWEST = len(list(MIGRATIONS.glob("*.sql")))


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """Keep a record in a database of the newest schema."""
    path = tmp_path / "vaktlogg.db"
    async with Database.open(path) as database:
        await Records(database).save(draft(), by=1, now=NOW)
    return path


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Make a folder with one migration more than there is."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for file in MIGRATIONS.glob("*.sql"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "9999_more.sql").write_text("CREATE TABLE more (a INTEGER) STRICT;\n", encoding="utf-8")
    return folder


def _copies(path: Path) -> set[str]:
    """Return the names of all copies, also of those that are not whole."""
    return {file.name for file in path.parent.glob("*schema-*")}


async def test_a_database_with_records_is_copied_before_it_is_migrated(path: Path, newer: Path) -> None:
    await open_and_close(path, migrations=newer)

    copy = schema_copy_of(path, NEWEST)
    assert copy.name == f"vaktlogg.db.schema-{NEWEST}"
    assert rows(copy, "SELECT count(*) FROM record") == [(1,)]
    assert rows(copy, "PRAGMA user_version") == [(NEWEST,)]
    assert rows(path, "PRAGMA user_version") == [(NEWEST + 1,)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert {file.name for file in path.parent.glob("*vaktlogg.db*")} == {
        path.name,
        copy.name,
        f"{path.name}-journal",
    }


async def test_the_copy_is_opened_by_the_program_that_made_it(path: Path, newer: Path) -> None:
    await open_and_close(path, migrations=newer)
    schema_copy_of(path, NEWEST).replace(path)

    async with Database.open(path) as database:
        assert await Records(database).count() == 1


@only_root
async def test_a_copy_that_root_makes_belongs_to_whom_the_folder_belongs_to(path: Path, newer: Path) -> None:
    os.chown(path.parent, *SOMEBODY)

    await open_and_close(path, migrations=newer)

    assert owner_of(schema_copy_of(path, NEWEST)) == SOMEBODY


async def test_neither_a_new_database_nor_one_without_records_is_copied(tmp_path: Path, newer: Path) -> None:
    path = tmp_path / "vaktlogg.db"
    await open_and_close(path)
    await open_and_close(path, migrations=newer)

    assert _copies(path) == set()


async def test_a_copy_of_before_is_replaced_by_one_of_now(path: Path, newer: Path) -> None:
    schema_copy_of(path, NEWEST).write_bytes(b"cut short")

    await open_and_close(path, migrations=newer)

    assert rows(schema_copy_of(path, NEWEST), "SELECT count(*) FROM record") == [(1,)]


def test_without_room_for_the_copy_nothing_is_migrated(path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(NotCopied, match=r"copied before that, but the disk is too full: 1 MB are needed"):
        copy_before_migrating(path, NEWEST, lambda _: 2 * len(before) - 1)

    assert path.read_bytes() == before
    assert _copies(path) == set()


async def test_a_copy_that_cannot_be_written_stops_the_migration(path: Path, newer: Path) -> None:
    schema_copy_of(path, NEWEST).mkdir()

    with pytest.raises(NotCopied, match="it is a folder"):
        await open_and_close(path, migrations=newer)

    assert rows(path, "PRAGMA user_version") == [(NEWEST,)]
    assert _copies(path) == {f"vaktlogg.db.schema-{NEWEST}"}


def test_what_another_program_has_migrated_meanwhile_is_no_copy(path: Path) -> None:
    copy_before_migrating(path, NEWEST - 1)

    assert _copies(path) == set()


async def test_a_damaged_database_is_neither_copied_nor_migrated(path: Path, newer: Path) -> None:
    [(page,)] = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'audit_time'")
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))

    with pytest.raises(NotCopied, match="the copy failed"):
        await open_and_close(path, migrations=newer)

    assert _copies(path) == set()
    assert rows(path, "PRAGMA user_version") == [(NEWEST,)]
