"""The stages of an import: its records are written without counting, then all of them are made to count."""

from dataclasses import dataclass
from datetime import timedelta

from storage.database.connection import Database
from storage.database.numbering import next_number
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.hour import Hour
from storage.imports.slices import Slices
from storage.imports.steps import Progress, untold
from storage.records.records import unordered_id
from storage.records.sources import NOT_TAPPED

BEGIN = (
    f"INSERT INTO import_file VALUES ({next_number('import_file')}, ?, ?, ?, 0, 'writing')"  # noqa: S608 - ours
    " RETURNING number"
)
# Records that do not count yet are voided on the empty day: no figure, export or view has them. Stays are written
# in no order, so that their ids tell none.
WRITE = """
    INSERT INTO record
        (id, form, fingerprint, occurred_at, recorded_at, source, outcome, answers, voided_at, import_number)
    SELECT iif(declined AND NOT :stays, unordered_id(source), NULL), :form, :fingerprint,
        iif(:stays, substr(time, 1, 7), time), substr(:today, 1, iif(declined, 7, 10)),
        source, outcome, answers, '', :number
    FROM (
        SELECT time, outcome, answers, outcome = 'declined' AS declined,
            :number || :colon || new_row.place AS source
        FROM temp.new_row JOIN temp.kind USING (kind) WHERE new_row.place > :first AND new_row.place <= :last
    )
"""
# A stay counts as its record does.
WRITE_STAYS = """
    INSERT INTO stay (record, form, person, arrived, left, last_night)
    SELECT record.id, record.form, person, arrived, left, max(arrived, date(left, '-1 day'))
    FROM (
        SELECT new_row.place AS place, person, substr(time, 1, 10) AS arrived, nullif(substr(time, 12), '') AS left
        FROM temp.new_row JOIN temp.kind USING (kind) WHERE new_row.place > :first AND new_row.place <= :last
    ) JOIN record ON source = :number || :colon || place
"""
IS_WRITING = "SELECT 1 FROM import_file WHERE number = ? AND stage = 'writing'"
WRITTEN = """
    UPDATE import_file SET stage = 'counting', added = ? WHERE number = ? AND stage = 'writing' RETURNING number
"""
COUNT = """
    UPDATE record SET voided_at = NULL
    WHERE import_number = :number AND id BETWEEN :first AND :last AND voided_at = ''
"""
COUNTED = "UPDATE import_file SET stage = 'done' WHERE number = ? AND stage = 'counting'"
COUNTING = "SELECT number, added FROM import_file WHERE stage = 'counting'"
UNFINISHED = "SELECT number FROM import_file WHERE stage IN ('writing', 'removing') AND"
GIVE_UP = """
    UPDATE import_file SET stage = 'removing'
    WHERE number = ? AND stage IN ('writing', 'removing') RETURNING number
"""
REMOVE = "DELETE FROM record WHERE import_number = :number AND id BETWEEN :first AND :last"
REMOVED = "DELETE FROM import_file WHERE number = ?"


class Overtaken(Fault):
    """Another import began while this one was writing."""


@dataclass(frozen=True)
class Stages:
    """Brings imports from stage to stage; of two that write at once the later one stays."""

    database: Database
    slices: Slices

    async def begin(self, form: Form, name: str, *, now: Hour) -> int:
        """Begin an import and return its number; finish others, and remove what they wrote that does not count.

        Raises a `DatabaseFault`.
        """
        [(number,)] = await self.database.write(BEGIN, (name, form.key, now.day.isoformat()))
        await self._remove("number <> ?", number)
        await self._finish()
        return int(number)

    async def finish(self, *, now: Hour) -> None:
        """Make all records count of an import that was broken off while it did; remove what others left yesterday.

        Raises a `DatabaseFault`.
        """
        await self._finish()
        # One of today may still be writing.
        await self._remove("day < ?", (now.day - timedelta(days=1)).isoformat())

    async def write(self, form: Form, number: int, rows: int, *, now: Hour, progress: Progress = untold) -> None:
        """Write so many of the comparison's new rows as records that do not count. Raises `Overtaken`."""
        async with self.database.reading() as connection:
            await connection.create_function("unordered_id", 1, unordered_id, deterministic=True)
        facts = {
            "number": number,
            "form": form.key,
            "fingerprint": form.fingerprint,
            "today": now.day.isoformat(),
            "colon": NOT_TAPPED,
            "stays": form.stays_open,
        }
        for first in range(0, rows, self.slices.records):
            last = min(first + self.slices.records, rows)
            async with self.database.transaction() as connection:
                if not await connection.execute_fetchall(IS_WRITING, (number,)):
                    raise _overtaken()
                for statement in (WRITE, WRITE_STAYS) if form.stays_open else (WRITE,):
                    await connection.execute(statement, {**facts, "first": first, "last": last})
            progress("writing", last, rows)
            await self.slices.give_way(last - first)
        if not await self.database.write(WRITTEN, (rows, number)):
            raise _overtaken()

    async def count(self, number: int, rows: int, progress: Progress = untold) -> None:
        """Make the records of an import count, so many. Raises a `DatabaseFault`; then `finish` goes on."""
        await self.slices.each(number, [COUNT], done=lambda done: progress("counting", done, rows))
        await self.database.write(COUNTED, (number,))

    async def give_up(self, number: int) -> None:
        """Remove what an import wrote that does not count. Raises a `DatabaseFault`."""
        await self._remove("number = ?", number)

    async def _finish(self) -> None:
        for number, rows in await self.database.read(COUNTING):
            await self.count(number, rows)

    async def _remove(self, which: str, fact: object) -> None:
        for (number,) in await self.database.read(f"{UNFINISHED} {which}", (fact,)):
            # It may have come as far as to count meanwhile.
            if await self.database.write(GIVE_UP, (number,)):
                await self.slices.each(number, [REMOVE])
                await self.database.write(REMOVED, (number,))


def _overtaken() -> Overtaken:
    return Overtaken(N_("Another import began meanwhile. Nothing of this one was kept; import the file again."))
