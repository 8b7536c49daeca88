"""The imports: each has a number, adds only what is not held yet, and can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass

from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.hour import Hour
from storage.imports.comparison import Comparison, Overlap
from storage.imports.file_row import FileRow
from storage.imports.slices import Slices
from storage.imports.stages import Stages
from storage.imports.steps import Progress, untold
from storage.records.retention import Retention

FILES = """
    SELECT number, name, form, day, added, added - (
        SELECT count(*) FROM record WHERE import_number = number AND coalesce(voided_at, '') = ''
    )
    FROM import_file WHERE stage IN ('counting', 'done')
"""
WITHOUT_DAYS = """
    SELECT 1 FROM record JOIN stay ON stay.record = record.id
    WHERE import_number = ? AND length(arrived) = 7 LIMIT 1
"""
# Of a stay that never was nothing is kept. What the days of others were counted into stays, and so do they.
UNDO = (
    """DELETE FROM record
    WHERE import_number = :number AND id BETWEEN :first AND :last
        AND id IN (SELECT record FROM stay WHERE length(arrived) = 10)""",
    """UPDATE record
    SET voided_at = iif(outcome = 'declined', substr(:today, 1, 7), :today), revision = revision + 1
    WHERE import_number = :number AND id BETWEEN :first AND :last AND voided_at IS NULL
        AND id NOT IN (SELECT record FROM stay)""",
)


class DaysAreGone(Fault):
    """An import cannot be taken back any more."""


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


@dataclass(frozen=True)
class Expectation:
    """What would become of a file: how many rows would be ``added``, and how many are ``known``."""

    added: int
    known: int
    overlap: Overlap | None


class Imports:
    """Keeps what files say, and takes it back, so that others can save meanwhile."""

    def __init__(self, database: Database, slices: Slices | None = None) -> None:
        """Keep the rows of files in ``database``."""
        self._database, self._slices = database, slices or Slices(database)
        self._stages = Stages(database, self._slices)

    async def add(  # noqa: PLR0913 - a fact of the import each
        self,
        form: Form,
        rows: Iterable[FileRow],
        retention: Retention,
        name: str = "",
        *,
        now: Hour,
        progress: Progress = untold,
    ) -> Addition:
        """Keep the rows that go beyond what is held, all or none, with no time more exact than may be kept.

        With a ``name`` only what files of that name brought counts as held. Raises `Overtaken`, `DaysNeeded`, a
        `DatabaseFault`, and what the rows raise.
        """
        async with Comparison.open(self._database, form) as comparison:
            read = await comparison.read(rows)
            progress("comparing", 0, 0)
            number = await self._stages.begin(form, name, now=now)
            try:
                overlap = await self._hold(comparison, name)
                added = await comparison.keep_new(str(retention.exact_since(now)))
                await self._stages.write(form, number, added, now=now, progress=progress)
            except BaseException:
                await self._stages.give_up(number)
                raise
            await self._stages.count(number, added, progress)
        return Addition(number, added, read - added, overlap)

    async def expect(
        self, form: Form, rows: Iterable[FileRow], retention: Retention, name: str = "", *, now: Hour
    ) -> Expectation:
        """Return what `add` would do with the rows; nothing is kept.

        Raises `DaysNeeded`, a `DatabaseFault`, and what the rows raise.
        """
        async with Comparison.open(self._database, form) as comparison:
            read = await comparison.read(rows)
            overlap = await self._hold(comparison, name)
            added = await comparison.keep_new(str(retention.exact_since(now)))
        return Expectation(added, read - added, overlap)

    async def _hold(self, comparison: Comparison, name: str) -> Overlap | None:
        """Count what is held, with a ``name`` of that alone; return where the rows overlap all that is held."""
        overlap = await comparison.hold()
        if name:
            await comparison.hold_named(name, self._slices)
        return overlap

    async def finish(self, *, now: Hour) -> None:
        """Bring to an end what was broken off. Raises a `DatabaseFault`."""
        await self._stages.finish(now=now)

    async def all(self) -> list[ImportFile]:
        """Return all imports, the first one first. Raises a `DatabaseFault`."""
        return [ImportFile(*row) for row in await self._database.read(f"{FILES} ORDER BY number")]

    async def undo(self, number: int, *, now: Hour) -> ImportFile:
        """Take back the rows of an import, and return it as it was before.

        Raises `NoSuchImport`, `DaysAreGone` and a `DatabaseFault`.
        """
        await self.finish(now=now)
        found = await self._database.read(f"{FILES} AND number = ?", (number,))
        if not found:
            raise NoSuchImport(
                N_("There is no import {number}. Nothing is changed; “vaktlogg imports” lists them."),
                number=number,
            )
        if await self._database.read(WITHOUT_DAYS, (number,)):
            raise DaysAreGone(
                N_(
                    "Import {number} has stays whose days are gone: their nights are counted for good."
                    " Nothing is changed."
                ),
                number=number,
            )
        await self._slices.each(number, UNDO, {"today": now.day.isoformat()})
        return ImportFile(*found[0])
