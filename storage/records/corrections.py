"""Corrections: changing, moving, voiding and restoring records, each change with a row of history."""

from dataclasses import dataclass, replace

import aiosqlite

from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.question import Answers, Outcome
from storage.hour import Hour
from storage.records.recent_saves import RecentSaves
from storage.records.records import Record, canonical, count_declined, find, unordered_id
from storage.records.sources import Sources

# Of a declined call only the month is kept, so its corrections leave no history, which would tell more.
NOTE = """
    INSERT INTO change (record, number, what, at, by, before, after)
    SELECT id, (SELECT count(*) + 1 FROM change WHERE record = record.id), '{column}', ?1, ?2,
        coalesce({column}, ''), coalesce(?3, '')
    FROM record WHERE source = ?4 AND outcome <> 'declined' AND {column} IS NOT ?3
"""

DECLINE = """
    UPDATE record SET id = ?2, outcome = 'declined', answers = '{}', occurred_at = substr(occurred_at, 1, 7),
        recorded_at = substr(recorded_at, 1, 7), recorded_by = NULL, shift = NULL, revision = 1
    WHERE source = ?1
"""

# The gap that its old id leaves would tell between which calls it was.
CLOSE_GAP = "UPDATE record SET id = id - 1 WHERE id > ?"

DISCOUNT = "UPDATE shift SET declined = declined - 1 WHERE began = ? AND step <> 'done' AND declined > 0"
DISCOUNT_LATE = "UPDATE declined_in_shifts SET late = late - 1 WHERE month = ? AND late > 0"
# A shift that never counted a declined call has no row before it is asked.
COUNT_AGAIN = "UPDATE shift SET declined = declined + 1 WHERE began = ? AND step <> 'done'"
# Of a call that was among the counted ones of its shift nothing was taken away: so many stay as the month has.
COUNT_AGAIN_LATE = """
    UPDATE declined_in_shifts SET late = late + 1 WHERE month = ?1 AND late + calls + (
        SELECT coalesce(sum(declined), 0) FROM shift WHERE substr(began, 1, 7) = ?1
    ) < (
        SELECT coalesce(sum(calls), 0) FROM answer_count
        WHERE grain = 'month' AND period = ?1 AND outcome = 'declined' AND form NOT IN (SELECT form FROM stay)
    )
"""


@dataclass(frozen=True)
class Correction:
    """New answers for a record, as it was at ``revision``; ``by`` whom and in which hour."""

    source: str
    revision: int
    outcome: Outcome
    answers: Answers
    by: int
    at: Hour


