"""A small write that shows that the database can be written, and when that was last so."""

from datetime import UTC, datetime

from storage.database.connection import Database


class Heartbeat:
    """The moment of the last heartbeat."""

    def __init__(self, database: Database) -> None:
        """Keep the moment in ``database``."""
        self._database = database

    async def beat(self, moment: datetime) -> None:
        """Keep a moment, which has a time zone. Raises a `DatabaseFault`."""
        await self._database.write(
            "INSERT INTO heartbeat VALUES (1, ?) ON CONFLICT DO UPDATE SET beat = excluded.beat",
            (moment.astimezone(UTC).isoformat(timespec="seconds"),),
        )

    async def last(self) -> datetime | None:
        """Return the last moment in UTC; None where there is none. Raises a `DatabaseFault`."""
        rows = await self._database.read("SELECT beat FROM heartbeat")
        return datetime.fromisoformat(rows[0][0]) if rows else None
