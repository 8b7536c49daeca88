"""What a restore leaves to be done: letting people in again, and asking which reports have come."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.database.connection import Database
from storage.database.numbering import next_number
from storage.deliveries.chats import Report

ReportsAsked = Literal["unknown", "asked", "settled"]
"""Whether the administrators have been asked which reports have come, and have answered."""

NUMBERED = ("delivery", "release", "import_file")
FORGOTTEN = ("invite", "bind_code", "kept_update", "message")
"""Open codes, and what is about chats that have gone on."""

AGAIN = "UPDATE seat SET waiting = 1, restored = 1 WHERE role <> 'administrator' AND waiting = 0 AND named = 0"
COUNTED = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
LEAST_GAP, ROUND = 500, 1000
"""At least so many numbers are left out, up to the next round one: more than are given between two copies."""


@dataclass(frozen=True)
class Restore:
    """A restore: its number, the local civil time, and what the administrators have been asked since."""

    number: int
    at: datetime
    people_asked: bool
    reports: ReportsAsked


class Restores:
    """The restores of a database."""

    def __init__(self, database: Database) -> None:
        """Keep them in ``database``."""
        self._database = database

    async def begin(self, at: datetime) -> None:
        """Note that the database is restored now, at a local civil time.

        Codes open nothing any more, whoever is no administrator has to be let in again, and numbers go on above a
        gap. Raises a `DatabaseFault`.
        """
        async with self._database.transaction() as connection:
            for table in FORGOTTEN:
                await connection.execute(f"DELETE FROM {table}")  # noqa: S608 - ours
            await connection.execute(AGAIN)
            counted = [name for (name,) in await connection.execute_fetchall(COUNTED)]
            [(highest,)] = await connection.execute_fetchall(_highest([*NUMBERED, *counted]))
            above = ((int(highest) + LEAST_GAP) // ROUND + 1) * ROUND
            await connection.execute("DELETE FROM sqlite_sequence")
            await connection.executemany(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [(name, above) for name in counted]
            )
            await connection.execute(
                "INSERT INTO restored (at, numbers_above) VALUES (?, ?)",
                (at.isoformat(timespec="minutes"), above),
            )

    async def latest(self) -> Restore | None:
        """Return the latest restore; None where there was none. Raises a `DatabaseFault`."""
        rows = await self._database.read(
            "SELECT number, at, people_asked, reports FROM restored ORDER BY number DESC LIMIT 1"
        )
        for number, at, people_asked, reports in rows:
            return Restore(number, datetime.fromisoformat(at), bool(people_asked), reports)
        return None

    async def note_started(self, restore: Restore, at: datetime) -> None:
        """Note that a restore took until the program began, at a local civil time. Raises a `DatabaseFault`."""
        await self._database.write(
            "UPDATE restored SET at = max(at, ?) WHERE number = ?",
            (at.isoformat(timespec="minutes"), restore.number),
        )

    async def note_people_asked(self, restore: Restore) -> None:
        """Note that the administrators have been asked whom to let in again. Raises a `DatabaseFault`."""
        await self._database.write("UPDATE restored SET people_asked = 1 WHERE number = ?", (restore.number,))

    async def note_reports_asked(self, restore: Restore) -> None:
        """Note that the administrators have been asked which reports have come. Raises a `DatabaseFault`."""
        await self._database.write(
            "UPDATE restored SET reports = 'asked' WHERE number = ? AND reports = 'unknown'", (restore.number,)
        )

    async def settle_reports(
        self, number: int, doubtful: Collection[tuple[Report, str, int]], state: Literal["sent", "sending"]
    ) -> bool:
        """Give deliveries (report, period and chat) their state, once; tell whether it was not settled before.

        What was ``sent`` is not sent again, and what is ``sending`` is, marked as one that may have come before.
        Raises a `DatabaseFault`.
        """
        async with self._database.transaction() as connection:
            open_still = await connection.execute_fetchall(
                "UPDATE restored SET reports = 'settled' WHERE number = ? AND reports <> 'settled' RETURNING 1",
                (number,),
            )
            if not list(open_still):
                return False
            await connection.executemany(
                "INSERT INTO delivery (number, report, period, chat, state)"  # noqa: S608 - ours
                f" VALUES ({next_number('delivery')}, ?, ?, ?, ?)"
                " ON CONFLICT (report, period, chat) DO UPDATE SET state = excluded.state",
                [(*delivery, state) for delivery in doubtful],
            )
        return True


def _highest(tables: Collection[str]) -> str:
    """Return SQL for the highest number in any of these tables, or given by any of them."""
    each = " UNION ALL ".join(f"SELECT max(number) AS n FROM {table}" for table in tables)  # noqa: S608 - ours
    return (
        f"SELECT coalesce(max(n), 0) FROM ({each} UNION ALL SELECT max(seq) FROM sqlite_sequence"  # noqa: S608 - ours
        " UNION ALL SELECT max(numbers_above) FROM restored)"
    )
