"""The tally of a year beside what it may take, and of a year and a month in a large file and a small one."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from reports.analysis.period import Period
from reports.analysis.tally import Tally, tally
from reports.cross_tables import CrossTables
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.form import Form
from tests.benchmark.many_calls import MONTH
from tests.benchmark.rounds import Line, in_turn

YEAR = Period.named("2016")
YEAR_ROUNDS, MONTH_ROUNDS = 100, 300
PROMISE = 10.0


@contextlib.asynccontextmanager
async def counts_of(path: Path) -> AsyncIterator[Counts]:
    """Open a file to count in."""
    async with Database.open(path) as database:
        yield Counts(database)


async def tally_of(counts: Counts, form: Form, period: Period) -> Tally:
    """Count a period as the program does."""
    return tally(form, period, await counts.between(form.key, period.first, period.after))


async def a_year(large: Path, small: Path, form: Form, rows: int) -> list[Line]:
    """Count a year of a large file and of one with a tenth of the calls, and a year of the large one by itself."""
    took = await _in_both(large, small, form, YEAR, YEAR_ROUNDS)
    async with counts_of(large) as counts:
        calls = sum((await tally_of(counts, form, YEAR)).outcomes.values())
    return [
        Line(f"tally of a year of {calls:,} calls", "the promise", took[0], [PROMISE], limit=1.0),
        Line(f"a year's tally among {rows:,} rows", "the same among a tenth", *took, limit=1.3),
    ]


async def a_month(large: Path, small: Path, form: Form, rows: int) -> Line:
    """Count a month of as many calls in a large file and in a small one."""
    took = await _in_both(large, small, form, Period.named(MONTH), MONTH_ROUNDS)
    return Line(f"a month's tally among {rows:,} rows", "the same among 10,000", *took, limit=1.2)


async def _in_both(
    large: Path, small: Path, form: Form, period: Period, rounds: int
) -> tuple[list[float], list[float]]:
    async with counts_of(large) as among_many, counts_of(small) as among_few:
        return await in_turn(
            rounds, lambda: tally_of(among_many, form, period), lambda: tally_of(among_few, form, period)
        )


async def a_cross_table(path: Path, form: Form) -> Line:
    """Count a year's cross table by a worker that is at work already, and the tally of the same year."""
    worker, pair = WorkerClient(), form.cross_pairs[0]
    async with counts_of(path) as counts:
        tables = CrossTables(counts, worker)
        [table] = await tables.count(form, [pair], YEAR, YEAR.days.last)
        took = await in_turn(
            YEAR_ROUNDS,
            lambda: tables.count(form, [pair], YEAR, YEAR.days.last),
            lambda: tally_of(counts, form, YEAR),
        )
    await worker.close()
    return Line(f"cross table of {table.total:,} of them", "the year's tally", *took, limit=1.5)
