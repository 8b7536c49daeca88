"""Invites: one-time codes that open a seat, each kept as a digest alone."""

from dataclasses import dataclass
from datetime import datetime

import aiosqlite

from storage.database.connection import Database
from storage.people.codes import FIRST_VALID, INVITE_VALID, digest, moment_text
from storage.people.seat import Role
from storage.people.seats import Seats

EXPIRED = "DELETE FROM invite WHERE expires <= ?"
MAKE = "INSERT INTO invite (digest, role, first, expires, made_by) VALUES (?, ?, ?, ?, ?) RETURNING number"
FIND = "SELECT number, role, first, made_by, spent_by FROM invite WHERE digest = ?"


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

    async def make(self, code: str, role: Role, *, by: int | None, now: datetime) -> int:
        """Keep a code that opens one seat of that role within a day, made ``by`` a seat; return its number."""
        return await self._make((digest(code), role, 0, moment_text(now + INVITE_VALID), by), now)

    async def make_first(self, code: str, *, now: datetime) -> int:
        """Keep a code that makes the first administrator within an hour, as long as nobody is let in."""
        return await self._make((digest(code), "administrator", 1, moment_text(now + FIRST_VALID), None), now)

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

        So it is where its maker is no administrator any more. The same account with the same code again gets the
        same seat, as long as it has it. An account that has a seat spends no code.
        """
        async with self._database.transaction() as connection:
            await connection.execute(EXPIRED, (moment_text(now),))
            found = list(await connection.execute_fetchall(FIND, (digest(code),)))
            if not found:
                return None
            number, role, first, made_by, spent_by = found[0]
            own = await connection.execute_fetchall(
                "SELECT number, role, waiting FROM seat JOIN way_in ON seat = number WHERE account = ?",
                (account,),
            )
            for seat, given, waiting in own:
                return Redeemed(seat, given, bool(waiting), repeated=True) if seat == spent_by else None
            maker = made_by is None or self._seats.role(made_by) == "administrator"
            if spent_by is not None or not maker or (first and await _somebody_is_in(connection)):
                return None
            [(seat,)] = await connection.execute_fetchall(
                "INSERT INTO seat (role, waiting, used_on) VALUES (?, ?, ?) RETURNING number",
                (role, not first, now.date().isoformat()),
            )
            await connection.execute("INSERT INTO way_in VALUES ('telegram', ?, ?)", (account, seat))
            await connection.execute("UPDATE invite SET spent_by = ? WHERE number = ?", (seat, number))
            await connection.execute("DELETE FROM invite WHERE first AND spent_by IS NULL")
        await self._seats.load()
        return Redeemed(seat, role, waiting=not first)

    async def forget_expired(self, now: datetime) -> None:
        """Forget the invites that nobody can use any more. Raises a `DatabaseFault`."""
        await self._database.write(EXPIRED, (moment_text(now),))


async def _somebody_is_in(connection: aiosqlite.Connection) -> bool:
    return bool(list(await connection.execute_fetchall("SELECT 1 FROM seat WHERE waiting = 0 LIMIT 1")))
