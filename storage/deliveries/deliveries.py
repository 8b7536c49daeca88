"""Deliveries: which summary has reached which place, so that each arrives once and none is lost."""

from collections.abc import Collection
from dataclasses import dataclass

from storage.database.connection import Database
from storage.deliveries.chats import Report

FOLDER = 0
"""Where a chat's id would stand for the folder."""


@dataclass(frozen=True)
class Delivery:
    """A summary on its way to a place. ``doubtful``: an earlier try may have arrived."""

    number: int
    report: Report
    period: str
    chat: int
    doubtful: bool


@dataclass(frozen=True)
class Reported:
    """What a summary has told, under its number: the tally as it was sent."""

    number: int
    tally: str


@dataclass(frozen=True)
class Failure:
    """A delivery that Telegram refuses for good."""

    number: int
    period: str
    chat: int
    reason: str


class Deliveries:
    """pending → sending → sent, or failed; a row decides, never a clock."""

    def __init__(self, database: Database) -> None:
        """Keep the deliveries in ``database``."""
        self._database = database

    async def done(self, chat: int) -> frozenset[tuple[str, str]]:
        """Return the (report, period) pairs that need no more tries at this place: sent, or failed for good."""
        rows = await self._database.read(
            "SELECT report, period FROM delivery WHERE chat = ? AND state IN ('sent', 'failed')", (chat,)
        )
        return frozenset((report, period) for report, period in rows)

    async def begin(self, report: Report, period: str, chat: int) -> Delivery:
        """Note that a summary is due at a place, and tell whether an earlier try may have arrived."""
        async with self._database.transaction() as connection:
            [(number, state)] = await connection.execute_fetchall(
                "INSERT INTO delivery (report, period, chat, state) VALUES (?, ?, ?, 'pending')"
                " ON CONFLICT (report, period, chat) DO UPDATE SET state = state RETURNING number, state",
                (report, period, chat),
            )
        return Delivery(number, report, period, chat, doubtful=state == "sending")

    async def set_out(self, delivery: Delivery) -> None:
        """Note that a summary is being sent; from here on it may have arrived."""
        await self._database.write("UPDATE delivery SET state = 'sending' WHERE number = ?", (delivery.number,))

    async def arrived(
        self, delivery: Delivery, tally: str, with_it: Collection[tuple[Report, str, str]] = ()
    ) -> None:
        """Note that a summary has arrived, and with it the other periods that were told of as lines.

        ``tally`` and those in ``with_it`` (report, period and tally) are what was said.
        """
        async with self._database.transaction() as connection:
            await connection.execute(
                "UPDATE delivery SET state = 'sent', tally = ?, reason = '' WHERE number = ?",
                (tally, delivery.number),
            )
            await connection.executemany(
                "INSERT INTO delivery (report, period, chat, state, tally) VALUES (?, ?, ?, 'sent', ?)"
                " ON CONFLICT (report, period, chat) DO UPDATE SET state = 'sent', tally = excluded.tally",
                [(report, period, delivery.chat, said) for report, period, said in with_it],
            )

    async def not_sent(self, delivery: Delivery, reason: str) -> None:
        """Note that a try did certainly not arrive, and will be made again; an earlier doubt stays."""
        await self._mark(delivery, "sending" if delivery.doubtful else "pending", reason)

    async def refused(self, delivery: Delivery, reason: str, with_it: Collection[tuple[Report, str]] = ()) -> None:
        """Note that a try was refused for good, and with it the periods (report, name) told as lines."""
        await self._mark(delivery, "failed", reason)
        async with self._database.transaction() as connection:
            await connection.executemany(
                "INSERT INTO delivery (report, period, chat, state, reason, told) VALUES (?, ?, ?, 'failed', ?, 1)"
                " ON CONFLICT (report, period, chat) DO UPDATE SET state = 'failed', told = 1",
                [(report, period, delivery.chat, reason) for report, period in with_it],
            )

    async def _mark(self, delivery: Delivery, state: str, reason: str) -> None:
        await self._database.write(
            "UPDATE delivery SET state = ?, reason = ? WHERE number = ?", (state, reason, delivery.number)
        )

    async def untold(self) -> tuple[Failure, ...]:
        """Return the failures that no administrator has been told of."""
        return await self._failures("state = 'failed' AND told = 0")

    async def failed(self) -> tuple[Failure, ...]:
        """Return all failures."""
        return await self._failures("state = 'failed'")

    async def _failures(self, condition: str) -> tuple[Failure, ...]:
        rows = await self._database.read(
            f"SELECT number, period, chat, reason FROM delivery WHERE {condition} ORDER BY number"  # noqa: S608 - ours
        )
        return tuple(Failure(*row) for row in rows)

    async def told(self, failure: Failure) -> None:
        """Note that the administrators know of a failure."""
        await self._database.write("UPDATE delivery SET told = 1 WHERE number = ?", (failure.number,))

    async def said(self, report: Report, chat: int) -> dict[str, str]:
        """Return the tallies as a place was last told them, by period."""
        rows = await self._database.read(
            "SELECT period, coalesce(retold, tally) FROM delivery"
            " WHERE report = ? AND chat = ? AND tally IS NOT NULL",
            (report, chat),
        )
        return dict(rows)

    async def reported(self, period: str) -> Reported | None:
        """Return what the latest summary of a period, to whatever place, has told; None where none was sent."""
        rows = await self._database.read(
            "SELECT number, tally FROM delivery WHERE period = ? AND tally IS NOT NULL"
            " ORDER BY number DESC LIMIT 1",
            (period,),
        )

        return Reported(*rows[0]) if rows else None

    async def restate(self, report: Report, chat: int, period: str, tally: str) -> None:
        """Note that a place has been told the new tally of a period."""
        await self._database.write(
            "UPDATE delivery SET retold = ? WHERE report = ? AND chat = ? AND period = ?",
            (tally, report, chat, period),
        )
