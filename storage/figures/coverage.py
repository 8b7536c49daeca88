"""How many of the calls that the telephone counted are registered, by handovers and the exchange's lists."""

import json
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from storage.database.connection import Database

SHIFTS = """
    SELECT coalesce(sum(min(logged, counted)), 0), coalesce(sum(counted), 0), count(counted),
        coalesce(sum(NOT listed), 0), coalesce(sum(outgoing), 0), count(outgoing), count(*)
    FROM (
        SELECT outgoing, listed, iif(listed, NULL, counted) AS counted, iif(listed, NULL, coalesce(logged, 0) + (
            SELECT count(*) FROM record WHERE record.shift = began AND voided_at IS NULL AND form = ?1
        ) + declined) AS logged
        FROM (
            SELECT *, EXISTS (
                SELECT 1 FROM exchange_day WHERE day IN (substr(began, 1, 10), substr(ended, 1, 10))
            ) AS listed
            FROM shift
        )
        WHERE step <> 'open' AND began >= ?2 AND began < ?3
    )
"""

DAYS = """
    SELECT coalesce(sum(min(logged, calls)), 0), coalesce(sum(calls), 0), count(*)
    FROM (
        SELECT calls, coalesce((
            SELECT sum(counted.calls) FROM answer_count AS counted
            WHERE grain = 'day' AND form = ?1 AND period = day
        ), 0) AS logged
        FROM exchange_day WHERE day >= ?2 AND day < ?3
    )
"""

# Of a declined call only the month is kept. Those of shifts that were counted are both counted and logged, and the
# late ones only logged, except in a month of which the exchange lists a day; where it lists every day, the month's
# records are logged instead.
DECLINED = """
    SELECT coalesce(sum(calls), 0), coalesce(sum(late), 0) FROM declined_in_shifts
    WHERE month BETWEEN substr(?1, 1, 7) AND substr(?2, 1, 7) AND month NOT IN (SELECT value FROM json_each(?3))
"""
DECLINED_RECORDS = """
    SELECT coalesce(sum(calls), 0) FROM answer_count
    WHERE grain = 'month' AND form = ?1 AND outcome = 'declined' AND period IN (SELECT value FROM json_each(?2))
"""
LISTED = """
    SELECT substr(day, 1, 7), count(*) FROM exchange_day WHERE day >= ? AND day < ? GROUP BY 1
"""


@dataclass(frozen=True)
class Coverage:
    """Coverage over some days: of ``counted`` incoming calls, ``logged`` are registered, with any outcome.

    ``answered`` of ``shifts`` asked gave a number; ``days`` go by the exchange's list instead.
    ``outgoing`` calls were reported by ``outgoing_shifts`` of all that were ``asked``, on listed days too.
    """

    logged: int = 0
    counted: int = 0
    answered: int = 0
    shifts: int = 0
    days: int = 0
    outgoing: int = 0
    outgoing_shifts: int = 0
    asked: int = 0

    @property
    def known(self) -> bool:
        """Whether a shift or the exchange has said how many calls there were."""
        return self.answered + self.days > 0


async def coverage_between(database: Database, form: str, first: date, after: date) -> Coverage:
    """Return the coverage of the half-open range of days from ``first``; a shift counts on the day it began.

    A day that the exchange lists goes by its list, not by the handovers' answers. Raises a `DatabaseFault`.
    """
    last = after - timedelta(days=1)
    async with database.reading() as connection:
        stretch = (first.isoformat(), after.isoformat())
        rows = await connection.execute_fetchall(LISTED, stretch)
        listed = json.dumps([month for month, _ in rows])
        whole = json.dumps([month for month, days in rows if days == monthrange(*map(int, month.split("-")))[1]])
        [shifts] = await connection.execute_fetchall(SHIFTS, (form, *stretch))
        [days] = await connection.execute_fetchall(DAYS, (form, *stretch))
        [(of_shifts, late)] = await connection.execute_fetchall(DECLINED, (stretch[0], last.isoformat(), listed))
        [(of_days,)] = await connection.execute_fetchall(DECLINED_RECORDS, (form, whole))
    return Coverage(
        logged=min(shifts[0] + late, shifts[1]) + of_shifts + min(days[0] + of_days, days[1]),
        counted=shifts[1] + of_shifts + days[1],
        answered=shifts[2],
        shifts=shifts[3],
        days=days[2],
        outgoing=shifts[4],
        outgoing_shifts=shifts[5],
        asked=shifts[6],
    )
