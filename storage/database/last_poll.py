"""When the bot last asked for news, so that it knows after a gap what did not happen just now."""

from datetime import datetime

from storage.database.connection import Database


class Polling:
    """Remembers one moment across restarts."""

    def __init__(self, database: Database) -> None:
        """Keep it in ``database``."""
        self._database = database

    async def last_seen(self) -> datetime | None:
        """Return the moment last noted (with its zone), or None."""
        rows = await self._database.read("SELECT last_seen FROM polling")
        return datetime.fromisoformat(rows[0][0]) if rows else None

    async def seen(self, moment: datetime) -> None:
        """Note a moment (with its zone)."""
        await self._database.write(
            "INSERT INTO polling VALUES (1, ?) ON CONFLICT DO UPDATE SET last_seen = excluded.last_seen",
            (moment.isoformat(timespec="minutes"),),
        )
