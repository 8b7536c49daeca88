"""Handovers: what the staff are asked when a shift ends, and what they answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import aiosqlite

from storage.database.connection import Database
from storage.hour import Hour
from storage.records.recent_saves import RecentSaves, Save
from storage.records.records import INSERT, Draft, row
from storage.records.sources import Sources

Step = Literal["open", "incoming", "missing", "outgoing", "done"]

LOOK = """
    SELECT began, step, counted, outgoing, declined + coalesce(logged, 0) + (
        SELECT count(*) FROM record WHERE shift = began AND voided_at IS NULL
    ) FROM shift WHERE began = ?
"""
LOGGED = """
    SELECT coalesce(max(declined), 0) + coalesce(max(logged), 0) + (
        SELECT count(*) FROM record WHERE shift = ?1 AND voided_at IS NULL
    ) FROM shift WHERE began = ?1
"""
JUST_AFTER = "FROM record WHERE shift = ?1 AND occurred_at = ?2 AND voided_at IS NULL"


@dataclass(frozen=True)
class Handover:
    """How far the questions about a shift have come.

    ``counted`` calls in the telephone showed and ``outgoing`` it made, None where nobody has said; ``logged`` are
    registered, whatever their outcome.
    """

    shift: str
    step: Step
    counted: int | None
    outgoing: int | None
    logged: int

    @property
    def missing(self) -> int:
        """How many calls are not registered, as far as is known."""
        return max(0, (self.counted or 0) - self.logged)


@dataclass(frozen=True)
class HandoverQuestion:
    """A shift's question to a seat; ``message`` is None until it is sent."""

    shift: str
    seat: int
    message: int | None


