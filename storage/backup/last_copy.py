"""On which day the last copy was made."""

from datetime import date

from storage.database.connection import Database


class LastCopy:
    """The local day of the last copy that was made; in a database that was restored, the copy's own."""

    def __init__(self, database: Database) -> None:
        """Keep the day in ``database``."""
        self._database = database

    async def read(self) -> date | None:
        """Return the day, or None where there was none yet. Raises a `DatabaseFault`."""
        rows = await self._database.read("SELECT day FROM last_copy")
        return date.fromisoformat(rows[0][0]) if rows else None

    async def keep(self, day: date) -> None:
        """Keep the day. Raises a `DatabaseFault`."""
        await self._database.write(
            "INSERT INTO last_copy VALUES (1, ?) ON CONFLICT DO UPDATE SET day = excluded.day",
            (day.isoformat(),),
        )
