"""How a stay is written into the database and read from it."""

import json
from collections.abc import Iterable
from typing import Any

import aiosqlite

from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import canonical, unordered_id
from storage.stays.stay import Arrival, Stay, StayChange, last_night

INSERT_RECORD = """
    INSERT INTO record (id, form, fingerprint, occurred_at, recorded_at, recorded_by, source, outcome, answers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_STAY = """
    INSERT INTO stay (arrived, left, last_night, person, label, record, form, bond) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
SELECT = """
    SELECT stay.form, source, outcome, person, arrived, left, answers, coalesce(label, ''), bond, revision
    FROM stay JOIN record ON id = record WHERE voided_at IS NULL
"""
# Once its days are others, it is as if it had been recorded now: they can be corrected as long as new ones.
UPDATE_RECORD = """
    UPDATE record SET outcome = ?1, answers = ?2, fingerprint = ?3, occurred_at = ?4,
        recorded_at = substr(coalesce(?5, recorded_at), 1, iif(?1 = 'declined', 7, 13)),
        recorded_by = iif(?1 = 'declined' OR ?5 IS NOT NULL, NULL, recorded_by), revision = revision + 1
    WHERE source = ?6
"""
UPDATE_DAYS = """
    UPDATE stay SET arrived = ?1, left = ?2, last_night = ?3, person = ?4, label = ?5,
        bond = iif(?2 IS NULL, bond, NULL)
    WHERE record = (SELECT id FROM record WHERE source = ?6)
"""


def record_row(arrival: Arrival, source: str, *, by: int | None, now: Hour) -> tuple[object, ...]:
    """Return the values that `INSERT_RECORD` binds for an arrival that is kept under a source.

    No stay has an id in order: its neighbours' times would tell when somebody arrived.
    """
    declined = arrival.outcome == "declined"
    return (
        unordered_id(source),
        arrival.form.key,
        arrival.form.fingerprint,
        month_of(arrival.state),
        str(now)[:7] if declined else str(now),
        None if declined else by,
        source,
        arrival.outcome,
        canonical(arrival.form, arrival.state.kept.answers),
    )


def stay_row(arrival: Arrival, source: str, bond: str | None) -> tuple[object, ...]:
    """Return the values that `INSERT_STAY` binds for the same."""
    return (*_state_row(arrival.state), unordered_id(source), arrival.form.key, None if arrival.left else bond)


async def write(connection: aiosqlite.Connection, form: Form, stay: Stay, change: StayChange, now: Hour) -> None:
    """Make a stay what it is to be; of one whose days are gone only the answers."""
    recorded = None if stay.has_days(change.arrived, change.left) else str(now)
    answers = canonical(form, change.answers)
    await connection.execute(
        UPDATE_RECORD,
        (change.outcome, answers, form.fingerprint, month_of(change), recorded, stay.source),
    )
    if stay.is_exact:
        await connection.execute(UPDATE_DAYS, (*_state_row(change), stay.source))


def month_of(change: StayChange) -> str:
    """Return the month of arrival, the time of a stay's record."""
    return str(change.arrived)[:7]


async def find(connection: aiosqlite.Connection, carried: tuple[str, str]) -> Stay | None:
    """Return the stay with one of the two sources that a button's text can stand for."""
    rows = await connection.execute_fetchall(f"{SELECT} AND source IN (?, ?)", carried)
    return next(map(read, rows), None)


def read(row: Iterable[Any]) -> Stay:
    """Return the stay that a row of `SELECT` holds."""
    form, source, outcome, person, arrived, left, answers, *rest = row
    given = {key: a if isinstance(a, str) else tuple(a) for key, a in json.loads(answers).items()}
    return Stay(form, source, outcome, person, arrived, left, given, *rest)


def _state_row(change: StayChange) -> tuple[object, ...]:
    left = change.left
    return (
        str(change.arrived),
        left and str(left),
        left and str(last_night(change.arrived, left)),
        change.person,
        change.kept.label or None,
    )
