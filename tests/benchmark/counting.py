"""The tally of a year beside the one statement it needs, and of a month in a large file and a small one."""

import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator
from pathlib import Path

from reports.analysis.period import Period
from reports.analysis.tally import Tally, tally
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.form import Form
from tests.benchmark.many_calls import MONTH
from tests.benchmark.rounds import Line, in_turn

YEAR = Period.named("2016")
ONE_STATEMENT = """
    SELECT month, outcome, answers, count(*) FROM record
    WHERE form = 'call' AND month BETWEEN '2016-01' AND '2016-12' AND occurred_at < '2017-01-01'
      AND voided_at IS NULL
    GROUP BY month, answers, outcome
"""
YEAR_ROUNDS, MONTH_ROUNDS = 25, 300


@contextlib.asynccontextmanager
async def counts_of(path: Path) -> AsyncIterator[Counts]:
    """Open a file to count in."""
    async with Database.open(path) as database:
        yield Counts(database)


async def tally_of(counts: Counts, form: Form, period: Period) -> Tally:
    """Count a period as the program does."""
    return tally(form, period, await counts.between(form.key, period.first, period.after))


async def a_year(path: Path, form: Form) -> Line:
    """Count a year through the program, and by its statement alone."""
    async with counts_of(path) as counts:
        with contextlib.closing(sqlite3.connect(path)) as raw:
            _index_only(raw)

            async def statement() -> None:
                raw.execute(ONE_STATEMENT).fetchall()

            took = await in_turn(YEAR_ROUNDS, lambda: tally_of(counts, form, YEAR), statement)
        calls = sum((await tally_of(counts, form, YEAR)).outcomes.values())
    return Line(f"tally of a year of {calls:,} calls", "its one statement, raw sqlite3", *took, limit=1.5)


async def a_month(large: Path, small: Path, form: Form, rows: int) -> Line:
    """Count a month of as many calls in a large file and in a small one."""
    month = Period.named(MONTH)
    async with counts_of(large) as among_many, counts_of(small) as among_few:
        took = await in_turn(
            MONTH_ROUNDS,
            lambda: tally_of(among_many, form, month),
            lambda: tally_of(among_few, form, month),
        )
    return Line(f"a month's tally among {rows:,} rows", "the same among 10,000", *took, limit=1.2)


def milliseconds_of_one_statement(path: Path) -> list[float]:
    """Return the milliseconds that counting the year takes, by its statement alone."""
    with contextlib.closing(sqlite3.connect(path)) as raw:
        times = []
        for _ in range(YEAR_ROUNDS):
            started = time.perf_counter()
            raw.execute(ONE_STATEMENT).fetchall()
            times.append((time.perf_counter() - started) * 1000)
    return times


def _index_only(raw: sqlite3.Connection) -> None:
    """Make sure that the statement compared with is as good as it can be."""
    plan = str(raw.execute(f"EXPLAIN QUERY PLAN {ONE_STATEMENT}").fetchall())
    if "INDEX record_tally" not in plan or "TEMP B-TREE" in plan:
        raise AssertionError(plan)
