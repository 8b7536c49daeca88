"""A durable save beside the same statements in raw sqlite3."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from storage.database.connection import PRAGMAS, Database
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import INSERT_AND_READ, Draft, Records, row
from tests.benchmark.rounds import Line, in_turn
from tests.storage.rows import NAV, SEAT

ROUNDS = 400
CALLS_A_DAY = 3


async def a_save(one: Path, other: Path, form: Form) -> Line:
    """Save call after call into two files that are alike: through the program, and raw."""
    async with Database.open(one) as database:
        drafts, rows = _drafts(form), (row(draft, draft.source, by=SEAT, now=now) for draft, now in _drafts(form))
        records = Records(database)

        async def through_the_program() -> None:
            draft, now = next(drafts)
            await records.save(draft, by=SEAT, now=now)

        with contextlib.closing(sqlite3.connect(other, isolation_level=None)) as raw:
            for pragma in PRAGMAS:
                raw.execute(pragma)

            async def alone() -> None:
                raw.execute("BEGIN IMMEDIATE")
                raw.execute(INSERT_AND_READ, next(rows)).fetchall()
                raw.execute("COMMIT")

            took = await in_turn(ROUNDS, through_the_program, alone)
    return Line("a durable save", "its statements, raw sqlite3", *took, limit=1.3)


def _drafts(form: Form) -> Iterator[tuple[Draft, Hour]]:
    """Make finished calls without end, a few a day."""
    for number in range(10**6):
        now = Hour(date(2021, 1, 1) + timedelta(days=number // CALLS_A_DAY), 12)
        yield Draft(form, str(now), "registered", NAV, f"{number:010}s"), now
