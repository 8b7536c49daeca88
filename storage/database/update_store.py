"""The updates that are being answered, kept so that a crash does not lose them."""

from storage.database.connection import Database


class UpdateStore:
    """Keeps updates by their number, each a text; which text is the caller's to know."""

    def __init__(self, database: Database) -> None:
        """Keep them in ``database``."""
        self._database = database

    async def add(self, number: int, arrival: str) -> None:
        """Keep an update; one that is kept already stays as it was. Raises a `DatabaseFault`."""
        await self._database.write(
            "INSERT INTO kept_update VALUES (?, ?) ON CONFLICT DO NOTHING", (number, arrival)
        )

    async def remove(self, number: int) -> None:
        """Forget an update. Raises a `DatabaseFault`."""
        await self._database.write("DELETE FROM kept_update WHERE number = ?", (number,))

    async def take(self) -> list[str]:
        """Forget all, and return them in the order of their numbers. Raises a `DatabaseFault`."""
        rows = await self._database.write("DELETE FROM kept_update RETURNING number, arrival")
        return [arrival for _, arrival in sorted(rows)]
