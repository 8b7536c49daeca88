"""Records: saving what was filled in, once, and finding it again, one by one or the latest."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiosqlite

from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.question import Answer, Answers, Outcome
from storage.hour import Hour
from storage.records.recent_saves import RecentSaves, Save
from storage.records.sources import Sources


def _columns(form: str, occurred_at: str) -> str:
    """Return the columns that make a `Record`; its number is its place among the calls of its day.

    ``form`` and ``occurred_at`` are its own, in SQL. The sign before the id keeps the planner on the index of
    times: the lower ids would be all records.
    """
    return f"""
        form, occurred_at, outcome, answers, voided_at IS NOT NULL, source, revision, recorded_at, recorded_by,
        shift,
        iif(outcome IN ('registered', 'unspecified') AND voided_at IS NULL, (
            SELECT count(*) + 1 FROM record AS other
            WHERE other.occurred_at BETWEEN substr({occurred_at}, 1, 10) AND substr({occurred_at}, 1, 10) || 'T24'
                AND +other.id < record.id AND other.form = {form}
                AND other.outcome IN ('registered', 'unspecified') AND other.voided_at IS NULL
        ), NULL),
        id
    """  # noqa: S608 - ours


# A record of before nonces were hashed is kept under its nonce itself. Those whose ids tell no order are below all
# others, and nothing goes on from one of them.
INSERT = (
    "INSERT INTO record"
    " (id, form, fingerprint, occurred_at, recorded_at, recorded_by, source, outcome, answers, shift)"
    " SELECT coalesce(?1, max(0, coalesce((SELECT max(id) FROM record), 0)) + 1),"
    " ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
    " WHERE NOT EXISTS (SELECT 1 FROM record WHERE source = ?11) ON CONFLICT (source) DO NOTHING"
)
# In what an insert returns, only bound values find their way through the index.
INSERT_AND_READ = f"{INSERT} RETURNING {_columns('?2', '?4')}"
SELECT = f"SELECT {_columns('record.form', 'record.occurred_at')} FROM record"  # noqa: S608 - ours
DECLINED = """
    INSERT INTO shift (began, declined) VALUES (?, 1)
    ON CONFLICT DO UPDATE SET declined = declined + 1 WHERE step <> 'done'
"""
DECLINED_LATE = """
    INSERT INTO declined_in_shifts (month, calls, late)
    SELECT substr(began, 1, 7), 0, 1 FROM shift WHERE began = ? AND step = 'done' AND counted IS NOT NULL
    ON CONFLICT DO UPDATE SET late = late + 1
"""
# Imported records were registered by nobody; of declined calls it is not known when they were.
# Of a stay the month alone is a record's time.
TAPPED = "instr(source, ':') = 0 AND outcome <> 'declined' AND length(occurred_at) > 7"
NO_STAY = "id NOT IN (SELECT record FROM stay)"
OWN = """
    id IN (
        SELECT id FROM record WHERE shift = ?
        UNION SELECT id FROM record WHERE (length(recorded_at) = 13 OR recorded_by IS NOT NULL) AND recorded_by = ?
    )
