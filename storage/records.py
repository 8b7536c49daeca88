"""Records: saving what was filled in, taking it back, and bringing it back again."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import aiosqlite

from storage.database import Database
from storage.form import Form
from storage.hour import Hour
from storage.question import Answers, Outcome


def _kept(form: str, occurred_at: str) -> str:
    """Return what is told of a kept record; its number is its place among the calls of its day.

    ``form`` and ``occurred_at`` are its own, in SQL. The sign before the id keeps the planner on the index of
    months: the lower ids would be all records.
    """
    return f"""
        form, occurred_at, outcome, answers, voided_at IS NOT NULL,
        iif(outcome IN ('registered', 'unspecified') AND voided_at IS NULL, (
            SELECT count(*) + 1 FROM record AS other
            WHERE other.form = {form} AND other.month = substr({occurred_at}, 1, 7) AND +other.id < record.id
                AND substr(other.occurred_at, 1, 10) = substr({occurred_at}, 1, 10)
                AND other.outcome IN ('registered', 'unspecified') AND other.voided_at IS NULL
        ), NULL)
    """  # noqa: S608 - ours


INSERT = (
    "INSERT INTO record (id, form, fingerprint, occurred_at, recorded_at, recorded_by, source, outcome, answers)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (source) DO NOTHING"
)
# In what an insert returns, only bound values find their way through the index.
INSERT_AND_TELL = f"{INSERT} RETURNING {_kept('?2', '?4')}"
FIND = f"SELECT {_kept('record.form', 'record.occurred_at')} FROM record WHERE source = ?"  # noqa: S608 - ours


@dataclass(frozen=True)
class Draft:
    """A record that is finished but not yet kept.

    ``occurred_at`` is an hour or a day in local civil time; ``source`` is the record's identity,
    a tap's nonce or an imported row's hash.
    """

    form: Form
    occurred_at: str
    outcome: Outcome
    answers: Answers
    source: str

    @property
    def kept_time(self) -> str:
        """The time as it is kept: no more than the month for one who did not want to be registered."""
        return self.occurred_at[:7] if self.outcome == "declined" else self.occurred_at


@dataclass(frozen=True)
class Record:
    """A record as it is kept; ``number`` is its place among the day's calls, None where it does not count."""

    form: str
    occurred_at: str
    outcome: Outcome
    answers: Answers
    voided: bool
    number: int | None


@dataclass(frozen=True)
class Saved:
    """What became of a draft: the record now kept, and whether it was kept already."""

    record: Record
    repeated: bool


class Records:
    """The records of all forms."""

    def __init__(self, database: Database) -> None:
        """Keep the records in ``database``."""
        self._database = database

    async def save(self, draft: Draft, *, by: int, now: Hour) -> Saved:
        """Keep a draft, once: the same source again returns what was kept the first time.

        Raises a `DatabaseFault`; then nothing was kept.
        """
        async with self._database.transaction() as connection:
            # Told by the insert itself: each further statement is a trip to the connection's thread.
            new = await _told(connection, INSERT_AND_TELL, _row(draft, by=by, now=now))
            record = new or await _told(connection, FIND, (draft.source,))
        if record is None:
            raise AssertionError(draft.source)
        return Saved(record, repeated=new is None)

    async def save_all(self, drafts: Sequence[Draft], *, now: Hour) -> int:
        """Keep all drafts or none, and return how many were new. Raises a `DatabaseFault`."""
        async with self._database.transaction() as connection:
            before = connection.total_changes
            await connection.executemany(INSERT, (_row(draft, by=None, now=now) for draft in drafts))
            return connection.total_changes - before

    async def count(self) -> int:
        """Return how many records of all forms are kept, without the voided ones."""
        async with self._database.reading() as connection:
            rows = list(await connection.execute_fetchall("SELECT count(*) FROM record WHERE voided_at IS NULL"))
        return int(rows[0][0])

    async def find(self, source: str) -> Record | None:
        """Return the record with this source, voided or not."""
        async with self._database.reading() as connection:
            return await _told(connection, FIND, (source,))

    async def void(self, source: str, *, today: date) -> Record | None:
        """Take a record back and return it; None where there is none, or it was voided already."""
        return await self._mark(source, today.isoformat(), "voided_at IS NULL")

    async def restore(self, source: str) -> Record | None:
        """Bring a voided record back and return it; None where there is none, or it was not voided."""
        return await self._mark(source, None, "voided_at IS NOT NULL")

    async def _mark(self, source: str, voided_at: str | None, condition: str) -> Record | None:
        async with self._database.transaction() as connection:
            marked = await connection.execute(
                # Of one who declined, no more is known than the month: not the day of taking it back either.
                "UPDATE record SET voided_at = iif(outcome = 'declined', substr(?1, 1, 7), ?1),"  # noqa: S608 - ours
                f" revision = revision + 1 WHERE source = ?2 AND {condition}",
                (voided_at, source),
            )
            return await _told(connection, FIND, (source,)) if marked.rowcount else None


def _row(draft: Draft, *, by: int | None, now: Hour) -> tuple[object, ...]:
    declined = draft.outcome == "declined"
    return (
        _scattered(draft.source) if declined else None,
        draft.form.key,
        draft.form.fingerprint,
        draft.kept_time,
        str(now)[:7] if declined else str(now),
        None if declined else by,
        draft.source,
        draft.outcome,
        canonical(draft.form, draft.answers),
    )


def _scattered(source: str) -> int:
    """Return an id that stands between no neighbours, whose times would tell when one who declined has called."""
    return -int.from_bytes(hashlib.sha256(source.encode()).digest()[:6])


def canonical(form: Form, answers: Answers) -> str:
    """Return the one text of these answers: keys and options in the form's order, compact JSON."""
    ordered = {
        key: answer
        if isinstance(answer, str)
        else [option for option in form.by_key[key].option_keys if option in answer]
        for key, answer in form.in_order(answers).items()
    }
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))


async def _told(connection: aiosqlite.Connection, statement: str, facts: tuple[object, ...]) -> Record | None:
    rows = list(await connection.execute_fetchall(statement, facts))
    if not rows:
        return None
    [(form, occurred_at, outcome, answers, voided, number)] = rows
    return Record(
        form=form,
        occurred_at=occurred_at,
        outcome=outcome,
        answers={key: a if isinstance(a, str) else tuple(a) for key, a in json.loads(answers).items()},
        voided=bool(voided),
        number=number,
    )
