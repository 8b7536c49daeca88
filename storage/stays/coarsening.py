"""Cutting the days of a stay to their months, once it is over and its last month has been reported."""

import json
from collections.abc import Collection
from datetime import date, timedelta

import aiosqlite

from storage.database.connection import Database
from storage.hour import Hour
from storage.records.retention import LATE_DAYS
from storage.stays.full_house import HouseDays

# Where no more than the month is known of an entry, it was made at the month's end.
DUE = """
    SELECT record FROM stay JOIN record ON id = record
    WHERE length(arrived) = 10 AND left < :reported AND voided_at IS NULL
        AND substr(recorded_at || '-32', 1, 10) <= :settled
    ORDER BY left LIMIT :most
"""
FIRST = "SELECT min(arrived) FROM stay JOIN record ON id = record WHERE length(arrived) = 10 AND voided_at IS NULL"
COARSEN = (
    """
    WITH part (form, person, arrived, left, month) AS (
        SELECT form, person, arrived, left, substr(arrived, 1, 7) || '-01' FROM stay
        WHERE record IN (SELECT value FROM json_each(?1))
        UNION ALL
        SELECT form, person, arrived, left, date(month, '+1 month') FROM part WHERE date(month, '+1 month') <= left
    )
    INSERT INTO house_month
    SELECT form, substr(month, 1, 7), person,
        CAST(sum(julianday(min(left, date(month, '+1 month'))) - julianday(max(arrived, month))) AS INTEGER),
        sum(arrived >= month), sum(left < date(month, '+1 month'))
    FROM part GROUP BY 1, 2, 3
    ON CONFLICT DO UPDATE SET nights = nights + excluded.nights,
        arrivals = arrivals + excluded.arrivals, departures = departures + excluded.departures
    """,
    """
    UPDATE stay
    SET arrived = substr(arrived, 1, 7), left = substr(left, 1, 7), last_night = substr(last_night, 1, 7)
    WHERE record IN (SELECT value FROM json_each(?1))
    """,
    # Most arrivals are recorded on their day.
    """
    UPDATE record SET recorded_at = substr(recorded_at, 1, 7), recorded_by = NULL
    WHERE id IN (SELECT value FROM json_each(?1))
    """,
)
AT_ONCE = 1000
"""How many stays are cut in one transaction, so that others can save in between."""


async def coarsen(database: Database, forms_with_house: Collection[str], beds: int | None, *, now: Hour) -> None:
    """Leave nothing but months of each stay that is over and reported, and what it adds to them.

    A month is reported, and an entry settled, after as many days as something can be added late. Before any days
    go it is noted how full the house was in each reported month, all forms together, with its ``beds``. Raises a
    `DatabaseFault`.
    """
    settled = now.day - timedelta(days=LATE_DAYS)
    reported = settled.replace(day=1)
    facts = {"reported": str(reported), "settled": str(settled), "most": AT_ONCE}
    while await database.read(DUE, {**facts, "most": 1}):
        async with database.transaction() as connection:
            await _freeze(connection, forms_with_house, beds, reported)
            chosen = [record for (record,) in await connection.execute_fetchall(DUE, facts)]
            for statement in COARSEN:
                await connection.execute(statement, (json.dumps(chosen),))


async def _freeze(
    connection: aiosqlite.Connection, forms: Collection[str], beds: int | None, reported: date
) -> None:
    [(first,)] = await connection.execute_fetchall(FIRST)
    if first:
        house = HouseDays(forms, date.fromisoformat(first).replace(day=1), reported, beds)
        await house.freeze(connection)
