"""Unlock codes: what opens a seat's browsers, each kept as its hash alone, and how often it was wrong in a row."""

from storage.database.connection import Database

CHOOSE = "INSERT INTO unlock_code (seat, hash) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING 1"
TRY = "UPDATE unlock_code SET wrong = wrong + 1 WHERE seat = ? AND wrong < ? RETURNING hash"


class UnlockCodes:
    """The codes by their seats, always as the database has them, since the console frees some."""

    def __init__(self, database: Database) -> None:
        """Keep the codes in ``database``."""
        self._database = database

    async def wrong(self, seat: int) -> int | None:
        """Return how often in a row a seat's code was wrong, None where the seat has none."""
        rows = await self._database.read("SELECT wrong FROM unlock_code WHERE seat = ?", (seat,))
        return rows[0][0] if rows else None

    async def choose(self, seat: int, hashed: str) -> bool:
        """Keep the code of a seat that has none; tell whether it had none. Raises a `DatabaseFault`."""
        return bool(await self._database.write(CHOOSE, (seat, hashed)))

    async def change(self, seat: int, present: str, hashed: str) -> bool:
        """Keep another code for a seat in place of the ``present`` one; tell whether that was still its code.

        Raises a `DatabaseFault`.
        """
        statement = "UPDATE unlock_code SET hash = ?, wrong = 0 WHERE seat = ? AND hash = ? RETURNING 1"
        return bool(await self._database.write(statement, (hashed, seat, present)))

    async def begin_try(self, seat: int, most: int) -> str | None:
        """Count a try as wrong, and return the hash to compare with; None where there were as many as may be.

        It is counted first, since many may come at once. Raises a `DatabaseFault`.
        """
        rows = await self._database.write(TRY, (seat, most))
        return rows[0][0] if rows else None

    async def was_right(self, seat: int, hashed: str) -> bool:
        """Note that a seat's code was right; tell whether it is still its code. Raises a `DatabaseFault`."""
        statement = "UPDATE unlock_code SET wrong = 0 WHERE seat = ? AND hash = ? RETURNING 1"
        return bool(await self._database.write(statement, (seat, hashed)))

    async def forget(self, seat: int) -> bool:
        """Forget a seat's code, so that another is chosen; tell whether it had one. Raises a `DatabaseFault`."""
        return bool(await self._database.write("DELETE FROM unlock_code WHERE seat = ? RETURNING 1", (seat,)))
