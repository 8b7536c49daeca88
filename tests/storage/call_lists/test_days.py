from datetime import date
from pathlib import Path

from storage.call_lists.days import ExchangeDays, KeptDays
from storage.database.connection import Database
from storage.figures.coverage import coverage_between
from storage.hour import Hour
from storage.records.records import Records
from tests.storage.exchange import CALLS, NOW, read
from tests.storage.rows import draft

THIRD = date(2026, 11, 3)


async def test_a_day_keeps_the_greater_number_and_the_same_list_adds_nothing(database: Database) -> None:
    days = ExchangeDays(database)

    kept = [
        await days.keep({THIRD: 5, date(2026, 11, 4): 2}),
        await days.keep({THIRD: 5, date(2026, 11, 4): 2}),
        await days.keep({THIRD: 3, date(2026, 11, 4): 6, date(2026, 11, 5): 0}),
        await days.keep({}),
    ]

    assert kept == [KeptDays(2, 0, 0), KeptDays(0, 2, 0), KeptDays(1, 2, 1, fewer=1), KeptDays(0, 0, 0)]
    async with database.reading() as connection:
        rows = await connection.execute_fetchall("SELECT day, calls FROM exchange_day ORDER BY day")
    assert [tuple(row) for row in rows] == [("2026-11-03", 5), ("2026-11-04", 6), ("2026-11-05", 0)]


async def test_a_list_that_replaces_takes_back_a_number_that_was_too_great(database: Database) -> None:
    days = ExchangeDays(database)
    await days.keep({THIRD: 5, date(2026, 11, 4): 2})

    kept = await days.keep({THIRD: 3}, replace=True)

    assert kept == KeptDays(0, 1, 0, fewer=1)
    async with database.reading() as connection:
        rows = await connection.execute_fetchall("SELECT calls FROM exchange_day ORDER BY day")
    assert [row[0] for row in rows] == [3, 2]


async def test_an_imported_list_shows_how_many_calls_are_registered(
    tmp_path: Path, database: Database, records: Records
) -> None:
    await records.save_all([draft("x:1", at="2026-11-03T14"), draft("x:2", at="2026-11-05T09")], now=Hour.of(NOW))

    await ExchangeDays(database).keep(read(tmp_path, CALLS).days)

    coverage = await coverage_between(database, "call", date(2026, 11, 1), date(2026, 12, 1))
    assert (coverage.logged, coverage.counted, coverage.days, coverage.known) == (2, 3, 3, True)
