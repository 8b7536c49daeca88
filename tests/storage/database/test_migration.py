from pathlib import Path

import pytest

from storage.database.connection import DatabaseFault
from storage.database.migration import MIGRATIONS, NewerDatabase
from tests.storage.rows import open_and_close, rows

SCHEMA = "SELECT name, sql FROM sqlite_master ORDER BY name"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of migrations of the test's own."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_one.sql").write_text("CREATE TABLE one (a INTEGER) STRICT;\n", encoding="utf-8")
    return folder


async def test_a_database_is_brought_up_to_date_once(tmp_path: Path) -> None:
    path = tmp_path / "vaktlogg.db"
    await open_and_close(path)
    schema = rows(path, SCHEMA)

    await open_and_close(path)

    assert rows(path, SCHEMA) == schema
    assert rows(path, "PRAGMA user_version") == [(len(list(MIGRATIONS.glob("*.sql"))),)]


def test_the_files_are_numbered_without_a_gap() -> None:
    numbers = [int(file.name[:4]) for file in sorted(MIGRATIONS.glob("*.sql"))]

    assert numbers == list(range(1, len(numbers) + 1))


async def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "vaktlogg.db"
    await open_and_close(path)
    rows(path, "PRAGMA user_version = 99")

    with pytest.raises(NewerDatabase, match="newer Vaktlogg"):
        await open_and_close(path)

    assert rows(path, "PRAGMA user_version") == [(99,)]


async def test_a_file_added_later_runs_on_what_is_there(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "vaktlogg.db"
    await open_and_close(path, migrations=folder)
    (folder / "0002_two.sql").write_text(
        "-- A semicolon here; is no end.\nALTER TABLE one ADD COLUMN b TEXT;\n"
        "CREATE TRIGGER t AFTER INSERT ON one BEGIN\n    DELETE FROM one WHERE b = ';';\n    SELECT 1;\nEND;\n",
        encoding="utf-8",
    )

    await open_and_close(path, migrations=folder)

    assert [name for name, _ in rows(path, SCHEMA)] == ["one", "t"]
    assert rows(path, "PRAGMA user_version") == [(2,)]


async def test_a_file_that_fails_halfway_leaves_nothing_and_runs_whole_when_it_is_mended(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "vaktlogg.db"
    broken = folder / "0002_two.sql"
    broken.write_text("CREATE TABLE two (a INTEGER);\nCREATE TABEL three (a INTEGER);\n", encoding="utf-8")
    with pytest.raises(DatabaseFault, match="TABEL"):
        await open_and_close(path, migrations=folder)
    assert [name for name, _ in rows(path, SCHEMA)] == ["one"]
    assert rows(path, "PRAGMA user_version") == [(1,)]

    broken.write_text("CREATE TABLE two (a INTEGER);\n", encoding="utf-8")
    await open_and_close(path, migrations=folder)

    assert [name for name, _ in rows(path, SCHEMA)] == ["one", "two"]


async def test_a_last_statement_without_its_semicolon_runs_too(folder: Path, tmp_path: Path) -> None:
    (folder / "0001_one.sql").write_text(
        "CREATE TABLE one (a INTEGER);\nCREATE TABLE two (a INTEGER)", encoding="utf-8"
    )

    await open_and_close(tmp_path / "vaktlogg.db", migrations=folder)

    assert [name for name, _ in rows(tmp_path / "vaktlogg.db", SCHEMA)] == ["one", "two"]
