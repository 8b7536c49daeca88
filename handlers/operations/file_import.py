"""Importing a file that was sent to us: first only looked through, then kept, beside those who register."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from handlers.operations.file_tally import FileTally, RowCounter
from storage.call_lists.days import DailyCalls, ExchangeDays, KeptDays, read_list
from storage.database.connection import Database
from storage.database.unchanged import open_unchanged
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.hour import Hour
from storage.imports.comparison import DaysNeeded
from storage.imports.file_row import FileRow
from storage.imports.imports import Addition, Expectation, ImportFile, Imports
from storage.imports.map_file import MapFault
from storage.imports.mapping import read_map
from storage.imports.reader import read_rows
from storage.imports.reading_notes import ReadingNotes
from storage.imports.slices import Slices
from storage.imports.steps import Progress, Step, untold
from storage.own_thread import in_own_loop
from storage.records.retention import Retention
from storage.table_files.alike_faults import AlikeFault, AlikeFaults
from storage.table_files.rows import FaultyRows, FileRefused

LONGEST = 4 * 3600.0
"""Seconds that an import may take."""
MOST_FAULTS, MOST_SHOWN = 100, 10
"""How many faulty rows are named, and how many of the good ones are shown."""
SLICE = 1_000
"""How many records are written in one go: whoever registers meanwhile waits no longer than that takes."""
LONGEST_NAME = 40


class ImportStopped(Fault):
    """The program was stopped while a file was imported."""


@dataclass(frozen=True)
class SentFile:
    """A ``file`` of a form, through the map if it has columns of its own, and what its sender calls them.

    ``source`` is the name of the source, empty where none is given.
    """

    file: Path
    name: str
    form: Form
    map_file: Path | None = None
    map_name: str = ""
    source: str = ""
    sheet: str | None = None


@dataclass(frozen=True)
class SentList:
    """A telephone exchange's list: the headings that tell the ``time`` and the ``count``, where they are named."""

    file: Path
    name: str
    time: Sequence[str]
    count: str
    replace: bool


@dataclass(frozen=True)
class Rehearsal:
    """What an import of a file would do: nothing where it is ``refused``, because of faulty rows or as a whole.

    ``first`` are its first rows as they would be kept; ``tally`` counts the good rows. ``alike`` are all faults,
    equal ones once, but for those of the rows ``beyond``, which are too many different ones. ``notes`` tell what
    the map did with the rows besides renaming.
    """

    refused: Fault | None
    expected: Expectation | None
    faults: Sequence[tuple[int, Fault]]
    fault_count: int
    others: Sequence[Fault]
    first: Sequence[FileRow]
    tally: FileTally
    alike: Sequence[AlikeFault]
    beyond: int
    notes: ReadingNotes

    @property
    def months(self) -> Mapping[str, int]:
        """How many good rows each month has."""
        return self.tally.months

    @property
    def rows(self) -> int:
        """How many rows are good."""
        return self.tally.rows


