"""What is restored is looked over: damaged, foreign and newer files change nothing, older ones are updated."""

import asyncio
import shutil
from pathlib import Path

import pytest

from storage.backup.encrypted_file import encrypt
from storage.database.migration import MIGRATIONS
from tests.bot.cli.restoring import (
    ADD,
    BEFORE,
    COPY,
    KEY,
    RECORDS,
    Restoring,
    centre,
    copied,
    encrypted,
    names_in,
    restoring,
)
from tests.storage.rows import open_and_close, rows

__all__ = ["centre", "copied", "restoring"]

ACTING = """
    CREATE TRIGGER swallow AFTER INSERT ON record BEGIN DELETE FROM record WHERE id = new.id; END;
    CREATE TRIGGER "raise ""me"" up" AFTER UPDATE ON seat BEGIN UPDATE seat SET role = 'administrator'; END;
    DROP TRIGGER record_added;
    DROP TRIGGER message_declined;
    CREATE TRIGGER message_declined AFTER UPDATE OF outcome ON record BEGIN SELECT 1; END;
    CREATE VIEW endless AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n FROM n) SELECT * FROM n;
"""
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


def _cut(content: bytes) -> bytes:
    return content[:-100]


def _altered(content: bytes) -> bytes:
    return content[:9000] + bytes([content[9000] ^ 1]) + content[9001:]


def _other_file(content: bytes) -> bytes:
    return content[5000:]


@pytest.mark.parametrize("damage", [_cut, _altered, _other_file])
def test_a_damaged_file_changes_nothing(centre: Path, restoring: Restoring, damage: object) -> None:
    assert callable(damage)
    (centre / COPY).write_bytes(damage((centre / COPY).read_bytes()))

    ended = restoring(centre)

    assert (ended.fault.startswith(COPY), ended.fault.count("\n")) == (True, 0)
    assert rows(centre / "vaktlogg.db", RECORDS) == [(900,)]
    assert names_in(centre) == BEFORE


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("PRAGMA user_version = 999", "er laget av en nyere Vaktlogg"),
        ("DROP TABLE seat", "Kopien inneholder ingen Vaktlogg-database."),
        ("UPDATE answer_count SET calls = calls + 1", "delene stemmer ikke med hverandre"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM import_file", "delene stemmer ikke med hverandre"),
        ("PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = 9 WHERE name = 'audit'", "er skadet"),
    ],
)
def test_what_is_encrypted_is_looked_over(centre: Path, restoring: Restoring, script: str, said: str) -> None:
    made = encrypted(centre, script, beginning=centre / "vaktlogg.db")

    ended = restoring(centre, made.name)

    assert ended.fault.count("\n") == 0
    assert said in ended.fault
    assert names_in(centre) == BEFORE | {made.name}


@pytest.mark.parametrize("script", ["", "CREATE TABLE letters (a TEXT)", "PRAGMA user_version = 3"])
def test_what_is_no_database_of_ours_is_refused(centre: Path, restoring: Restoring, script: str) -> None:
    made = encrypted(centre, script)

    ended = restoring(centre, made.name)

    assert ended.fault == "Kopien inneholder ingen Vaktlogg-database. Ingenting er endret."


def test_nothing_acts_in_a_restored_database_but_what_acts_in_every_one(
    centre: Path, restoring: Restoring
) -> None:
    made = encrypted(centre, ACTING, beginning=centre / "vaktlogg.db")
    before = rows(centre / "vaktlogg.db", TRIGGERS)

    assert "Gjenopprettet" in restoring(centre, made.name).out
    assert rows(centre / "vaktlogg.db", TRIGGERS) == before
    assert rows(centre / "vaktlogg.db", "SELECT count(*) FROM sqlite_master WHERE name = 'endless'") == [(0,)]


def test_a_text_is_no_database_of_ours(centre: Path, restoring: Restoring) -> None:
    encrypt(centre / "2016.csv", centre / "made.age", [KEY.public])

    ended = restoring(centre, "made.age")

    assert ended.fault == "Kopien inneholder ingen Vaktlogg-database. Ingenting er endret."


async def test_a_copy_that_an_older_program_made_is_brought_up_to_date(
    centre: Path, restoring: Restoring, tmp_path: Path
) -> None:
    folder, older = tmp_path / "migrations", tmp_path / "older.db"
    folder.mkdir()
    for file in sorted(MIGRATIONS.glob("*.sql"))[:17]:
        shutil.copy(file, folder)
    await open_and_close(older, migrations=folder)
    made = encrypted(centre, ADD.format(source="old"), beginning=older)

    ended = await asyncio.to_thread(restoring, centre, made.name)

    assert ended.fault == ""
    assert "Kopien er fra: ikke kjent\nDen har 1 registrering, fra 30. november 2026" in ended.out
    assert rows(centre / "vaktlogg.db", "SELECT source FROM record") == [("old",)]
    assert rows(centre / "vaktlogg.db", "SELECT number FROM restored") == [(1,)]
