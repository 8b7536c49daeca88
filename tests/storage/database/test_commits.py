import asyncio
import contextlib

import pytest

from storage.database.connection import Database, DatabaseFault
from tests.storage.rows import keep_two

SEAT = "INSERT INTO seat (role, used_on) VALUES (?, '2026-11-03')"


async def test_who_waits_is_woken_by_the_next_write_and_by_the_next_transaction(database: Database) -> None:
    for change in (database.write(SEAT, ("staff",)), keep_two(database, "a")):
        waiting = asyncio.create_task(database.commits.after(database.commits.count))
        await asyncio.sleep(0)
        woken_before = waiting.done()
        await change

        async with asyncio.timeout(5):
            await waiting
        assert not woken_before


async def test_reading_wakes_nobody(database: Database) -> None:
    before = database.commits.count

    await database.read("SELECT 1")

    assert database.commits.count == before


async def test_one_commit_wakes_all(database: Database) -> None:
    waiting = [asyncio.create_task(database.commits.after(database.commits.count)) for _ in range(20)]
    await asyncio.sleep(0)

    await database.write(SEAT, ("staff",))

    async with asyncio.timeout(5):
        await asyncio.gather(*waiting)


async def test_a_transaction_that_is_cancelled_counts_for_it_may_have_been_kept(database: Database) -> None:
    before = database.commits.count
    task = asyncio.create_task(keep_two(database, "a"))
    await asyncio.sleep(0)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task

    assert database.commits.count > before


async def test_what_was_seen_before_is_no_reason_to_wait(database: Database) -> None:
    seen = database.commits.count
    with pytest.raises(DatabaseFault):
        await database.write(SEAT, ("caller",))

    async with asyncio.timeout(5):
        assert await database.commits.after(seen) > seen
