"""Keeping no more than statistics need: times grow coarser and seats are forgotten."""

from storage.database import Database
from storage.hour import Hour

UNDO_HOURS = 24
"""For so long it is known which seat registered a record, and in which hour."""

EXACT_DAYS = 31
"""For so long the hour of a call is kept; then its day. As far back as a call can be added late."""


async def forget(database: Database, *, now: Hour) -> None:
    """Cut what has grown old: seat and hour of registering after a day, hour of the call after a month."""
    async with database.transaction() as connection:
        await connection.execute(
            "UPDATE record SET recorded_by = NULL, recorded_at = substr(recorded_at, 1, 10)"
            " WHERE (length(recorded_at) = 13 OR recorded_by IS NOT NULL) AND recorded_at < ?",
            (str(now.earlier(UNDO_HOURS)),),
        )
        await connection.execute(
            "UPDATE record SET occurred_at = substr(occurred_at, 1, 10)"
            " WHERE length(occurred_at) = 13 AND occurred_at < ?",
            (str(now.earlier(EXACT_DAYS * 24)),),
        )
