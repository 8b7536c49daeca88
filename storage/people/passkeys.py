"""Passkeys: what opens a seat's browsers in place of its code; the public half of each is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database.connection import Database

ADD = "INSERT INTO passkey (id, seat, public_key, uses) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1"


@dataclass(frozen=True)
class Passkey:
    """A passkey of a seat, and how often its holder says that it has been used."""

    id: bytes
    seat: int
    public_key: bytes
    uses: int


class Passkeys:
    """Keeps the passkeys of seats."""

    def __init__(self, database: Database) -> None:
        """Keep them in ``database``."""
        self._database = database

    async def of(self, seat: int) -> Sequence[Passkey]:
        """Return the passkeys of a seat."""
        rows = await self._database.read(
            "SELECT id, seat, public_key, uses FROM passkey WHERE seat = ? ORDER BY id", (seat,)
        )
        return [Passkey(*row) for row in rows]

    async def add(self, passkey: Passkey) -> bool:
        """Keep a passkey; tell whether it was not known yet. Raises a `DatabaseFault`."""
        facts = (passkey.id, passkey.seat, passkey.public_key, passkey.uses)
        return bool(await self._database.write(ADD, facts))

    async def use(self, passkey: Passkey, uses: int) -> bool:
        """Note how often a passkey has been used now; tell whether no other use came in between.

        Raises a `DatabaseFault`.
        """
        rows = await self._database.write(
            "UPDATE passkey SET uses = ? WHERE id = ? AND uses = ? RETURNING 1", (uses, passkey.id, passkey.uses)
        )
        return bool(rows)

    async def remove(self, seat: int, id: bytes) -> bool:  # noqa: A002 - the standard's name
        """Open a seat by this passkey no more; tell whether it was one of its own. Raises a `DatabaseFault`."""
        statement = "DELETE FROM passkey WHERE id = ? AND seat = ? RETURNING 1"
        return bool(await self._database.write(statement, (id, seat)))
