"""Making a file of many calls fast: the invented answers of some decades, over and over."""

import contextlib
import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random

from bot.demo.calls import invented_calls
from storage.database.connection import Database
from storage.figures.recount import Recount
from storage.forms.form import Form
from storage.records.records import canonical

YEARS = range(2011, 2021)
MONTH, CALLS_IN_MONTH = "2013-03", 1000
"""The month that is counted has as many calls in every file; all others share the rest."""

FAST = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -500000",
    "PRAGMA threads = 2",
)
MADE_AFTERWARDS = (
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
)
INSERT = """
    WITH RECURSIVE call (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM call WHERE n + 1 < :calls)
    INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)
    SELECT :form, :fingerprint, substr(:month || printf('-%02d', 1 + n % 28), 1, length),
           substr(:month || printf('-%02d', 1 + n % 28), 1, length), printf('%010d', :before + n), outcome, answers
    FROM call JOIN invented ON place = (:before + n) % :invented
"""


def spread(calls: int) -> dict[str, int]:
    """Share so many calls between the months of ten years."""
    months = [f"{year}-{month:02}" for year in YEARS for month in range(1, 13)]
    others = (calls - CALLS_IN_MONTH) // (len(months) - 1)
    return {month: CALLS_IN_MONTH if month == MONTH else others for month in months}


async def make_file(path: Path, form: Form, calls: Mapping[str, int]) -> None:
    """Make a database with so many calls in each month; they are counted when all are there, which is faster."""
    async with Database.open(path):
        pass
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for pragma in FAST:
            connection.execute(pragma)
        made = list(connection.execute(MADE_AFTERWARDS))
        for kind, name, _ in made:
            connection.execute(f"DROP {kind} {name}")
        _fill(connection, form, calls)
        for _, _, statement in made:
            connection.execute(statement)
        connection.commit()
    async with Database.open(path, pragmas=FAST) as database:
        await Recount(database).replace()


def _fill(connection: sqlite3.Connection, form: Form, calls: Mapping[str, int]) -> None:
    connection.execute("CREATE TEMP TABLE invented (place INTEGER PRIMARY KEY, outcome, answers, length)")
    invented = _invented(form)
    connection.executemany("INSERT INTO invented VALUES (?, ?, ?, ?)", invented)
    before = 0
    for month, many in calls.items():
        facts = {"form": form.key, "fingerprint": form.fingerprint, "month": month, "calls": many}
        connection.execute(INSERT, {**facts, "before": before, "invented": len(invented)})
        before += many


def _invented(form: Form) -> list[tuple[int, str, str, int]]:
    """Return each call's place from 0, outcome, answers, and how many letters of its day are kept."""
    return [
        (place, call.outcome, canonical(form, call.answers), 7 if call.outcome == "declined" else 10)
        for place, call in enumerate(invented_calls(form, date(2000, 1, 1), date(2030, 1, 1), Random(1)))
    ]
