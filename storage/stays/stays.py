"""Stays: begun, changed while their days are known, ended, and taken back."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import aiosqlite

from storage.database.connection import Database
from storage.fault import N_
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.sources import Sources
from storage.stays import rows
from storage.stays.stay import Arrival, DaysGone, SavedStay, Stay, StayChange, StayChanged

OPEN = f"{rows.SELECT} AND left IS NULL ORDER BY label IS NULL, CAST(label AS INTEGER), label, arrived, source"
CLOSED = f"{rows.SELECT} AND left >= ? AND length(arrived) = 10 ORDER BY left DESC, arrived DESC, source"
BOUND = "UPDATE stay SET bond = ?2 WHERE record = (SELECT id FROM record WHERE source = ?1)"
UNBOUND = "UPDATE stay SET bond = NULL WHERE bond = ?1 AND (SELECT count(*) FROM stay WHERE bond = ?1) = 1"
REFUSED = """
    SELECT 1 FROM stay JOIN record ON id = record
    WHERE bond = ? AND stay.form = ? AND outcome = 'declined' AND voided_at IS NULL
"""
REFUSE = """
    UPDATE record SET outcome = 'declined', answers = '{}', recorded_at = substr(recorded_at, 1, 7),
        recorded_by = NULL, revision = revision + 1
    WHERE outcome <> 'declined' AND id IN (SELECT record FROM stay WHERE bond = ? AND form <> ?)
"""
REMOVE = "DELETE FROM record WHERE source = ?"
CHANGED = N_(
    "This stay was changed or removed elsewhere in the meantime. What you gave was not saved."
    " Look at it as it is now, and give what is missing once more."
)
ALONE = N_(
    "The stay that this one came together with is no longer open. Nothing was saved."
    " Look at the house as it is now, and register the arrival once more."
)
DAYS_GONE = N_(
    "The days of this stay are no longer kept, since its month has been reported: neither they nor whose nights"
    " they were can be changed, and it cannot be removed. Nothing was saved. Its other answers can still be"
    " corrected."
)


class Stays:
    """The stays of all forms whose records stay open."""

    def __init__(
        self,
        database: Database,
        sources: Sources | None = None,
        draw: Callable[[], str] = secrets.token_urlsafe,
    ) -> None:
        """Keep the stays in ``database``, under ``sources``; those who come together share what is drawn."""
        self._database, self._sources, self._draw = database, sources or Sources(database), draw

    async def begin(self, arrival: Arrival, *, by: int, now: Hour) -> SavedStay:
        """Keep an arrival, once: the same source again returns what was kept the first time.

        A child of somebody who does not want to be registered is not registered either. Raises `StayChanged` where
        the stay beside it is no longer open, and a `DatabaseFault`; then nothing was kept.
        """
        source = await self._sources.of(arrival.source)
        carried = await self._sources.carried(arrival.source)
        beside = await self._sources.carried(arrival.beside) if arrival.beside else None
        async with self._database.transaction() as connection:
            kept = await rows.find(connection, carried)
            if kept is not None:
                return SavedStay(kept, repeated=True)
            bond = await self._bond(connection, beside) if beside else None
            if await _is_refused(connection, arrival.form, bond):
                arrival = replace(arrival, outcome="declined")
            await connection.execute(rows.INSERT_RECORD, rows.record_row(arrival, source, by=by, now=now))
            await connection.execute(rows.INSERT_STAY, rows.stay_row(arrival, source, bond))
            kept = await _settled(connection, arrival.form, source, bond)
        return SavedStay(kept, repeated=False)

    async def find(self, source: str) -> Stay | None:
        """Return the stay with this source, or whose nonce it is. Raises a `DatabaseFault`."""
        carried = await self._sources.carried(source)
        async with self._database.reading() as connection:
            return await rows.find(connection, carried)

    async def open(self) -> list[Stay]:
        """Return the stays without an end, by their label, then by arrival. Raises a `DatabaseFault`."""
        return [rows.read(row) for row in await self._database.read(OPEN)]

    async def closed(self, since: date) -> list[Stay]:
        """Return those that ended on a day or later and whose days are known, the latest first.

        Raises a `DatabaseFault`.
        """
        return [rows.read(row) for row in await self._database.read(CLOSED, (str(since),))]

    async def change(self, form: Form, source: str, revision: int, change: StayChange, *, now: Hour) -> Stay:
        """Make a stay what it is to be, as it was at a revision; the same change again returns it as it is.

        Who does not want to be registered takes the children along. Raises `StayChanged`, `DaysGone`, and a
        `DatabaseFault`; then nothing was changed.
        """
        carried = await self._sources.carried(source)
        async with self._database.transaction() as connection:
            stay = await rows.find(connection, carried)
            if stay and await _is_refused(connection, form, stay.bond):
                change = change.declined
            if stay and stay.is_as(change.kept):
                return stay
            stay = _unchanged(stay, revision)
            if not stay.is_exact:
                _refuse_days(stay, form, change)
            await rows.write(connection, form, stay, change.kept, now)
            return await _settled(connection, form, stay.source, stay.bond)

    async def remove(self, source: str, revision: int) -> None:
        """Delete a stay that was registered by mistake, with all that is known of it; twice as well as once.

        Raises `StayChanged`, `DaysGone`, and a `DatabaseFault`; then nothing was removed.
        """
        carried = await self._sources.carried(source)
        async with self._database.transaction() as connection:
            stay = await rows.find(connection, carried)
            if stay is None:
                return
            if not _unchanged(stay, revision).is_exact:
                raise DaysGone(DAYS_GONE)
            await connection.execute(REMOVE, (stay.source,))
            await connection.execute(UNBOUND, (stay.bond,))

    async def _bond(self, connection: aiosqlite.Connection, carried: tuple[str, str]) -> str:
        """Return what an open stay shares with those it came together with."""
        beside = await rows.find(connection, carried)
        if beside is None or not beside.is_open:
            raise StayChanged(ALONE)
        bond = beside.bond or self._draw()
        await connection.execute(BOUND, (beside.source, bond))
        return bond


async def _is_refused(connection: aiosqlite.Connection, form: Form, bond: str | None) -> bool:
    """Tell whether somebody it came together with decides for it, and does not want to be registered."""
    beside = form.house.beside if form.house else None
    return bool(await connection.execute_fetchall(REFUSED, (bond, beside)))


async def _settled(connection: aiosqlite.Connection, form: Form, source: str, bond: str | None) -> Stay:
    """Return a stay as it is kept, once those who came with it are as they have to be then."""
    stay = await rows.find(connection, (source, source))
    if stay is None:
        raise AssertionError(source)
    if stay.outcome == "declined" and form.house and form.house.beside is None:
        await connection.execute(REFUSE, (bond, form.key))
    if not stay.is_open:
        await connection.execute(UNBOUND, (bond,))
    return stay


def _unchanged(stay: Stay | None, revision: int) -> Stay:
    if stay is None or stay.revision != revision:
        raise StayChanged(CHANGED)
    return stay


def _refuse_days(stay: Stay, form: Form, change: StayChange) -> None:
    """Refuse to change what the counts of the months hang on."""
    by = form.house.by if form.house else None
    persons = {change.person, change.kept.answers.get(by, stay.person) if by else stay.person}
    if persons != {stay.person} or not stay.has_days(change.arrived, change.left):
        raise DaysGone(DAYS_GONE)
