"""Invites: one-time codes that open a seat, each kept as a digest alone."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import aiosqlite

from storage.database.connection import Database
from storage.people.codes import FIRST_VALID, INVITE_VALID, digest, moment_text
from storage.people.seat import Role
from storage.people.seats import Seats

EXPIRED = "DELETE FROM invite WHERE expires <= ?"
MAKE = """
    INSERT INTO invite (digest, role, first, expires, made_by, seat) VALUES (?, ?, ?, ?, ?, ?) RETURNING number
"""
FIND = "SELECT number, role, first, made_by, spent_by, seat FROM invite WHERE digest = ?"
OWN_ACCOUNT = "SELECT number, role, waiting FROM seat JOIN way_in ON seat = number WHERE account = ?"
OWN_DEVICE = """
    SELECT seat.number, role, waiting FROM seat JOIN device ON device.seat = seat.number WHERE device.digest = ?
"""


@dataclass(frozen=True)
class Redeemed:
    """The seat that a code has opened, ``waiting`` until an administrator lets it in.

    It is ``repeated`` where the same account has sent the same code before.
    """

    seat: int
    role: Role
    waiting: bool
    repeated: bool = False


class Invites:
    """Makes invites and redeems them. Every moment has a time zone."""

    def __init__(self, database: Database, seats: Seats) -> None:
        """Keep the invites in ``database``, and open ``seats``."""
        self._database = database
        self._seats = seats

    async def make(self, code: str, role: Role, *, by: int | None, now: datetime, seat: int | None = None) -> int:
        """Keep a code that opens one seat of that role within a day, made ``by`` a seat; return its number.

        With a ``seat`` it opens one more way into that one.
        """
        return await self._make((digest(code), role, 0, moment_text(now + INVITE_VALID), by, seat), now)

    async def make_first(self, code: str, *, now: datetime) -> int:
        """Keep a code that makes the first administrator within an hour, as long as nobody is let in."""
        return await self._make(
            (digest(code), "administrator", 1, moment_text(now + FIRST_VALID), None, None), now
        )

    async def _make(self, row: tuple[object, ...], now: datetime) -> int:
        async with self._database.transaction() as connection:
            await connection.execute(EXPIRED, (moment_text(now),))
            [(number,)] = await connection.execute_fetchall(MAKE, row)
        return int(number)

    async def revoke(self, number: int) -> bool:
        """Let nobody in by this invite; tell whether it was still open."""
        return bool(
            await self._database.write(
                "DELETE FROM invite WHERE number = ? AND spent_by IS NULL RETURNING 1", (number,)
            )
        )

    async def open(self, now: datetime) -> int:
        """Count the invites that can still be used, those for the first administrator too."""
        rows = await self._database.read(
            "SELECT count(*) FROM invite WHERE spent_by IS NULL AND expires > ?", (moment_text(now),)
        )
        return int(rows[0][0])

    async def revoke_all(self) -> int:
        """Let nobody in by any invite that is still open; return how many there were."""
        return len(await self._database.write("DELETE FROM invite WHERE spent_by IS NULL RETURNING 1", ()))

    async def first_is_open(self, now: datetime) -> bool:
        """Tell whether a code for the first administrator can still be used."""
        return bool(
            await self._database.read("SELECT 1 FROM invite WHERE first AND expires > ?", (moment_text(now),))
        )

    async def redeem(self, code: str, account: int, *, now: datetime) -> Redeemed | None:
        """Open a seat for an account, once; None where the code is wrong, spent or expired.

        So it is where its maker may not have made it any more. The same account with the same code again gets the
        same seat, as long as it has it. An account that has a seat spends no code.
        """

        async def let_in(connection: aiosqlite.Connection, seat: int) -> None:
            await connection.execute("INSERT INTO way_in VALUES ('telegram', ?, ?)", (account, seat))

        return await self._redeem(code, (OWN_ACCOUNT, account), let_in, now)

    async def redeem_at_desk(self, code: str, cookie: str, name: str, *, now: datetime) -> Redeemed | None:
        """Do the same for the browser that has this cookie, and is called by this name."""
        today = now.date().isoformat()

        async def let_in(connection: aiosqlite.Connection, seat: int) -> None:
            await connection.execute(
                "INSERT INTO device (seat, digest, name, paired_on, used_on) VALUES (?, ?, ?, ?, ?)",
                (seat, digest(cookie), name, today, today),
            )

        return await self._redeem(code, (OWN_DEVICE, digest(cookie)), let_in, now)

    async def _redeem(
        self,
        code: str,
        own: tuple[str, object],
        let_in: Callable[[aiosqlite.Connection, int], Awaitable[None]],
        now: datetime,
    ) -> Redeemed | None:
        """Spend a code for whoever has no seat of their ``own`` yet, a statement and what it binds."""
        async with self._database.transaction() as connection:
            await connection.execute(EXPIRED, (moment_text(now),))
            found = list(await connection.execute_fetchall(FIND, (digest(code),)))
            if not found:
                return None
            number, role, first, made_by, spent_by, there = found[0]
            statement, way = own
            for seat, given, waiting in await connection.execute_fetchall(statement, (way,)):
                return Redeemed(seat, given, bool(waiting), repeated=True) if seat == spent_by else None
            if (
                spent_by is not None
                or not self._may_have_made(made_by, there)
                or (first and await _somebody_is_in(connection))
            ):
                return None
            opened = await _opened(connection, there, role, first=bool(first), now=now)
            await let_in(connection, opened.seat)
            await connection.execute("UPDATE invite SET spent_by = ? WHERE number = ?", (opened.seat, number))
            await connection.execute("DELETE FROM invite WHERE first AND spent_by IS NULL")
        await self._seats.load()
        return opened

    def _may_have_made(self, made_by: int | None, there: int | None) -> bool:
        """Tell whether its maker may still let somebody in: leaders may, by one more way into their own seat."""
        role = None if made_by is None else self._seats.role(made_by)
        return made_by is None or role == "administrator" or (role == "leader" and made_by == there)

    async def forget_expired(self, now: datetime) -> None:
        """Forget the invites that nobody can use any more. Raises a `DatabaseFault`."""
        await self._database.write(EXPIRED, (moment_text(now),))


async def _somebody_is_in(connection: aiosqlite.Connection) -> bool:
    return bool(list(await connection.execute_fetchall("SELECT 1 FROM seat WHERE waiting = 0 LIMIT 1")))


async def _opened(
    connection: aiosqlite.Connection, there: int | None, role: Role, *, first: bool, now: datetime
) -> Redeemed:
    """Return the seat that is ``there``, or a new one."""
    if there is not None:
        rows = await connection.execute_fetchall("SELECT role, waiting FROM seat WHERE number = ?", (there,))
        [(given, waiting)] = rows
        return Redeemed(there, given, bool(waiting))
    [(seat,)] = await connection.execute_fetchall(
        "INSERT INTO seat (role, waiting, used_on) VALUES (?, ?, ?) RETURNING number",
        (role, not first, now.date().isoformat()),
    )
    return Redeemed(seat, role, waiting=not first)
