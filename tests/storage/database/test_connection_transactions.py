import asyncio
import contextlib
from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseFault
from tests.storage.rows import commit_of, keep_two, rows

RECORDS = "SELECT count(*) FROM record"


async def _add_seats(database: Database, *roles: str, fail: bool = False) -> None:
    async with database.transaction() as connection:
        await connection.executemany(
            "INSERT INTO seat (role, used_on) VALUES (?, '2026-11-03')", [(role,) for role in roles]
        )
        if fail:
            raise ZeroDivisionError


async def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await _add_seats(database, "staff", fail=True)

    assert rows(database.path, "SELECT * FROM seat") == []


async def test_what_sqlite_refuses_is_a_fault_with_a_name_and_the_next_transaction_works(
    database: Database,
) -> None:
    with pytest.raises(DatabaseFault, match="CHECK constraint failed"):
        await _add_seats(database, "staff", "caller")

    await _add_seats(database, "leader")
    assert rows(database.path, "SELECT role FROM seat") == [("leader",)]


async def test_transactions_wait_for_one_another(database: Database) -> None:
    await asyncio.gather(*(keep_two(database, f"{number}-") for number in range(20)))

    sources = [source for (source,) in rows(database.path, "SELECT source FROM record ORDER BY id")]
    assert [str(source)[:-1] for source in sources[::2]] == [str(source)[:-1] for source in sources[1::2]]
    assert len(sources) == 40


@pytest.mark.parametrize("cancels", [1, 2, 3])
async def test_a_transaction_cancelled_anywhere_is_kept_whole_or_not_at_all_and_the_next_one_works(
    database: Database, cancels: int
) -> None:
    kept = 0
    for number in range(120):
        task = asyncio.create_task(keep_two(database, f"{number}-"))
        await asyncio.sleep(number % 40 * 0.0001)
        for _ in range(cancels):
            task.cancel()
            await asyncio.sleep(0)
        with contextlib.suppress(asyncio.CancelledError):
            await task
        before, [(kept,)] = kept, rows(database.path, RECORDS)
        assert kept - before in ({0, 2} if task.cancelled() else {2})
        await keep_two(database, f"next {number}-")
        kept += 2

    assert rows(database.path, RECORDS) == [(kept,)]


async def test_a_commit_that_has_begun_is_awaited(database: Database) -> None:
    committing = await commit_of(database)
    task = asyncio.create_task(keep_two(database, "x"))
    await committing.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert rows(database.path, RECORDS) == [(2,)]
    assert not database._connection.in_transaction


async def test_closing_waits_for_the_transaction_under_way(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        keeping = asyncio.create_task(keep_two(database, "x"))
        await asyncio.sleep(0)

    await keeping
    assert rows(database.path, RECORDS) == [(2,)]
