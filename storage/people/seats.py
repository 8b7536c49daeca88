"""Seats: who may use Vaktlogg, in which role, and the accounts they come in by."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

import aiosqlite

from storage.database.connection import Database
from storage.people.seat import LastAdministrator, NamedInConfig, Role, Seat

ALL = """
    SELECT number, role, name, waiting, used_on, warned, account, restored
    FROM seat LEFT JOIN way_in ON seat = number ORDER BY number
"""
USED = "UPDATE seat SET used_on = ?, warned = 0 WHERE number = ?"


class Seats:
    """The seats, held in memory too, since every update asks for them.

    The accounts ``named`` in the config have the role given there, and never lapse; other seats lapse after
    ``lapse_days`` without use, all but the last administrator's. ``today`` is the local day.
    """

    def __init__(
        self, database: Database, named: Mapping[int, Role], *, lapse_days: int, today: Callable[[], date]
    ) -> None:
        """Know nobody yet; `load` reads the seats of ``database``."""
        self._database = database
        self._named = dict(named)
        self._lapse = timedelta(days=lapse_days)
        self._today = today
        self._seats: dict[int, Seat] = {}
        self._numbers: dict[int, int] = {}
        self._used: set[int] = set()
        self._changing = asyncio.Lock()

    async def load(self) -> None:
        """Read the seats."""
        rows = await self._database.read(ALL)
        used = {number: self._seats[number] for number in self._used if number in self._seats}
        self._seats = {number: self._read(number, *rest) for number, *rest in rows}
        for number in used.keys() & self._seats.keys():
            day = used[number].used_on
            self._seats[number] = replace(self._seats[number], used_on=day, warned=False)
        self._numbers = {seat.account: seat.number for seat in self.all if seat.account is not None}
        self._database.commits.note()  # whoever was woken by the file may have looked here too early

    async def add_named(self) -> None:
        """Give each account that the config names a seat, and take the seats of those that it no longer names."""
        known = {account for (account,) in await self._database.read("SELECT account FROM way_in")}
        stale = await self._database.read(
            "SELECT number, account FROM seat JOIN way_in ON seat = number WHERE named"
        )
        gone = [number for number, account in stale if account not in self._named]
        new = [account for account in self._named if account not in known]
        if gone or new:
            async with self._database.transaction() as connection:
                for number in gone:
                    await _remove(connection, number)
                for account in new:
                    await connection.execute(
                        "INSERT INTO seat (role, used_on, named) VALUES (?, ?, 1)",
                        (self._named[account], self._day),
                    )
                    await connection.execute(
                        "INSERT INTO way_in SELECT 'telegram', ?, last_insert_rowid()", (account,)
                    )
        await self.load()

    def _read(self, number: int, role: Role, name: str, *rest: object) -> Seat:
        waiting, used_on, warned, account, restored = rest
        in_config = self._named.get(account) if isinstance(account, int) else None
        return Seat(
            number=number,
            role=in_config or role,
            name=name,
            waiting=bool(waiting) and in_config is None,
            used_on=date.fromisoformat(str(used_on)),
            warned=bool(warned),
            account=account if isinstance(account, int) else None,
            restored=bool(waiting and restored) and in_config is None,
        )

    def is_named(self, seat: Seat) -> bool:
        """Tell whether the config names the seat's account."""
        return seat.account in self._named

    @property
    def all(self) -> tuple[Seat, ...]:
        """Every seat, also those that wait or have lapsed."""
        return tuple(self._seats.values())

    @property
    def nobody(self) -> bool:
        """Whether nobody has ever been let in."""
        return all(seat.waiting for seat in self.all)

    def find(self, number: int) -> Seat | None:
        """Return the seat with this number."""
        return self._seats.get(number)

    def of(self, account: int | None) -> Seat | None:
        """Return the seat that an account comes in by, also one that waits or has lapsed."""
        return None if account is None else self._seats.get(self._numbers.get(account, 0))

    def role(self, number: int) -> Role | None:
        """Return the role of a seat; None where there is none, where it waits, and where it has lapsed."""
        seat = self._seats.get(number)
        return None if seat is None or seat.waiting or self.has_lapsed(seat) else seat.role

    def may_get(self, account: int) -> bool:
        """Tell whether an account may get reports: one whose seat waits or has lapsed may not."""
        seat = self.of(account)
        return seat is None or self.role(seat.number) is not None

    @property
    def roles(self) -> Mapping[int, Role]:
        """The roles of all seats that may be used."""
        return {number: role for number in self._seats if (role := self.role(number)) is not None}

    async def contradictions(self) -> list[int]:
        """Return the seats whose role was changed or given here, and is another in the config, which counts."""
        rows = await self._database.read(
            "SELECT number, role, account FROM seat JOIN way_in ON seat = number WHERE NOT named ORDER BY number"
        )
        return [number for number, role, account in rows if self._named.get(account, role) != role]

    @property
    def accounts(self) -> Mapping[int, Role]:
        """The accounts that may be used, with the roles of their seats."""
        return {
            account: role for account, number in self._numbers.items() if (role := self.role(number)) is not None
        }

    def lapses_on(self, seat: Seat) -> date | None:
        """Return the day from which a seat cannot be used, unless used before; None for one that never lapses."""
        if seat.waiting or self.is_named(seat) or seat == self._last_administrator:
            return None
        return seat.used_on + self._lapse

    def has_lapsed(self, seat: Seat) -> bool:
        """Tell whether a seat has not been used for so long that it cannot be used any more."""
        return seat.used_on + self._lapse <= self._today() and self.lapses_on(seat) is not None

    @property
    def _administrators(self) -> Iterable[Seat]:
        return (seat for seat in self.all if seat.role == "administrator" and not seat.waiting)

    @property
    def _last_administrator(self) -> Seat | None:
        """The administrator who used it last, who never lapses; None where the config names one."""
        every = list(self._administrators)
        if any(self.is_named(seat) for seat in every):
            return None
        return max(every, key=lambda seat: (seat.used_on, -seat.number), default=None)

    def use(self, number: int) -> None:
        """Note that a seat is used today; `keep_use` keeps that."""
        seat, today = self._seats.get(number), self._today()
        if seat is not None and self.role(number) is not None and (seat.used_on, seat.warned) != (today, False):
            self._seats[number] = replace(seat, used_on=today, warned=False)
            self._used.add(number)

    async def keep_use(self) -> None:
        """Keep the days on which seats were last used. Raises a `DatabaseFault`."""
        days = [(seat.used_on.isoformat(), seat.number) for seat in self.all if seat.number in self._used]
        if days:
            async with self._database.transaction() as connection:
                await connection.executemany(USED, days)
            self._used.difference_update(number for _, number in days)

    async def admit(self, number: int) -> None:
        """Let in a seat that waits, or renew one that lapses."""
        await self._change(
            "UPDATE seat SET waiting = 0, restored = 0, warned = 0, used_on = ? WHERE number = ?",
            self._day,
            number,
        )

    @property
    def _day(self) -> str:
        return self._today().isoformat()

    async def warn(self, number: int) -> None:
        """Note that somebody has been told that the seat lapses soon."""
        await self._change("UPDATE seat SET warned = 1 WHERE number = ?", number)

    async def rename(self, number: int, name: str) -> None:
        """Give a seat a name."""
        await self._change("UPDATE seat SET name = ? WHERE number = ?", name, number)

    async def give(self, number: int, role: Role) -> None:
        """Give a seat a role; the codes it has made open nothing any more.

        Raises `LastAdministrator` and `NamedInConfig`.
        """
        async with self._changing:
            self._check(number, stays=role == "administrator")
            async with self._database.transaction() as connection:
                await connection.execute("UPDATE seat SET role = ? WHERE number = ?", (role, number))
                await connection.execute("DELETE FROM invite WHERE made_by = ? AND spent_by IS NULL", (number,))
                await connection.execute("DELETE FROM bind_code WHERE made_by = ? AND chat IS NULL", (number,))
            await self.load()

    async def remove(self, number: int) -> None:
        """Remove a seat for good, with its way in, every code it made or used, and its private chat's reports.

        Raises `LastAdministrator` and `NamedInConfig`.
        """
        async with self._changing:
            self._check(number, stays=False)
            async with self._database.transaction() as connection:
                await _remove(connection, number)
            await self.load()

    def _check(self, number: int, *, stays: bool) -> None:
        seat = self._seats.get(number)
        if seat is not None and self.is_named(seat):
            raise NamedInConfig
        if not stays and [one.number for one in self._administrators if self.role(one.number)] == [number]:
            raise LastAdministrator

    async def _change(self, statement: str, *facts: object) -> None:
        await self._database.write(statement, facts)
        await self.load()


async def _remove(connection: aiosqlite.Connection, number: int) -> None:
    for table in ("bind_code", "bound_chat"):
        await connection.execute(
            f"DELETE FROM {table} WHERE chat IN ("  # noqa: S608 - ours
            " SELECT number FROM place JOIN way_in ON account = id WHERE seat = ?)",
            (number,),
        )
    await connection.execute("DELETE FROM seat WHERE number = ?", (number,))
