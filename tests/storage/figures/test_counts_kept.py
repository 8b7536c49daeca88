"""The counts, kept as one goes: whatever happens to the records, they say what the records say."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database.connection import Database
from storage.database.migration import MIGRATIONS
from storage.figures.counts import Counts
from storage.figures.recount import Recount
from storage.records.corrections import Corrections
from storage.records.records import Records
from tests.example_forms import CALL
from tests.storage.database.words import QUICK
from tests.storage.figures.histories import STEP, STEPS, Life, Step
from tests.storage.records.test_corrections_declined import correction
from tests.storage.rows import NOW, SEAT, draft, rows

DATES = st.dates(date(2016, 6, 1), date(2016, 9, 30))


@asynccontextmanager
async def _life() -> AsyncIterator[Life]:
    with TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "vaktlogg.db", pragmas=QUICK) as database:
            life = Life(database)
            await life.begin()
            yield life


@given(steps=STEPS)
@settings(max_examples=50, deadline=None)
async def test_after_each_step_of_any_history_the_counts_are_those_of_the_records(steps: list[Step]) -> None:
    async with _life() as life:
        for step in steps:
            await life.go_through(step)

            assert life.counts() == life.records(), step
        assert await Recount(life.database).differences() == []


@given(steps=STEPS, first=DATES, after=DATES)
@settings(max_examples=30, deadline=None)
async def test_any_stretch_of_days_holds_the_calls_between_its_ends(
    steps: list[Step], first: date, after: date
) -> None:
    async with _life() as life:
        for step in steps:
            await life.go_through(step)

        told = await Counts(life.database).between("call", first, after)

        held = _held(life, first, after)
    assert sorted((row.month, row.outcome, json.dumps(row.answers), row.calls) for row in told) == held


def _held(life: Life, first: date, after: date) -> list[tuple[str, str, str, int]]:
    """Count the calls of a stretch one by one; a declined one is of its month's first day."""
    counted = Counter[tuple[str, str, str]]()
    for (grain, form, period, outcome, answers), calls in life.records().items():
        is_dated = grain == ("month" if outcome == "declined" else "day")
        if form == "call" and is_dated and first <= date.fromisoformat(f"{period}-01"[:10]) < after:
            counted[period[:7], outcome, json.dumps(json.loads(answers))] += calls
    return sorted((*place, calls) for place, calls in counted.items())


@given(steps=STEPS)
@settings(max_examples=15, deadline=None)
async def test_a_month_reaches_from_its_first_call_to_its_last_but_for_declined_ones(steps: list[Step]) -> None:
    async with _life() as life:
        for step in steps:
            await life.go_through(step)

        days = await Counts(life.database).edge_days("call")

        dated = sorted({period for grain, form, period, *_ in life.records() if (grain, form) == ("day", "call")})
    months = [list(of_month) for _, of_month in groupby(dated, key=lambda day: day[:7])]
    assert [day.isoformat() for day in days] == [
        day for month in months for day in dict.fromkeys((month[0], month[-1]))
    ]


async def test_a_call_that_is_declined_after_all_is_counted_as_one_that_was_declined_at_once(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await corrections.answer(correction({}), CALL)

    assert rows(database.path, "SELECT * FROM answer_count") == [("month", "call", "2016-07", "declined", "{}", 1)]


async def test_a_call_taken_back_leaves_no_row_that_counts_nothing(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await corrections.void("nonce", by=SEAT, now=NOW)

    assert rows(database.path, "SELECT * FROM answer_count") == []


async def test_nothing_numbers_the_counts_in_the_order_in_which_they_came(
    database: Database, records: Records
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)

    with pytest.raises(sqlite3.OperationalError, match="rowid"):
        rows(database.path, "SELECT rowid FROM answer_count")


def _migrations_until(folder: Path, number: str) -> Path:
    """Return a folder of the migrations before this one."""
    before = Path(shutil.copytree(MIGRATIONS, folder / "before"))
    for file in before.glob("*.sql"):
        if file.name >= number:
            file.unlink()
    return before


def _copy_records(source: Path, target: Path) -> None:
    """Copy the records of one file into another."""
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS source", (str(source),))
        columns = ", ".join(name for (name,) in connection.execute("SELECT name FROM pragma_table_info('record')"))
        connection.execute(f"INSERT INTO record ({columns}) SELECT {columns} FROM source.record")  # noqa: S608 - ours
        connection.commit()


@given(steps=st.lists(STEP, max_size=25))
@settings(max_examples=15, deadline=None)
async def test_a_file_of_before_is_counted_when_it_is_brought_up_to_date(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        lived, path = Path(folder) / "lived.db", Path(folder) / "vaktlogg.db"
        async with Database.open(lived, pragmas=QUICK) as database:
            for step in steps:
                await Life(database).go_through(step)
        async with Database.open(path, migrations=_migrations_until(Path(folder), "0009"), pragmas=QUICK):
            pass
        _copy_records(lived, path)

        async with Database.open(path, pragmas=QUICK) as database:
            assert Life(database).counts() == Life(database).records()
