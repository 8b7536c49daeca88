"""Correcting what a shift answered, for a month, each change with a row of history.

Calls in are told and taken without those who did not want to be registered. Of which shift these were is forgotten
after two days, and a figure that changed just then would tell.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import aiosqlite

from storage.database.connection import Database
from storage.hour import Hour
from storage.records.retention import LATE_DAYS

Figure = Literal["counted", "outgoing"]
FIGURES: tuple[Figure, ...] = get_args(Figure)
MOST_OF_A_SHIFT = 999
"""The greatest number of calls that a shift can be given."""

CORRECTABLE = "step = 'done' AND substr(began, 1, 13) >= ?1"
ANSWERED = f"""
    SELECT began, ended,
        coalesce(logged, 0) + (SELECT count(*) FROM record WHERE shift = began AND voided_at IS NULL),
        max(0, counted - declined), outgoing,
        (SELECT count(*) FROM shift AS later WHERE later.step = 'done' AND later.began > shift.began)
    FROM shift WHERE {CORRECTABLE}
"""  # noqa: S608 - ours
CHANGES = "SELECT number, what, before, after FROM shift_change WHERE shift = ? ORDER BY number"
NOTE = """
    INSERT INTO shift_change (number, shift, what, at, by, before, after)
    VALUES ((SELECT count(*) + 1 FROM shift_change WHERE shift = ?1), ?1, ?2, ?3, ?4, ?5, ?6)
"""
WRITE = {
    "counted": "UPDATE shift SET counted = ?2 + declined WHERE began = ?1",
    "outgoing": "UPDATE shift SET outgoing = ?2 WHERE began = ?1",
}


@dataclass(frozen=True)
class AnsweredShift:
    """A shift whose questions are over, from ``began`` until ``ended`` (`2026-11-03T07:30`).

    ``registered`` are its records; ``counted`` calls in the telephone showed, both without those declined, and
    ``outgoing`` it made, None where that is not known. So many ``later`` shifts are listed before it.
    """

    began: str
    ended: str
    registered: int
    counted: int | None
    outgoing: int | None
    later: int

    def value(self, figure: Figure) -> int | None:
        """Return one of its figures."""
        return self.counted if figure == "counted" else self.outgoing


@dataclass(frozen=True)
class FigureChange:
    """A change of one of a shift's figures, by its ``number`` in the shift's history."""

    number: int
    figure: Figure
    before: int | None
    after: int | None


class ShiftCorrections:
    """Changes the figures of shifts whose questions are over, for `LATE_DAYS`, and keeps what they were."""

    def __init__(self, database: Database) -> None:
        """Correct the shifts in ``database``."""
        self._database = database

    async def latest(self, most: int, skipped: int, *, now: Hour) -> list[AnsweredShift]:
        """Return at most so many shifts that can be corrected, after those skipped, the newest first."""
        statement = f"{ANSWERED} ORDER BY began DESC LIMIT ?2 OFFSET ?3"
        return [AnsweredShift(*row) for row in await self._database.read(statement, (_oldest(now), most, skipped))]

    async def find(self, shift: str, *, now: Hour) -> AnsweredShift | None:
        """Return a shift that can be corrected; None for every other."""
        async with self._database.reading() as connection:
            return await _find(connection, shift, now)

    async def changes(self, shift: str) -> list[FigureChange]:
        """Return what was changed of a shift, the first change first."""
        async with self._database.reading() as connection:
            return await _changes(connection, shift)

    async def correct(
        self, shift: str, figure: Figure, calls: int | None, *, by: int, now: Hour
    ) -> FigureChange | None:
        """Change a figure, to not known with None; return None where it is so already, or cannot be corrected.

        Raises a `DatabaseFault`, also for more calls than `MOST_OF_A_SHIFT`; then nothing is changed.
        """
        async with self._database.transaction() as connection:
            return await _write(connection, shift, figure, calls, by, now)

    async def take_back(self, shift: str, number: int, *, by: int, now: Hour) -> FigureChange | None:
        """Change a figure to what it was before a change; None where another one has followed."""
        async with self._database.transaction() as connection:
            changes = await _changes(connection, shift)
            change = next((change for change in changes if change.number == number), None)
            if change is None or any(later.figure == change.figure for later in changes[number:]):
                return None
            return await _write(connection, shift, change.figure, change.before, by, now)


def _oldest(now: Hour) -> str:
    return str(now.earlier(LATE_DAYS * 24))


async def _find(connection: aiosqlite.Connection, shift: str, now: Hour) -> AnsweredShift | None:
    rows = await connection.execute_fetchall(f"{ANSWERED} AND began = ?2", (_oldest(now), shift))
    return next((AnsweredShift(*row) for row in rows), None)


async def _changes(connection: aiosqlite.Connection, shift: str) -> list[FigureChange]:
    return [FigureChange(*row) for row in await connection.execute_fetchall(CHANGES, (shift,))]


async def _write(  # noqa: PLR0913, PLR0917 - one row of history
    connection: aiosqlite.Connection, shift: str, figure: Figure, calls: int | None, by: int, now: Hour
) -> FigureChange | None:
    found = await _find(connection, shift, now)
    if found is None or found.value(figure) == calls:
        return None
    await connection.execute(NOTE, (shift, figure, str(now), by, found.value(figure), calls))
    await connection.execute(WRITE[figure], (shift, calls))
    return (await _changes(connection, shift))[-1]
