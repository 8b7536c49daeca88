"""Keeping how many calls the telephone exchange answered, day by day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from storage.database import Database


@dataclass(frozen=True)
class Kept:
    """So many days of a list were ``new``; of the ``known`` ones, ``raised`` got more calls than they had."""

    new: int
    known: int
    raised: int


class ExchangeDays:
    """The days that the exchange's lists have told of."""

    def __init__(self, database: Database) -> None:
        """Keep the days in ``database``."""
        self._database = database

    async def keep(self, days: Mapping[date, int]) -> Kept:
        """Keep all days or none; a day there already keeps the greater number. Raises a `DatabaseFault`."""
        told = {day.isoformat(): calls for day, calls in days.items()}
        async with self._database.transaction() as connection:
            rows = await connection.execute_fetchall("SELECT day, calls FROM exchange_day")
            before: dict[str, int] = {row[0]: row[1] for row in rows}
            # A list drawn in the middle of a day is short.
            await connection.executemany(
                "INSERT INTO exchange_day (day, calls) VALUES (?, ?)"
                " ON CONFLICT (day) DO UPDATE SET calls = max(calls, excluded.calls)",
                list(told.items()),
            )
        known = before.keys() & told.keys()
        raised = sum(told[day] > before[day] for day in known)
        return Kept(new=len(told) - len(known), known=len(known), raised=raised)