@dataclass(frozen=True)
class FileImport:
    """Works on a connection and in a thread of its own, so that nobody who registers has to wait for a file."""

    database: Path
    retention: Retention
    now: Callable[[], Hour]

    async def rehearse(self, sent: SentFile, progress: Progress = untold) -> Rehearsal:
        """Return what an import would do, and change nothing. Raises a `DatabaseFault`."""
        return await in_own_loop(lambda stopped: self._rehearse(sent, _told(progress, stopped)), LONGEST)

    async def keep(self, sent: SentFile, progress: Progress = untold) -> Addition:
        """Keep the rows that are new, all or none. Raises a `Fault`."""
        return await in_own_loop(lambda stopped: self._keep(sent, _told(progress, stopped)), LONGEST)

    async def keep_list(self, wanted: SentList, now: datetime) -> tuple[DailyCalls, KeptDays]:
        """Keep how many calls the telephone exchange answered: all days of a list, or none. Raises a `Fault`."""
        return await in_own_loop(lambda _stopped: self._keep_list(wanted, now), LONGEST)

    async def undo(self, number: int) -> ImportFile:
        """Take an import back, and return it as it was before. Raises a `Fault`."""
        return await in_own_loop(lambda _stopped: self._undo(number), LONGEST)

    async def _rehearse(self, sent: SentFile, progress: Progress) -> Rehearsal:
        now, faulty, first, counter = self.now(), AlikeFaults(MOST_FAULTS), list[FileRow](), RowCounter(sent.form)
        refused: Fault | None = None
        expected, exact, alike, notes = None, str(self.retention.exact_since(now)), faulty, ReadingNotes()
        try:
            rows = counter.passing(_noted(rows_of(sent, now, progress, faulty, notes), first, exact))
            async with open_unchanged(self.database) as database:
                expected = await Imports(database).expect(sent.form, rows, self.retention, sent.source, now=now)
        except DaysNeeded as fault:
            refused, alike = fault, fault.rows
        except FileRefused as fault:
            refused = _renamed(fault, sent.name)
        except MapFault as fault:
            refused = _renamed(fault, sent.map_name)
        found = (faulty.named, faulty.count, faulty.others)
        return Rehearsal(refused, expected, *found, first, counter.tally(), alike.alike, alike.beyond, notes)

    async def _keep(self, sent: SentFile, progress: Progress) -> Addition:
        now = self.now()
        async with Database.open(self.database, must_exist=True) as database:
            imports = Imports(database, Slices(database, SLICE))
            rows = rows_of(sent, now, progress, FaultyRows(), ReadingNotes())
            return await imports.add(sent.form, rows, self.retention, sent.source, now=now, progress=progress)

    async def _keep_list(self, wanted: SentList, now: datetime) -> tuple[DailyCalls, KeptDays]:
        try:
            listed = read_list(wanted.file, time=wanted.time, count=wanted.count or None, now=now)
        except FileRefused as fault:
            raise _renamed(fault, wanted.name) from fault
        async with Database.open(self.database, must_exist=True) as database:
            return listed, await ExchangeDays(database).keep(listed.days, replace=wanted.replace)

    async def _undo(self, number: int) -> ImportFile:
        async with Database.open(self.database, must_exist=True) as database:
            return await Imports(database, Slices(database, SLICE)).undo(number, now=self.now())


def rows_of(
    sent: SentFile, now: Hour, progress: Progress, faulty: FaultyRows, notes: ReadingNotes
) -> Iterator[FileRow]:
    """Return the rows of a file as they would be kept. Raises `MapFault`; they themselves raise `FileRefused`."""
    mapped = read_map(sent.map_file, sent.form) if sent.map_file else None

    def read(done: int, total: int) -> None:
        progress("reading", done, total)

    return read_rows(
        sent.file, sent.form, mapped, now=now, progress=read, sheet=sent.sheet, faulty=faulty, notes=notes
    )


def _noted(rows: Iterable[FileRow], first: list[FileRow], exact_since: str) -> Iterator[FileRow]:
    """Yield the rows, while the first ones are noted as they would be kept."""
    for row in rows:
        if len(first) < MOST_SHOWN:
            first.append(row.cut(exact_since))
        yield row


def _renamed(fault: Fault, name: str) -> Fault:
    """Return a fault of a file by the name that its sender knows."""
    return type(fault)(fault.message, **{**fault.facts, "file": name}) if "file" in fault.facts else fault


def _told(progress: Progress, stopped: Callable[[], bool]) -> Progress:
    """Return what tells how far it has come, and ends the work once it is stopped."""

    def tell(step: Step, done: int, total: int) -> None:
        if stopped():
            raise ImportStopped(N_("Vaktlogg was stopped meanwhile. Nothing of the file is kept."))
        progress(step, done, total)

    return tell


def source_name(written: str) -> str:
    """Return a source's name with single blanks, cut to what is kept."""
    return "".join(filter(str.isprintable, " ".join(written.split())))[:LONGEST_NAME].strip()
