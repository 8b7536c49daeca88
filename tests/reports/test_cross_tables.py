"""Cross tables of kept records, counted and drawn by the real worker."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from reports.analysis.period import Period
from reports.cross_tables import CrossTables
from reports.pictures.cross_table import cross_chart
from reports.pictures.draw_png import png
from reports.words.cross_table import CrossWording
from reports.words.language import Language
from reports.worker.client import NotRendered, WorkerClient
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.example_forms import CALL
from tests.reports.summaries import TODAY

PAIRS = [(CALL.by_key["reason"], CALL.by_key["crisis"]), (CALL.by_key["crisis"], CALL.by_key["reason"])]
DEAD = (sys.executable, "-c", "")


@pytest_asyncio.fixture
async def counts(tmp_path: Path) -> AsyncIterator[Counts]:
    """Register a crisis call on each of thirty days from 3 November 2026, and one that nobody answered for."""
    answers = {"caller": "woman", "behalf": "self", "reason": "violence", "crisis": "yes", "minority": "no"}
    drafts = [Draft(CALL, f"2026-10-{day:02}", "registered", answers, f"{day}") for day in range(3, 32)]
    drafts.append(Draft(CALL, "2026-11-22", "registered", answers, "today"))
    drafts.append(Draft(CALL, "2026-11-22", "unspecified", {}, "unspecified"))
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        yield Counts(database)


@pytest_asyncio.fixture
async def worker() -> AsyncIterator[WorkerClient]:
    """Open a worker and close it again."""
    worker = WorkerClient()
    yield worker
    await worker.close()


async def test_every_pair_is_counted_in_the_period_up_to_today(counts: Counts, worker: WorkerClient) -> None:
    tables = await CrossTables(counts, worker).count(CALL, PAIRS, Period.named("2026"), TODAY)

    assert [(table.rows.question.key, table.columns.question.key) for table in tables] == [
        ("reason", "crisis"),
        ("crisis", "reason"),
    ]
    assert [table.total for table in tables] == [30, 30]
    assert tables[0].counts["violence", "yes"] == tables[1].counts["yes", "violence"] == 30
    assert tables[0].days.last == TODAY


async def test_a_month_holds_its_own_records_alone(counts: Counts, worker: WorkerClient) -> None:
    [table] = await CrossTables(counts, worker).count(CALL, PAIRS[:1], Period.named("2026-11"), TODAY)

    assert (table.total, table.asked) == (1, 1)


async def test_a_table_is_drawn_with_the_centre_s_name(counts: Counts, worker: WorkerClient) -> None:
    tables = CrossTables(counts, worker, "Krisesenteret")
    [table] = await tables.count(CALL, PAIRS[:1], Period.named("2026"), TODAY)
    words = CrossWording(table, Language("nb"))

    assert await tables.draw(words) == png(cross_chart(words, "Krisesenteret"))


async def test_where_no_pair_is_asked_for_no_worker_is_started(counts: Counts, worker: WorkerClient) -> None:
    assert await CrossTables(counts, worker).count(CALL, [], Period.named("2026"), TODAY) == []
    assert worker._worker is None


async def test_a_table_that_cannot_be_counted_is_a_named_fault(counts: Counts) -> None:
    with pytest.raises(NotRendered, match="has died"):
        await CrossTables(counts, WorkerClient(DEAD)).count(CALL, PAIRS, Period.named("2026"), TODAY)
