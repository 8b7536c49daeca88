"""For which week the administrators got their last sign of life."""

from datetime import date

from storage.database.connection import Database


class ToldWeeks:
    """The Monday on which the last sign of life was due, kept across restarts."""

    def __init__(self, database: Database) -> None:
        """Keep the day in ``database``."""
        self._database = database

    async def last(self) -> date | None:
        """Return the local Monday; None where there was none yet. Raises a `DatabaseFault`."""
        rows = await self._database.read("SELECT monday FROM sign_of_life")
        return date.fromisoformat(rows[0][0]) if rows else None

    async def keep(self, monday: date) -> None:
        """Keep the local Monday. Raises a `DatabaseFault`."""
        await self._database.write(
            "INSERT INTO sign_of_life VALUES (1, ?) ON CONFLICT DO UPDATE SET monday = excluded.monday",
            (monday.isoformat(),),
        )
