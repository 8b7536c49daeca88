"""Keeping how many calls the telephone exchange answered, day by day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from storage.database.connection import Database


@dataclass(frozen=True)
class KeptDays:
    """So many days of a list were ``new``; ``known`` ones had fewer before (``raised``) or more (``fewer``)."""

    new: int
    known: int
    raised: int
    fewer: int = 0


class ExchangeDays:
    """The days that the exchange's lists have told of."""

    def __init__(self, database: Database) -> None:
        """Keep the days in ``database``."""
        self._database = database

    async def keep(self, days: Mapping[date, int], *, replace: bool = False) -> KeptDays:
        """Keep all days or none. Raises a `DatabaseFault`.

        A day there already keeps the greater number, or with ``replace`` takes the new one.
        """
        told = {day.isoformat(): calls for day, calls in days.items()}
        async with self._database.transaction() as connection:
            rows = await connection.execute_fetchall("SELECT day, calls FROM exchange_day")
            before: dict[str, int] = {row[0]: row[1] for row in rows}
            await connection.executemany(
                "INSERT INTO exchange_day (day, calls) VALUES (:day, :calls)"
                # A list drawn in the middle of a day is short.
                " ON CONFLICT (day) DO UPDATE SET"
                " calls = iif(:replace, excluded.calls, max(calls, excluded.calls))",
                [{"day": day, "calls": calls, "replace": replace} for day, calls in told.items()],
            )
        known = before.keys() & told.keys()
        raised = sum(told[day] > before[day] for day in known)
        fewer = sum(told[day] < before[day] for day in known)
        return KeptDays(new=len(told) - len(known), known=len(known), raised=raised, fewer=fewer)