class Handovers:
    """Keeps the questions of handovers; whoever answers first settles it for all."""

    def __init__(
        self, database: Database, sources: Sources | None = None, saves: RecentSaves | None = None
    ) -> None:
        """Keep the questions in ``database``, and missing calls under ``sources``, each noted in ``saves``."""
        self._database, self._sources = database, sources or Sources(database)
        self._saves = saves or RecentSaves()

    async def since(self, now: str) -> str:
        """Return since when handovers are asked about: ``now`` the first time this is called."""
        known = await self._database.read("SELECT since FROM shifts_since")
        if known:
            return str(known[0][0])
        await self._database.write("INSERT INTO shifts_since VALUES (1, ?) ON CONFLICT DO NOTHING", (now,))
        return now

    async def seats(self, shift: str) -> set[int]:
        """Return who registered a call of the shift, as far as it is still known."""
        rows = await self._database.read(
            "SELECT DISTINCT recorded_by FROM record WHERE shift = ? AND recorded_by IS NOT NULL", (shift,)
        )
        return {seat for (seat,) in rows}

    async def ask(self, shift: str, until: str, seats: Iterable[int]) -> bool:
        """Ask these seats about a shift, once; tell whether nobody had been asked before."""
        async with self._database.transaction() as connection:
            await connection.execute("INSERT INTO shift (began) VALUES (?) ON CONFLICT DO NOTHING", (shift,))
            new = await connection.execute(
                "UPDATE shift SET step = 'incoming', ended = ? WHERE began = ? AND step = 'open'", (until, shift)
            )
            if new.rowcount:
                await connection.executemany(
                    "INSERT INTO shift_question (shift, seat) VALUES (?, ?)", ((shift, seat) for seat in seats)
                )
        return bool(new.rowcount)

    async def look(self, shift: str) -> Handover | None:
        """Return how far a shift's questions have come; None where nobody was asked."""
        async with self._database.reading() as connection:
            return await _look(connection, shift)

    async def logged(self, shift: str) -> int:
        """Count the shift's calls, whatever their outcome, also before anybody was asked about it."""
        rows = await self._database.read(LOGGED, (shift,))
        return int(rows[0][0])

    async def declined(self, shift: str) -> int:
        """Count the declined calls of a shift, for two days at most."""
        rows = await self._database.read("SELECT declined FROM shift WHERE began = ?", (shift,))
        return sum(count for (count,) in rows)

    async def unfinished(self) -> list[str]:
        """Return the shifts whose questions still stand, the oldest first."""
        rows = await self._database.read(
            "SELECT began FROM shift WHERE step NOT IN ('open', 'done') ORDER BY began"
        )
        return [shift for (shift,) in rows]

    async def questions(self, shift: str) -> list[HandoverQuestion]:
        """Return the shift's questions, those already sent and those still to be sent."""
        rows = await self._database.read(
            "SELECT shift, seat, message FROM shift_question WHERE shift = ? ORDER BY seat", (shift,)
        )
        return [HandoverQuestion(*row) for row in rows]

    async def sent(self, question: HandoverQuestion, message: int) -> None:
        """Note which message holds the question."""
        await self._database.write(
            "UPDATE shift_question SET message = ? WHERE shift = ? AND seat = ?",
            (message, question.shift, question.seat),
        )

    async def drop(self, question: HandoverQuestion) -> None:
        """Ask this seat no more."""
        await self._database.write(
            "DELETE FROM shift_question WHERE shift = ? AND seat = ?", (question.shift, question.seat)
        )

    async def just_after(self, following: str, hour: str) -> int:
        """Count the following shift's calls of one hour: they may belong to the shift before."""
        rows = await self._database.read(f"SELECT count(*) {JUST_AFTER}", (following, hour))
        return sum(count for (count,) in rows)

    async def take(self, shift: str, following: str, hour: str) -> None:
        """Give the shift as many of the following one's calls of that hour as it lacks, the first ones."""
        async with self._database.transaction() as connection:
            before = await _look(connection, shift)
            if before and before.step == "missing":
                await connection.execute(
                    "UPDATE record SET shift = ?3, revision = revision + 1"  # noqa: S608 - ours
                    f" WHERE id IN (SELECT id {JUST_AFTER} ORDER BY id LIMIT ?4)",
                    (following, hour, shift, before.missing),
                )

    async def count(self, shift: str, counted: int | None) -> Handover | None:
        """Keep how many calls the telephone showed, None for not known; None where it was answered before."""
        async with self._database.transaction() as connection:
            before = await _look(connection, shift)
            if before is None or before.step != "incoming":
                return None
            step = "missing" if counted is not None and counted > before.logged else "outgoing"
            await connection.execute(
                "UPDATE shift SET counted = ?, step = ? WHERE began = ?", (counted, step, shift)
            )
            return await _look(connection, shift)

    async def fill(self, shift: str, drafts: Sequence[Draft], *, by: int, now: Hour) -> None:
        """Keep as many of the drafts as the shift lacks. Raises a `DatabaseFault`; then none is kept."""
        sources = [await self._sources.of(draft.source) for draft in drafts]
        rows = [row(draft, source, by=by, now=now) for draft, source in zip(drafts, sources, strict=True)]
        async with self._database.transaction() as connection:
            before = await _look(connection, shift)
            missing = before.missing if before and before.step == "missing" else 0
            await connection.executemany(INSERT, rows[:missing])
        for draft, source in list(zip(drafts, sources, strict=True))[:missing]:
            self._saves.note(Save(source, draft.outcome, draft.answers, by))

    async def move_on(self, shift: str, *, whatever: bool = False) -> None:
        """Go on to the outgoing calls once nothing is missing, or ``whatever`` is."""
        async with self._database.transaction() as connection:
            before = await _look(connection, shift)
            if before and before.step == "missing" and (whatever or not before.missing):
                await connection.execute("UPDATE shift SET step = 'outgoing' WHERE began = ?", (shift,))

    async def reopen(self, shift: str) -> None:
        """Ask again how many calls in the telephone shows, as long as the questions stand."""
        await self._database.write(
            "UPDATE shift SET step = 'incoming', counted = NULL"
            " WHERE began = ? AND step IN ('missing', 'outgoing')",
            (shift,),
        )

    async def finish(self, shift: str, outgoing: int | None) -> bool:
        """Keep the number of outgoing calls, None for not known; tell whether the question still stood."""
        changed = await self._database.write(
            "UPDATE shift SET outgoing = ?, step = 'done' WHERE began = ? AND step = 'outgoing' RETURNING 1",
            (outgoing, shift),
        )
        return bool(changed)

    async def close(self, shift: str) -> None:
        """Ask no more about the shift; what was not answered stays so."""
        async with self._database.transaction() as connection:
            await connection.execute("UPDATE shift SET step = 'done' WHERE began = ?", (shift,))
            await connection.execute("DELETE FROM shift_question WHERE shift = ?", (shift,))


async def _look(connection: aiosqlite.Connection, shift: str) -> Handover | None:
    rows = list(await connection.execute_fetchall(LOOK, (shift,)))
    return Handover(*rows[0]) if rows and rows[0][1] != "open" else None
