"""The chats that summaries go to: bound with a one-time code, each with its kinds and its language."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from storage.database.connection import Database

T = TypeVar("T")
Report = Literal["monthly", "tertial", "annual"]
ChatLanguage = Literal["nb", "nn", "en"]
REPORTS: tuple[Report, ...] = get_args(Report)


@dataclass(frozen=True)
class BoundChat:
    """A chat, the reports it gets, and since when it gets each (local civil time, `2026-11-03T08:00`)."""

    chat: int
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
        rows = await self._database.read(
            "SELECT chat, language, monthly, tertial, annual, monthly_since, tertial_since, annual_since"
            " FROM chat ORDER BY chat"
        )
        self._bound = {
            chat: BoundChat(chat, language, _by_kind(map(bool, kinds[:3])), _by_kind(kinds[3:]))
            for chat, language, *kinds in rows
        }

    def bound(self, chat: int) -> bool:
        """Tell whether summaries go to this chat."""
        return chat in self._bound

    @property
    def all(self) -> tuple[BoundChat, ...]:
        """All bound chats."""
        return tuple(self._bound.values())

    def language_in(self, chat: int, own: ChatLanguage) -> ChatLanguage:
        """Return the language of a bound chat, and of any other place the centre's ``own``."""
        return self._bound[chat].language if chat in self._bound else own

    async def make_code(self, code: str) -> None:
        """Keep a code that may bind one chat."""
        await self._database.write("INSERT INTO bind_code (code) VALUES (?)", (code,))

    async def knows(self, code: str) -> bool:
        """Tell whether the code was made here, used or not."""
        return bool(await self._database.read("SELECT 1 FROM bind_code WHERE code = ?", (code,)))

    async def bind(self, code: str, chat: int, *, language: str, now: str) -> bool:
        """Bind the chat if the code is unused, or was used for it before; tell whether it is bound by it."""
        async with self._database.transaction() as connection:
            used = await connection.execute(
                "UPDATE bind_code SET chat = ?1 WHERE code = ?2 AND (chat IS NULL OR chat = ?1)", (chat, code)
            )
            if used.rowcount:
                await connection.execute(
                    "INSERT INTO chat (chat, language, monthly_since, tertial_since, annual_since)"
                    " VALUES (?1, ?2, ?3, ?3, ?3) ON CONFLICT DO NOTHING",
                    (chat, language, now),
                )
        await self.load()
        return bool(used.rowcount)

    async def unbind(self, chat: int) -> bool:
        """Send nothing more to the chat; tell whether it was bound."""
        async with self._database.transaction() as connection:
            gone = await connection.execute("DELETE FROM chat WHERE chat = ?", (chat,))
            await connection.execute("DELETE FROM bind_code WHERE chat = ?", (chat,))
        await self.load()
        return bool(gone.rowcount)

    async def switch(self, chat: int, report: Report, now: str) -> None:
        """Send the chat this kind of report, or no longer; what fell due before ``now`` is not sent."""
        await self._database.write(
            f"UPDATE chat SET {report} = 1 - {report}, {report}_since = ? WHERE chat = ?",  # noqa: S608 - ours
            (now, chat),
        )
        await self.load()

    async def turn_language(self, chat: int) -> None:
        """Change the chat's language to the next of the three."""
        await self._database.write(
            "UPDATE chat SET language = CASE language WHEN 'nb' THEN 'nn' WHEN 'nn' THEN 'en' ELSE 'nb' END"
            " WHERE chat = ?",
            (chat,),
        )
        await self.load()

    async def move(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup: its binding and its deliveries go with it."""
        async with self._database.transaction() as connection:
            await connection.execute("UPDATE OR REPLACE chat SET chat = ? WHERE chat = ?", (new, old))
            await connection.execute("UPDATE bind_code SET chat = ? WHERE chat = ?", (new, old))
            await connection.execute("UPDATE OR REPLACE delivery SET chat = ? WHERE chat = ?", (new, old))
        await self.load()

    async def folder_since(self, now: str) -> Mapping[Report, str]:
        """Return since when the folder gets each kind of report: ``now`` the first time this is asked."""
        async with self._database.transaction() as connection:
            await connection.execute("INSERT INTO folder VALUES (1, ?1, ?1, ?1) ON CONFLICT DO NOTHING", (now,))
            [row] = await connection.execute_fetchall(
                "SELECT monthly_since, tertial_since, annual_since FROM folder"
            )
        return _by_kind(row)

    async def pass_over(self, reports: Collection[Report], now: str) -> None:
        """Send these kinds from ``now`` on, to chats and folder: what fell due before is not sent."""
        if not reports:
            return
        moved = ", ".join(f"{report}_since = ?1" for report in reports)
        async with self._database.transaction() as connection:
            for table in ("chat", "folder"):
                await connection.execute(f"UPDATE {table} SET {moved}", (now,))  # noqa: S608 - ours
        await self.load()


def _by_kind(values: Iterable[T]) -> dict[Report, T]:
    return dict(zip(REPORTS, values, strict=True))
