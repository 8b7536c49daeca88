"""Who may use the bot: the seats the config names, and those who came in with a one-time code."""

from collections.abc import Mapping
from typing import Literal

from storage.database.connection import Database

Role = Literal["administrator", "leader", "staff"]


class Staff:
    """The list of seats (Telegram user ids) and their roles."""

    def __init__(self, database: Database, named: Mapping[int, Role]) -> None:
        """Know the seats ``named`` in the config; `load` adds those in the database."""
        self._database = database
        self._named = dict(named)
        self._roles: dict[int, Role] = dict(named)

    async def load(self) -> None:
        """Read the seats kept in the database; a seat named in the config keeps the role given there."""
        rows = await self._database.read("SELECT seat, role FROM staff")
        self._roles = dict(rows) | self._named

    def role(self, seat: int) -> Role | None:
        """Return the seat's role, or None for a stranger."""
        return self._roles.get(seat)

    @property
    def roles(self) -> Mapping[int, Role]:
        """The role of every seat on the list."""
        return self._roles

    async def invite(self, code: str) -> str:
        """Return the code that makes its sender administrator: ``code``, or one that is still unused."""
        async with self._database.transaction() as connection:
            await connection.execute(
                "INSERT INTO invite (code, role) SELECT ?, 'administrator'"
                " WHERE NOT EXISTS (SELECT 1 FROM invite WHERE used_by IS NULL)",
                (code,),
            )
            rows = list(await connection.execute_fetchall("SELECT code FROM invite WHERE used_by IS NULL"))
        return str(rows[0][0])

    async def redeem(self, code: str, seat: int) -> Role | None:
        """Give the seat the code's role; the same seat again gets the same, anybody else None."""
        if not code.isascii():  # our codes are ASCII, and SQLite cannot look up a lone surrogate
            return None
        async with self._database.transaction() as connection:
            rows = await connection.execute_fetchall(
                "SELECT role FROM invite WHERE code = ? AND (used_by IS NULL OR used_by = ?)", (code, seat)
            )
            role: Role | None = next((role for (role,) in rows), None)
            if role is None:
                return None
            await connection.execute(
                "INSERT INTO staff (seat, role) VALUES (?, ?) ON CONFLICT DO UPDATE SET role = excluded.role",
                (seat, role),
            )
            await connection.execute("UPDATE invite SET used_by = ? WHERE code = ?", (seat, code))
        await self.load()
        return role
