"""The chats that summaries go to: bound with a one-time code, each with its kinds and its language."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar, get_args

from storage.database.connection import Database
from storage.people.codes import BIND_VALID, digest, moment_text

T = TypeVar("T")
Report = Literal["monthly", "tertial", "annual"]
OwnPlace = Literal["folder", "desk"]
ChatLanguage = Literal["nb", "nn", "en"]
REPORTS: tuple[Report, ...] = get_args(Report)

ALL = """
    SELECT number, id, language, monthly, tertial, annual, monthly_since, tertial_since, annual_since
    FROM bound_chat JOIN place ON number = chat ORDER BY number
"""
EXPIRED = "DELETE FROM bind_code WHERE expires <= ?"
# A chat's own number keeps what it was sent before when it is bound again.
KNOW = "INSERT INTO place (id) VALUES (?) ON CONFLICT DO UPDATE SET id = excluded.id RETURNING number"
BIND = """
    INSERT INTO bound_chat (chat, language, monthly_since, tertial_since, annual_since)
    VALUES (?1, ?2, ?3, ?3, ?3) ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class BoundChat:
    """A chat by its number here and its ``address``, the reports it gets, and since when it gets each.

    Times are local civil time, `2026-11-03T08:00`.
    """

    number: int
    address: int
    language: ChatLanguage
    reports: Mapping[Report, bool]
    since: Mapping[Report, str]


