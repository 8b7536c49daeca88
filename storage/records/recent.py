"""The latest records, for going back to one whose message is long gone."""

from dataclasses import dataclass

from storage.database.connection import Database
from storage.records.records import Record, kept, record_of

# Imported records were registered by nobody; of declined calls it is not known when they were.
TAPPED = "instr(source, ':') = 0 AND outcome <> 'declined'"
COLUMNS = kept("record.form", "record.occurred_at")
EVERYBODYS = f"SELECT {COLUMNS} FROM record WHERE {TAPPED} ORDER BY id DESC LIMIT ? OFFSET ?"  # noqa: S608 - ours
OWN = f"""
    SELECT {COLUMNS} FROM record
    WHERE {TAPPED} AND id IN (
        SELECT id FROM record WHERE shift = ?
        UNION SELECT id FROM record WHERE (length(recorded_at) = 13 OR recorded_by IS NOT NULL) AND recorded_by = ?
    )
    ORDER BY id DESC LIMIT ? OFFSET ?
"""  # noqa: S608 - ours


@dataclass(frozen=True)
class Recent:
    """Looks up the latest records, voided ones too, the newest first."""

    database: Database

    async def of_everybody(self, most: int, skipped: int) -> list[Record]:
        """Return at most so many records, after those skipped. Raises a `DatabaseFault`."""
        return await self._read(EVERYBODYS, (most, skipped))

    async def of(self, seat: int, shift: str, most: int, skipped: int) -> list[Record]:
        """Return at most so many records of the shift and of the seat. Raises a `DatabaseFault`."""
        return await self._read(OWN, (shift, seat, most, skipped))

    async def _read(self, statement: str, facts: tuple[object, ...]) -> list[Record]:
        async with self.database.reading() as connection:
            return [record_of(row) for row in await connection.execute_fetchall(statement, facts)]
