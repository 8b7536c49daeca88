"""The chats that summaries go to: bound with a one-time code, each with its kinds and its language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from storage.database import Database

Report = Literal["monthly", "tertial", "annual"]
REPORTS: tuple[Report, ...] = ("monthly", "tertial", "annual")
LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True)
class BoundChat:
    """A chat, the reports it gets, and since when (local civil time, `2026-11-03T08:00`)."""

    chat: int
    language: Literal["nb", "nn", "en"]
    reports: Mapping[Report, bool]
    since: str


class Chats:
    """Knows the bound chats; who is bound is kept in memory too, since every update asks."""

    def __init__(self, database: Database) -> None:
        """Keep the chats in ``database``; `load` them before use."""
        self._database = database
        self._bound: dict[int, BoundChat] = {}

    async def load(self) -> None:
        """Read the chats anew."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(
                "SELECT chat, language, monthly, tertial, annual, since FROM chat ORDER BY chat"
            )
        self._bound = {
            chat: BoundChat(chat, language, dict(zip(REPORTS, map(bool, kinds), strict=True)), since)
            for chat, language, *kinds, since in rows
        }

    def bound(self, chat: int) -> bool:
        """Tell whether summaries go to this chat."""
        return chat in self._bound

    @property
    def all(self) -> tuple[BoundChat, ...]:
        """All bound chats."""
        return tuple(self._bound.values())

    async def make_code(self, code: str) -> None:
        """Let this code bind one chat."""
        async with self._database.transaction() as connection:
            await connection.execute("INSERT INTO bind_code (code) VALUES (?)", (code,))

    async def knows(self, code: str) -> bool:
        """Tell whether the code is one of ours, used or not."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall("SELECT 1 FROM bind_code WHERE code = ?", (code,))
        return bool(list(rows))

    async def bind(self, code: str, chat: int, *, language: str, now: str) -> bool:
        """Bind the chat if the code is unused, or was used for it before; tell whether it is bound by it."""
        async with self._database.transaction() as connection:
            used = await connection.execute(
                "UPDATE bind_code SET chat = ?1 WHERE code = ?2 AND (chat IS NULL OR chat = ?1)", (chat, code)
            )
            if used.rowcount:
                await connection.execute(
                    "INSERT INTO chat (chat, language, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
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

    async def switch(self, chat: int, report: Report) -> None:
        """Send the chat this kind of report, or no longer."""
        async with self._database.transaction() as connection:
            await connection.execute(
                f"UPDATE chat SET {report} = 1 - {report} WHERE chat = ?",  # noqa: S608 - one of three words of ours
                (chat,),
            )
        await self.load()

    async def turn_language(self, chat: int) -> None:
        """Write to the chat in the next of the three languages."""
        async with self._database.transaction() as connection:
            await connection.execute(
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

    async def folder_since(self, now: str) -> str:
        """Return since when the folder is written to; ``now`` where it begins with this question."""
        async with self._database.transaction() as connection:
            await connection.execute("INSERT INTO folder VALUES (1, ?) ON CONFLICT DO NOTHING", (now,))
            rows = list(await connection.execute_fetchall("SELECT since FROM folder"))
        return str(rows[0][0])
