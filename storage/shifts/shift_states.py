"""What a shift's calls add up to, to tell whether any of them has changed."""

from dataclasses import dataclass

from storage.database.commits import Commits
from storage.database.connection import Database

# What is registered meanwhile for another shift is looked up by its hour.
STATE = """
    SELECT count(*), total(revision), total(id), total(voided_at IS NOT NULL) FROM record WHERE shift = ?1
    UNION ALL
    SELECT count(*), total(revision), total(id), total(voided_at IS NOT NULL) FROM record
    WHERE (length(recorded_at) = 13 OR recorded_by IS NOT NULL) AND recorded_at >= substr(?1, 1, 13)
    UNION ALL
    SELECT count(*), total(declined), total(logged), 0 FROM shift WHERE began = ?1
"""


@dataclass(frozen=True)
class ShiftState:
    """The sums of a shift's calls, and of those registered meanwhile; another state means that one has changed."""

    shift: str
    sums: tuple[tuple[float, ...], ...]


class ShiftStates:
    """Looks how shifts stand."""

    def __init__(self, database: Database) -> None:
        """Look in ``database``."""
        self._database = database

    @property
    def commits(self) -> Commits:
        """What is to be waited for before another look is worth it."""
        return self._database.commits

    async def look(self, shift: str) -> ShiftState:
        """Return the present state of a shift. Raises a `DatabaseFault`."""
        return ShiftState(shift, tuple(await self._database.read(STATE, (shift,))))
