"""The counts, kept as one goes: whatever happens to the records, they say what the records say."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
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
async def test_the_days_are_those_of_any_call_but_a_declined_one(steps: list[Step]) -> None:
    async with _life() as life:
        for step in steps:
            await life.go_through(step)

        days = await Counts(life.database).days("call")

        dated = {period for grain, form, period, *_ in life.records() if (grain, form) == ("day", "call")}
    assert [day.isoformat() for day in days] == sorted(dated)


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


@given(steps=st.lists(STEP.filter(lambda step: step.what != "raw"), max_size=25))
@settings(max_examples=15, deadline=None)
async def test_a_file_of_before_is_counted_when_it_is_brought_up_to_date(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        before = Path(shutil.copytree(MIGRATIONS, Path(folder) / "before"))
        (before / "0009_counts.sql").unlink()
        path = before.with_name("vaktlogg.db")
        async with Database.open(path, migrations=before, pragmas=QUICK) as database:
            for step in steps:
                await Life(database).go_through(step)

        async with Database.open(path, pragmas=QUICK) as database:
            assert Life(database).counts() == Life(database).records()
