"""On which day the administrators were last told of a kind of trouble."""

from collections.abc import Mapping
from datetime import date

from storage.database.connection import Database


class AlertDays:
    """The day on which each kind of trouble was last told of, kept across restarts."""

    def __init__(self, database: Database) -> None:
        """Keep the days in ``database``."""
        self._database = database

    async def read(self, trouble: str) -> date | None:
        """Return the local day, or None where it was never told of. Raises a `DatabaseFault`."""
        rows = await self._database.read("SELECT day FROM alert WHERE trouble = ?", (trouble,))
        return date.fromisoformat(rows[0][0]) if rows else None

    async def keep(self, trouble: str, day: date) -> None:
        """Keep the local day. Raises a `DatabaseFault`."""
        await self._database.write(
            "INSERT INTO alert VALUES (?, ?) ON CONFLICT DO UPDATE SET day = excluded.day",
            (trouble, day.isoformat()),
        )

    async def any_since(self, day: date) -> bool:
        """Tell whether anything was told of on that local day or later. Raises a `DatabaseFault`."""
        return bool(await self._database.read("SELECT 1 FROM alert WHERE day >= ? LIMIT 1", (day.isoformat(),)))

    async def all(self) -> Mapping[str, date]:
        """Return the local day of each kind, the latest first. Raises a `DatabaseFault`."""
        rows = await self._database.read("SELECT trouble, day FROM alert ORDER BY day DESC, trouble")
        return {trouble: date.fromisoformat(day) for trouble, day in rows}