"""


@dataclass(frozen=True)
class Draft:
    """A record that is finished but not yet kept.

    ``occurred_at`` is an hour or a day in local civil time; ``source`` is the record's identity, a tap's nonce;
    ``shift`` is the key of the shift it belongs to, where that is known.
    """

    form: Form
    occurred_at: str
    outcome: Outcome
    answers: Answers
    source: str
    shift: str | None = None

    @property
    def kept_time(self) -> str:
        """The time as it is kept: no more than the month for one who did not want to be registered."""
        return self.occurred_at[:7] if self.outcome == "declined" else self.occurred_at


@dataclass(frozen=True)
class Record:
    """A record as it is kept; ``number`` is its place among the day's calls, None where it does not count.

    ``source`` finds it again; ``revision`` grows with each change; ``recorded_by`` is None once it is forgotten
    who registered it. The later it was registered, the greater its ``order``, but for a declined call.
    """

    form: str
    occurred_at: str
    outcome: Outcome
    answers: Answers
    voided: bool
    source: str
    revision: int
    recorded_at: str
    recorded_by: int | None
    shift: str | None
    number: int | None
    order: int = field(default=0, compare=False)

    def saved(self, by: int) -> Save:
        """Return what is to be read back of it, saved by a seat."""
        return Save(self.source, self.outcome, self.answers, by, self.revision, self.voided)


@dataclass(frozen=True)
class Saved:
    """What became of a draft: the record now kept, and whether it was kept already."""

    record: Record
    repeated: bool


class Records:
    """The records of all forms."""

    def __init__(
        self, database: Database, sources: Sources | None = None, saves: RecentSaves | None = None
    ) -> None:
        """Keep the records in ``database``, under ``sources``, and note each in ``saves``."""
        self._database, self._sources = database, sources or Sources(database)
        self._saves = saves or RecentSaves()

    async def save(self, draft: Draft, *, by: int, now: Hour) -> Saved:
        """Keep a draft, once: the same source again returns what was kept the first time.

        Raises a `DatabaseFault`; then nothing was kept.
        """
        values = row(draft, await self._sources.of(draft.source), by=by, now=now)
        if draft.outcome == "declined" and draft.shift:
            async with self._database.transaction() as connection:
                new = list(await connection.execute_fetchall(INSERT_AND_READ, values))
                if new:
                    await count_declined(connection, draft.shift)
        else:
            new = await self._database.write(INSERT_AND_READ, values)
        record = _record(new[0]) if new else await self.find(draft.source)
        if record is None:
            raise AssertionError(draft.source)
        if new:
            self._saves.note(record.saved(by))
        return Saved(record, repeated=not new)

    async def save_all(self, drafts: Sequence[Draft], *, now: Hour) -> int:
        """Keep all drafts or none, and return how many were new. Raises a `DatabaseFault`."""
        rows = [row(draft, await self._sources.of(draft.source), by=None, now=now) for draft in drafts]
        async with self._database.transaction() as connection:
            return (await connection.executemany(INSERT, rows)).rowcount

    async def count(self) -> int:
        """Return how many records of all forms are kept, without the voided ones."""
        rows = await self._database.read("SELECT coalesce(sum(calls), 0) FROM answer_count WHERE grain = 'month'")
        return int(rows[0][0])

    async def find(self, source: str) -> Record | None:
        """Return the record with this source, or whose nonce it is, voided or not."""
        carried = await self._sources.carried(source)
        async with self._database.reading() as connection:
            return await find(connection, carried)

    async def latest(self, most: int, skipped: int) -> list[Record]:
        """Return at most so many records after those skipped, voided ones too, the latest calls first."""
        statement = f"{SELECT} WHERE {TAPPED} ORDER BY occurred_at DESC, id DESC LIMIT ? OFFSET ?"
        return [_record(row) for row in await self._database.read(statement, (most, skipped))]

    async def latest_of(self, seat: int, shift: str, most: int, skipped: int) -> list[Record]:
        """Return the same, of the records of a shift and of a seat alone."""
        statement = f"{SELECT} WHERE {TAPPED} AND {OWN} ORDER BY occurred_at DESC, id DESC LIMIT ? OFFSET ?"
        return [_record(row) for row in await self._database.read(statement, (shift, seat, most, skipped))]

    async def declined(self, month: str) -> int:
        """Count the declined calls of a month (`2026-11`), all that is known of them."""
        rows = await self._database.read(
            "SELECT coalesce(sum(calls), 0) FROM answer_count"
            " WHERE grain = 'month' AND period = ? AND outcome = 'declined'"
            " AND form NOT IN (SELECT form FROM stay)",
            (month,),
        )
        return int(rows[0][0])


def row(draft: Draft, source: str, *, by: int | None, now: Hour) -> tuple[object, ...]:
    """Return the values that `INSERT` binds for a draft that is kept under a source."""
    declined = draft.outcome == "declined"
    return (
        unordered_id(source) if declined else None,
        draft.form.key,
        draft.form.fingerprint,
        draft.kept_time,
        str(now)[:7] if declined else str(now),
        None if declined else by,
        source,
        draft.outcome,
        canonical(draft.form, draft.answers),
        None if declined else draft.shift,
        draft.source,
    )


def unordered_id(source: str) -> int:
    """Return an id out of order for a declined call: its neighbours' times would tell when it was."""
    return -int.from_bytes(hashlib.sha256(source.encode()).digest()[:6])


def canonical(form: Form, answers: Answers) -> str:
    """Return these answers as canonical JSON: keys and options in the form's order, then unknown ones."""
    unknown = {key: answer for key, answer in answers.items() if key not in form.by_key}
    ordered = {key: _ordered(form, key, answer) for key, answer in form.in_order(answers).items()}
    return json.dumps({**ordered, **unknown}, ensure_ascii=False, separators=(",", ":"))


def _ordered(form: Form, key: str, answer: Answer) -> str | list[str]:
    if isinstance(answer, str):
        return answer
    known = form.by_key[key].option_keys
    return [option for option in known if option in answer] + [option for option in answer if option not in known]


async def count_declined(connection: aiosqlite.Connection, shift: str) -> None:
    """Count a declined call in its shift, since its record does not name the shift.

    Once the shift's questions are over it counts with the month: leaders can see the shift's figures then.
    """
    await connection.execute(DECLINED_LATE, (shift,))
    await connection.execute(DECLINED, (shift,))


async def find(connection: aiosqlite.Connection, carried: tuple[str, str]) -> Record | None:
    """Return the record with one of the two sources that a button's text can stand for, voided or not; no stay."""
    rows = await connection.execute_fetchall(f"{SELECT} WHERE source IN (?, ?) AND {NO_STAY}", carried)
    return next(map(_record, rows), None)


def _record(row: Iterable[Any]) -> Record:
    form, occurred_at, outcome, answers, voided, *rest = row
    read: Answers = {key: a if isinstance(a, str) else tuple(a) for key, a in json.loads(answers).items()}
    return Record(form, occurred_at, outcome, read, bool(voided), *rest)
