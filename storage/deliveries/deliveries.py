"""Deliveries: which summary was sent to which chat or folder, so that each arrives once and none is lost."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from storage.database.connection import Database
from storage.database.numbering import next_number
from storage.deliveries.chats import Report
from storage.deliveries.period_end import check_over

NEXT = next_number("delivery")
FOLDER, DESK = 0, -1
"""Stand in place of a chat's number for the folder and the desk."""

State = Literal["pending", "sending", "sent", "failed"]


@dataclass(frozen=True)
class Delivery:
    """A summary to be sent to a chat; ``doubtful`` where an earlier attempt may have arrived."""

    number: int
    report: Report
    period: str
    chat: int
    doubtful: bool


@dataclass(frozen=True)
class SentTally:
    """The tally as a summary gave it, and the summary's number."""

    number: int
    tally: str


@dataclass(frozen=True)
class FailedDelivery:
    """A delivery that Telegram refused for good."""

    number: int
    period: str
    chat: int
    reason: str


@dataclass(frozen=True)
class DeliveryState:
    """What has become of a delivery; ``tally`` is as the chat was last told it, None where it got none yet."""

    number: int
    report: Report
    period: str
    chat: int
    state: State
    reason: str
    tally: str | None


class Deliveries:
    """What has become of each delivery: pending, sending, sent or failed."""

    def __init__(self, database: Database) -> None:
        """Keep the deliveries in ``database``."""
        self._database = database

    async def done(self, chat: int) -> frozenset[tuple[str, str]]:
        """Return the (report, period) pairs that this chat needs no more: sent, or failed for good."""
        rows = await self._database.read(
            "SELECT report, period FROM delivery WHERE chat = ? AND state IN ('sent', 'failed')", (chat,)
        )
        return frozenset((report, period) for report, period in rows)

    async def begin(self, report: Report, period: str, chat: int, *, today: date) -> Delivery:
        """Note that a summary is due in a chat on the local day ``today``, and return it as a delivery.

        Raises `PeriodNotOver`.
        """
        async with self._database.transaction() as connection:
            await check_over(connection, [period], today)
            [(number, state)] = await connection.execute_fetchall(
                f"INSERT INTO delivery (number, report, period, chat, state) VALUES ({NEXT}, ?, ?, ?, 'pending')"  # noqa: S608 - ours
                " ON CONFLICT (report, period, chat) DO UPDATE SET state = state RETURNING number, state",
                (report, period, chat),
            )
        return Delivery(number, report, period, chat, doubtful=state == "sending")

    async def mark_sending(self, delivery: Delivery) -> None:
        """Note that a summary is being sent; from here on it may have arrived."""
        await self._database.write("UPDATE delivery SET state = 'sending' WHERE number = ?", (delivery.number,))

    async def mark_sent(
        self,
        delivery: Delivery,
        tally: str,
        with_it: Collection[tuple[Report, str, str]] = (),
        *,
        today: date,
    ) -> None:
        """Note that a summary was sent with its ``tally`` on the local day ``today``.

        ``with_it`` are the other periods that it had lines about: report, period and tally.
        Raises `PeriodNotOver`.
        """
        async with self._database.transaction() as connection:
            await check_over(connection, [delivery.period, *(period for _, period, _ in with_it)], today)
            await connection.execute(
                "UPDATE delivery SET state = 'sent', tally = ?, reason = '' WHERE number = ?",
                (tally, delivery.number),
            )
            await connection.executemany(
                "INSERT INTO delivery (number, report, period, chat, state, tally)"  # noqa: S608 - ours
                f" VALUES ({NEXT}, ?, ?, ?, 'sent', ?)"
                " ON CONFLICT (report, period, chat) DO UPDATE SET state = 'sent', tally = excluded.tally",
                [(report, period, delivery.chat, other) for report, period, other in with_it],
            )

    async def mark_unsent(self, delivery: Delivery, reason: str) -> None:
        """Note that an attempt certainly did not arrive and will be repeated; an earlier doubt stays."""
        state = "sending" if delivery.doubtful else "pending"
        await self._database.write(
            "UPDATE delivery SET state = ?, reason = ? WHERE number = ?", (state, reason, delivery.number)
        )

    async def mark_failed(
        self, delivery: Delivery, reason: str, with_it: Collection[tuple[Report, str]] = ()
    ) -> None:
        """Note that an attempt was refused for good; so were the other periods in it (report and period)."""
        async with self._database.transaction() as connection:
            await connection.execute(
                "UPDATE delivery SET state = 'failed', reason = ? WHERE number = ?", (reason, delivery.number)
            )
            await connection.executemany(
                "INSERT INTO delivery (number, report, period, chat, state, reason, told)"  # noqa: S608 - ours
                f" VALUES ({NEXT}, ?, ?, ?, 'failed', ?, 1)"
                " ON CONFLICT (report, period, chat) DO UPDATE SET state = 'failed', told = 1",
                [(report, period, delivery.chat, reason) for report, period in with_it],
            )

    async def failed(self, *, unreported: bool = False) -> tuple[FailedDelivery, ...]:
        """Return what failed for good, or only what is ``unreported`` to the administrators."""
        rows = await self._database.read(
            "SELECT number, period, chat, reason FROM delivery"
            " WHERE state = 'failed' AND (told = 0 OR NOT ?) ORDER BY number",
            (unreported,),
        )
        return tuple(FailedDelivery(*row) for row in rows)

    async def all(self) -> tuple[DeliveryState, ...]:
        """Return every delivery, in the order of their numbers."""
        rows = await self._database.read(
            "SELECT number, report, period, chat, state, reason, coalesce(retold, tally) FROM delivery"
            " ORDER BY number"
        )
        return tuple(DeliveryState(*row) for row in rows)

    async def try_again(self, chat: int) -> bool:
        """Let all that was refused at a chat be sent once more; tell whether there was anything.

        A part of it may have arrived before the refusal.
        """
        async with self._database.transaction() as connection:
            tried = await connection.execute(
                "UPDATE delivery SET state = 'sending', told = 0 WHERE state = 'failed' AND chat = ?", (chat,)
            )
        return bool(tried.rowcount)

    async def mark_reported(self, failure: FailedDelivery) -> None:
        """Note that the administrators know of a failure."""
        await self._database.write("UPDATE delivery SET told = 1 WHERE number = ?", (failure.number,))

    async def last_tallies(self, report: Report, chat: int) -> dict[str, str]:
        """Return the tallies that a chat was last sent, by period."""
        rows = await self._database.read(
            "SELECT period, coalesce(retold, tally) FROM delivery"
            " WHERE report = ? AND chat = ? AND tally IS NOT NULL",
            (report, chat),
        )
        return dict(rows)

    async def latest_tally(self, period: str) -> SentTally | None:
        """Return the tally of the latest summary of a period, in any chat; None where none was sent."""
        rows = await self._database.read(
            "SELECT number, tally FROM delivery WHERE period = ? AND tally IS NOT NULL"
            " ORDER BY number DESC LIMIT 1",
            (period,),
        )
        return SentTally(*rows[0]) if rows else None

    async def restate(self, report: Report, chat: int, period: str, tally: str) -> None:
        """Note that a chat has been sent a corrected tally of a period."""
        await self._database.write(
            "UPDATE delivery SET retold = ? WHERE report = ? AND chat = ? AND period = ?",
            (tally, report, chat, period),
        )
