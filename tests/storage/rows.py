"""Records to put into a database, and looking into its file from outside, as people with SQL tools do."""

import asyncio
import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from storage.database.connection import Database
from storage.database.migration import MIGRATIONS
from storage.forms.form import Form
from storage.forms.question import Answers, Outcome
from storage.hour import Hour
from storage.records.records import Draft, Records
from storage.records.retention import Retention
from tests.example_forms import CALL

NOW = Hour.parse("2016-07-14T23")
NAV = {"caller": "agency", "agency": "nav", "reason": "violence", "crisis": "yes", "minority": "no"}
SEAT = 42
RETENTION = Retention(own_hours=24, coarsen_days=7)
"""As the config has it where nothing is said."""


def draft(
    source: str = "nonce",
    answers: Answers = NAV,
    *,
    at: str = "2016-07-14T22",
    outcome: Outcome = "registered",
    form: Form = CALL,
) -> Draft:
    """Return a finished call."""
    return Draft(form, at, outcome, answers, source)


async def source_of(records: Records, nonce: str) -> str:
    """Return what the record of a nonce is kept under."""
    record = await records.find(nonce)
    assert record is not None
    return record.source


async def give_key(database: Database) -> None:
    """Give a new database the same key as every other."""
    await database.write("INSERT INTO source_key VALUES (1, zeroblob(32))")


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask the file itself."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(query))


async def keep_two(database: Database, name: str) -> None:
    """Keep two records in one transaction, with a pause between them."""
    async with database.transaction() as connection:
        for half in "ab":
            await connection.execute(
                "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)"
                " VALUES ('call', '', '2016-07-14', '2016-07-14', ?, 'registered', '{}')",
                (name + half,),
            )
            await asyncio.sleep(0)


async def commit_of(database: Database) -> asyncio.Event:
    """Return what is set when the next transaction begins to commit."""
    committing, loop = asyncio.Event(), asyncio.get_running_loop()

    def watch(statement: str) -> None:
        if statement == "COMMIT":
            loop.call_soon_threadsafe(committing.set)

    async with database.reading() as connection:
        await connection.set_trace_callback(watch)
    return committing


async def open_and_close(path: Path, *, must_exist: bool = False, migrations: Path = MIGRATIONS) -> None:
    """Open a database, which brings it up to date, and close it."""
    async with Database.open(path, must_exist=must_exist, migrations=migrations):
        pass


async def pragma(database: Database, name: str) -> object:
    """Ask or set a pragma on the database's own connection."""
    async with database.reading() as connection:
        [row] = await connection.execute_fetchall(f"PRAGMA {name}")
    return row[0]