class Corrections:
    """Changes records, and keeps what they were before."""

    def __init__(
        self, database: Database, sources: Sources | None = None, saves: RecentSaves | None = None
    ) -> None:
        """Correct the records in ``database``, which are kept under ``sources``, and note each in ``saves``."""
        self._database, self._sources = database, sources or Sources(database)
        self._saves = saves or RecentSaves()

    async def answer(self, correction: Correction, form: Form) -> Record | None:
        """Give the record its new answers; None where it is no longer what the correction began with.

        The same correction again returns the record as it is. Raises a `DatabaseFault`.
        """
        answers = canonical(form, correction.answers)
        carried = await self._sources.carried(correction.source)
        async with self._database.transaction() as connection:
            record = await find(connection, carried)
            if record is None or record.voided:
                return None
            if (record.outcome, canonical(form, record.answers)) == (correction.outcome, answers):
                return record
            if record.outcome == "declined" or record.revision != correction.revision:
                return None
            if correction.outcome == "declined":
                await self._decline(connection, record)
            else:
                await self._write(connection, replace(correction, source=record.source), form, answers)
            corrected = await find(connection, carried)
        return self._noted(corrected, correction.by)

    async def move(self, source: str, hour: Hour, shift: str | None, *, by: int, now: Hour) -> Record | None:
        """Change when the call was; None where there is no such record, or its time may not be kept.

        Where it is no longer known of which shift it was, it stays among the calls of that one.
        """
        carried = await self._sources.carried(source)
        async with self._database.transaction() as connection:
            record = await find(connection, carried)
            if record is None or record.voided or record.outcome == "declined":
                return None
            moved = (str(hour), record.shift and shift)
            if (record.occurred_at, record.shift) != moved:
                await _note(connection, record.source, "occurred_at", str(hour), by, now)
                await connection.execute(
                    "UPDATE record SET occurred_at = ?, shift = ?, revision = revision + 1 WHERE source = ?",
                    (*moved, record.source),
                )
            corrected = await find(connection, carried)
        return self._noted(corrected, by)

    async def void(self, source: str, *, by: int, now: Hour, shift: str | None = None) -> bool:
        """Void a record; tell whether it was not void already.

        ``shift`` is the one on duty: a declined call does not name its own, and is taken from there, or else from
        the late ones of its month.
        """
        return await self._mark(source, now.day.isoformat(), by, now, shift)

    async def restore(self, source: str, *, by: int, now: Hour, shift: str | None = None) -> bool:
        """Restore a voided record; tell whether it was voided. ``shift`` is the one on duty."""
        return await self._mark(source, None, by, now, shift)

    async def _mark(self, source: str, voided_at: str | None, by: int, now: Hour, shift: str | None) -> bool:
        carried = await self._sources.carried(source)
        async with self._database.transaction() as connection:
            record = await find(connection, carried)
            if record is None or record.voided == (voided_at is not None):
                return False
            if record.outcome == "declined":
                voided_at = voided_at and voided_at[:7]
            await _note(connection, record.source, "voided_at", voided_at, by, now)
            await connection.execute(
                "UPDATE record SET voided_at = ?, revision = revision + 1 WHERE source = ?",
                (voided_at, record.source),
            )
            if record.outcome == "declined" and shift:
                await (_discount_declined if voided_at else _recount_declined)(
                    connection, shift, record.occurred_at
                )
        self._noted(replace(record, revision=record.revision + 1, voided=voided_at is not None), by)
        return True

    def _noted(self, record: Record | None, by: int) -> Record | None:
        if record is not None:
            self._saves.note(record.saved(by))
        return record

    async def _decline(self, connection: aiosqlite.Connection, record: Record) -> None:
        [(old,)] = await connection.execute_fetchall("SELECT id FROM record WHERE source = ?", (record.source,))
        await connection.execute("DELETE FROM change WHERE record = ?", (old,))
        await connection.execute(DECLINE, (record.source, unordered_id(record.source)))
        await connection.execute(CLOSE_GAP, (old,))
        if record.shift:
            await count_declined(connection, record.shift)

    async def _write(
        self, connection: aiosqlite.Connection, correction: Correction, form: Form, answers: str
    ) -> None:
        source, by, at = correction.source, correction.by, correction.at
        await _note(connection, source, "outcome", correction.outcome, by, at)
        await _note(connection, source, "answers", answers, by, at)
        await connection.execute(
            "UPDATE record SET outcome = ?, answers = ?, fingerprint = ?, revision = revision + 1"
            " WHERE source = ?",
            (correction.outcome, answers, form.fingerprint, source),
        )


async def _note(  # noqa: PLR0913, PLR0917 - one row of history
    connection: aiosqlite.Connection, source: str, column: str, after: str | None, by: int, now: Hour
) -> None:
    """Keep what one of the record's columns was, where it becomes something else."""
    await connection.execute(NOTE.format(column=column), (str(now), by, after, source))


async def _discount_declined(connection: aiosqlite.Connection, shift: str, month: str) -> None:
    """Count one declined call less in the shift, or else among the late ones of the month, where there is one."""
    if not await _changed(connection, DISCOUNT, shift):
        await connection.execute(DISCOUNT_LATE, (month,))


async def _recount_declined(connection: aiosqlite.Connection, shift: str, month: str) -> None:
    """Count a declined call again where it was counted less."""
    if not await _changed(connection, COUNT_AGAIN, shift):
        await connection.execute(COUNT_AGAIN_LATE, (month,))


async def _changed(connection: aiosqlite.Connection, statement: str, shift: str) -> bool:
    return (await connection.execute(statement, (shift,))).rowcount > 0
