"""When the bot last polled Telegram, so that after a gap it knows which taps may have waited."""

from datetime import datetime

from storage.database.connection import Database


class LastPoll:
    """The time of the last poll, kept across restarts."""

    def __init__(self, database: Database) -> None:
        """Keep the time in ``database``."""
        self._database = database

    async def read(self) -> datetime | None:
        """Return the time last kept, with its time zone; None where there is none."""
        rows = await self._database.read("SELECT last_seen FROM polling")
        return datetime.fromisoformat(rows[0][0]) if rows else None

    async def keep(self, moment: datetime) -> None:
        """Keep the time of a poll, which has a time zone."""
        await self._database.write(
            "INSERT INTO polling VALUES (1, ?) ON CONFLICT DO UPDATE SET last_seen = excluded.last_seen",
            (moment.isoformat(timespec="minutes"),),
        )