class Chats:
    """The bound chats; they are held in memory too, since every update asks for them."""

    def __init__(self, database: Database) -> None:
        """Keep the chats in ``database``; `load` them before use."""
        self._database = database
        self._bound: dict[int, BoundChat] = {}

    async def load(self) -> None:
        """Read the chats from the database."""
        self._bound = {
            address: BoundChat(number, address, language, _by_kind(map(bool, kinds[:3])), _by_kind(kinds[3:]))
            for number, address, language, *kinds in await self._database.read(ALL)
        }

    def bound(self, address: int) -> bool:
        """Tell whether summaries go to the chat at this address."""
        return address in self._bound

    @property
    def all(self) -> tuple[BoundChat, ...]:
        """All bound chats."""
        return tuple(self._bound.values())

    def find(self, number: int) -> BoundChat | None:
        """Return the bound chat with this number."""
        return next((chat for chat in self.all if chat.number == number), None)

    def number_of(self, address: int) -> int | None:
        """Return the number of the bound chat at this address."""
        return self._bound[address].number if address in self._bound else None

    def language_in(self, address: int, own: ChatLanguage) -> ChatLanguage:
        """Return the language of a bound chat, and of any other place the centre's ``own``."""
        return self._bound[address].language if address in self._bound else own

    async def make_code(self, code: str, *, by: int | None, now: datetime) -> None:
        """Keep a code that may bind one chat within ten minutes, made ``by`` a seat; ``now`` has a time zone."""
        async with self._database.transaction() as connection:
            await connection.execute(EXPIRED, (moment_text(now),))
            await connection.execute(
                "INSERT INTO bind_code (digest, expires, made_by) VALUES (?, ?, ?)",
                (digest(code), moment_text(now + BIND_VALID), by),
            )

    async def knows(self, code: str, now: datetime) -> bool:
        """Tell whether the code can still be used; ``now`` has a time zone."""
        return bool(
            await self._database.read(
                "SELECT 1 FROM bind_code WHERE digest = ? AND chat IS NULL AND expires > ?",
                (digest(code), moment_text(now)),
            )
        )

    async def forget_expired(self, now: datetime) -> None:
        """Forget the codes that bind nothing any more. Raises a `DatabaseFault`."""
        await self._database.write(EXPIRED, (moment_text(now),))

    async def bind(
        self, code: str, address: int, *, language: str, now: datetime, administrators: Collection[int]
    ) -> bool:
        """Bind a chat if the code is open, or was used for it before; tell whether it is bound by it.

        A code of a seat that is not among the ``administrators`` is not open. ``now`` is local, with its zone.
        """
        since = now.replace(tzinfo=None).isoformat(timespec="minutes")
        async with self._database.transaction() as connection:
            await connection.execute(EXPIRED, (moment_text(now),))
            fits = await connection.execute_fetchall(
                "SELECT made_by FROM bind_code LEFT JOIN place ON number = chat"
                " WHERE digest = ? AND (chat IS NULL OR id = ?)",
                (digest(code), address),
            )
            if not any(by is None or by in administrators for (by,) in fits):
                return False
            [(number,)] = await connection.execute_fetchall(KNOW, (address,))
            await connection.execute("UPDATE bind_code SET chat = ? WHERE digest = ?", (number, digest(code)))
            await connection.execute(BIND, (number, language, since))
        await self.load()
        return True

    async def unbind(self, address: int) -> bool:
        """Send nothing more to the chat, and let none of its codes bind it again; tell whether it was bound."""
        async with self._database.transaction() as connection:
            for table in ("bind_code", "bound_chat"):
                gone = await connection.execute(
                    f"DELETE FROM {table} WHERE chat = (SELECT number FROM place WHERE id = ?)",  # noqa: S608 - ours
                    (address,),
                )
        await self.load()
        return bool(gone.rowcount)

    async def bind_only(self, addresses: Collection[int], among: range, *, language: str, now: str) -> None:
        """Bind these ``among`` the addresses that need no code, the new ones since ``now``, and unbind others."""
        bound = {chat.address: chat.number for chat in self.all if chat.address in among}
        if bound.keys() == set(addresses):
            return
        async with self._database.transaction() as connection:
            for address in set(addresses) - bound.keys():
                [(number,)] = await connection.execute_fetchall(KNOW, (address,))
                await connection.execute(BIND, (number, language, now))
            for address in bound.keys() - set(addresses):
                await connection.execute("DELETE FROM bound_chat WHERE chat = ?", (bound[address],))
        await self.load()

    async def switch(self, number: int, report: Report, now: str) -> None:
        """Send the chat this kind of report, or no longer; what fell due before ``now`` is not sent."""
        await self._database.write(
            f"UPDATE bound_chat SET {report} = 1 - {report}, {report}_since = ? WHERE chat = ?",  # noqa: S608 - ours
            (now, number),
        )
        await self.load()

    async def turn_language(self, number: int) -> None:
        """Change the chat's language to the next of the three."""
        await self._database.write(
            "UPDATE bound_chat SET language = CASE language WHEN 'nb' THEN 'nn' WHEN 'nn' THEN 'en' ELSE 'nb' END"
            " WHERE chat = ?",
            (number,),
        )
        await self.load()

    async def move(self, number: int, address: int) -> None:
        """Follow a group that became a supergroup to its new address."""
        async with self._database.transaction() as connection:
            [(there,)] = await connection.execute_fetchall(KNOW, (address,))
            for table in ("bound_chat", "bind_code", "delivery", "message"):
                await connection.execute(f"UPDATE OR REPLACE {table} SET chat = ? WHERE chat = ?", (there, number))  # noqa: S608 - ours
            await connection.execute("DELETE FROM place WHERE number = ?", (number,))
        await self.load()

    async def shown_since(self, where: OwnPlace, now: str) -> Mapping[Report, str]:
        """Return since when the folder or the desk gets each kind of report: ``now`` where it has got none yet."""
        new = f"INSERT INTO {where} VALUES (1, ?1, ?1, ?1) ON CONFLICT DO NOTHING"  # noqa: S608 - ours
        async with self._database.transaction() as connection:
            await connection.execute(new, (now,))
            [row] = await connection.execute_fetchall(
                f"SELECT monthly_since, tertial_since, annual_since FROM {where}"  # noqa: S608 - ours
            )
        return _by_kind(row)

    async def pass_over(self, reports: Collection[Report], now: str) -> None:
        """Send these kinds from ``now`` on, to chats, folder and desk: what fell due before is not sent."""
        if not reports:
            return
        moved = ", ".join(f"{report}_since = ?1" for report in reports)
        async with self._database.transaction() as connection:
            for table in ("bound_chat", "folder", "desk"):
                await connection.execute(f"UPDATE {table} SET {moved}", (now,))  # noqa: S608 - ours
        await self.load()


def _by_kind(values: Iterable[T]) -> dict[Report, T]:
    return dict(zip(REPORTS, values, strict=True))
