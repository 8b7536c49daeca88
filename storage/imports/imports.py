"""The imports: each has a number, adds only what is not held yet, and can be taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.database.connection import Database
from storage.database.numbering import next_number
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.hour import Hour
from storage.imports.comparison import FileRow, Overlap, excess, held_of_name, held_on_days
from storage.records.records import Draft, canonical, unordered_id
from storage.records.retention import Retention
from storage.records.sources import NOT_TAPPED

NEXT = f"SELECT {next_number('import_file')}"
INSERT = (
    "INSERT INTO record (id, form, fingerprint, occurred_at, recorded_at, source, outcome, answers, import_number)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
FILES = """
    SELECT number, name, form, day, added,
        (SELECT count(*) FROM record WHERE import_number = number AND voided_at IS NOT NULL)
    FROM import_file
"""
UNDO = """
    UPDATE record SET voided_at = iif(outcome = 'declined', substr(?2, 1, 7), ?2), revision = revision + 1
    WHERE import_number = ?1 AND voided_at IS NULL
"""


class NoSuchImport(Fault):
    """No import has this number."""


@dataclass(frozen=True)
class ImportFile:
    """A file that was imported on a local ``day``: its ``name`` is empty where none was given.

    So many of its rows were ``added``, and so many of these are ``undone``.
    """

    number: int
    name: str
    form: str
    day: str
    added: int
    undone: int


@dataclass(frozen=True)
class Addition:
    """What became of a file: its number, how many rows were ``added``, and how many were ``known`` before."""

    number: int
    added: int
    known: int
    overlap: Overlap | None


class Imports:
    """Keeps what files say, and takes it back."""

    def __init__(self, database: Database) -> None:
        """Keep the rows of files in ``database``."""
        self._database = database

    async def add(
        self, form: Form, drafts: Sequence[Draft], retention: Retention, name: str = "", *, now: Hour
    ) -> Addition:
        """Keep the drafts that go beyond what is held, all or none, with no time more exact than may be kept.

        With a ``name`` only what files of that name brought counts as held. Raises a `DatabaseFault`.
        """
        # In this order their places tell nothing that the rows themselves do not tell.
        rows = sorted(_rows(form, drafts, str(retention.exact_since(now))))
        async with self._database.transaction() as connection:
            held = await held_on_days(connection, form, rows)
            overlap = Overlap.of(rows, held)
            if name:
                held = await held_of_name(connection, form, name)
            new = list(excess(rows, held))
            [(number,)] = await connection.execute_fetchall(NEXT)
            day = now.day.isoformat()
            await connection.execute(
                "INSERT INTO import_file VALUES (?, ?, ?, ?, ?)", (number, name, form.key, day, len(new))
            )
            await connection.executemany(INSERT, _values(form, new, number, day))
        return Addition(number, len(new), len(rows) - len(new), overlap)

    async def all(self) -> list[ImportFile]:
        """Return all imports, the first one first. Raises a `DatabaseFault`."""
        return [ImportFile(*row) for row in await self._database.read(f"{FILES} ORDER BY number")]

    async def undo(self, number: int, *, now: Hour) -> ImportFile:
        """Void the rows of an import, and return it as it was before. Raises `NoSuchImport`, a `DatabaseFault`."""
        async with self._database.transaction() as connection:
            found = list(await connection.execute_fetchall(f"{FILES} WHERE number = ?", (number,)))
            if not found:
                raise NoSuchImport(
                    N_("There is no import {number}. Nothing is changed; “vaktlogg imports” lists them."),
                    number=number,
                )
            await connection.execute(UNDO, (number, now.day.isoformat()))
        return ImportFile(*found[0])


def _rows(form: Form, drafts: Sequence[Draft], exact_since: str) -> Iterator[FileRow]:
    for draft in drafts:
        time = draft.kept_time
        kept = time if time >= exact_since else time[:10]
        yield FileRow(kept, draft.outcome, canonical(form, draft.answers))


def _values(form: Form, rows: Sequence[FileRow], number: int, day: str) -> Iterator[tuple[object, ...]]:
    for place, row in enumerate(rows, 1):
        source, declined = f"{number}{NOT_TAPPED}{place}", row.outcome == "declined"
        yield (
            unordered_id(source) if declined else None,
            form.key,
            form.fingerprint,
            row.time,
            day[:7] if declined else day,
            source,
            row.outcome,
            row.answers,
            number,
        )
