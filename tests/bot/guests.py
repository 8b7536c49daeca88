"""People in the house, for tests of what is kept of them."""

from datetime import date
from pathlib import Path

from storage.database.connection import Database
from storage.hour import Hour
from storage.stays.coarsening import coarsen
from tests.storage.stays.staying import CHILD, begun, stays_of


async def have_guests(path: Path, now: Hour) -> None:
    """Begin the stays of a mother and her child, after one that is over and one of months alone."""
    async with Database.open(path) as database:
        stays = stays_of(database)
        await begun(stays, "reported", arrived=date(2026, 6, 1), left=date(2026, 6, 9))
        await coarsen(database, ["adult", "child"], 20, now=now)
        await begun(stays, "over", arrived=date(2026, 10, 1), left=date(2026, 10, 9))
        await begun(stays, "adult", arrived=date(2026, 10, 20), label="3")
        await begun(stays, "child", CHILD, arrived=date(2026, 10, 20), beside="adult")
