"""Working through the records of an import a slice a transaction, so that others can save in between."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from storage.database.connection import Database

SLICE = """
    SELECT count(*), max(id) FROM (SELECT id FROM record WHERE import_number = ? AND id >= ? ORDER BY id LIMIT ?)
"""
LOWEST = -(1 << 63)


@dataclass(frozen=True)
class Slices:
    """At most so many ``records`` a transaction; after a full one, others get a turn for ``pause`` seconds."""

    database: Database
    records: int = 50_000
    # A program that waits for its turn asks at least ten times a second.
    pause: float = 0.12

    async def each(
        self,
        number: int,
        statements: Sequence[str],
        facts: Mapping[str, object] | None = None,
        done: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Run statements on the records of an import, `:number`, from one id (`:first`) to another (`:last`).

        ``done`` is told on how many they were run. Raises a `DatabaseFault`; then they may have been run on some.
        """
        first, total, count = LOWEST, 0, self.records
        while count == self.records:
            async with self.database.transaction() as connection:
                [(count, last)] = await connection.execute_fetchall(SLICE, (number, first, self.records))
                if count:
                    bound = {"number": number, "first": first, "last": last, **(facts or {})}
                    for statement in statements:
                        await connection.execute(statement, bound)
                    first, total = last + 1, total + count
            done(total)
            await self.give_way(count)

    async def give_way(self, records: int) -> None:
        """Let others save, after a transaction with so many records."""
        if records == self.records:
            await asyncio.sleep(self.pause)
