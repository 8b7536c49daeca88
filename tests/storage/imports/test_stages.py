"""An import that is broken off, at any point, is none or whole; and others save meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseFault
from storage.figures.recount import Recount
from storage.imports import comparison
from storage.imports.comparison import Comparison
from storage.imports.file_row import FileRow
from storage.imports.imports import Addition, Imports
from storage.imports.slices import Slices
from storage.imports.stages import Overtaken, Stages
from storage.imports.steps import Progress, Step, untold
from storage.table_files.rows import FileRefused
from tests.example_forms import CALL
from tests.storage.imports.file_rows import file_row
from tests.storage.rows import NAV, NOW, RETENTION, draft, rows

FOUND = [
    *[file_row(draft("", {**NAV, "agency": agency})) for agency in ("nav", "police", "health", "lawyer", "other")],
    *[file_row(draft("", {}, at="2016-07-02", outcome="declined"))] * 2,
]
RECORDS = "SELECT count(*) FROM record"
COUNTING = "SELECT count(*) FROM record WHERE voided_at IS NULL"
COUNTED = "SELECT coalesce(sum(calls), 0) FROM answer_count WHERE grain = 'month'"
SAVE = """
    INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)
    SELECT 'call', '', '2016-07-13', '2016-07-14', 'other ' || count(*), 'unspecified', '{}' FROM record
"""


class BrokenOff(Exception):
    """The program ends here."""


@pytest.fixture
def slices(database: Database) -> Slices:
    """Take two records at a time."""
    return Slices(database, records=2, pause=0)


@pytest.fixture
def small(database: Database, slices: Slices) -> Imports:
    """Import two records at a time."""
    return Imports(database, slices)


async def add(imports: Imports) -> Addition:
    """Import all rows."""
    return await imports.add(CALL, FOUND, RETENTION, now=NOW)


def kill_after(records: int) -> Progress:
    """Return what ends a step once it has been done for so many records, as a kill would."""

    def kill(_step: Step, done: int, _total: int) -> None:
        if done >= records:
            raise BrokenOff

    return kill


async def write(database: Database, slices: Slices, progress: Progress = untold) -> int:
    """Write all rows as an import does, as far as they do not count yet, and return its number."""
    async with Comparison.open(database, CALL) as rows_of_file:
        await rows_of_file.read(FOUND)
        number = await Stages(database, slices).begin(CALL, "", now=NOW)
        new = await rows_of_file.keep_new(str(NOW))
        await Stages(database, slices).write(CALL, number, new, now=NOW, progress=progress)
    return number


def save(path: Path) -> None:
    """Save a call from another program that waits for nobody."""
    with closing(sqlite3.connect(path, timeout=0)) as other, other:
        other.execute(SAVE)


async def test_others_save_while_a_file_is_read_written_and_counted(
    database: Database, small: Imports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "ROWS_A_TIME", 2)
    seen: list[Step] = []

    def rows_slowly() -> Iterator[FileRow]:
        for row in FOUND:
            save(database.path)
            yield row

    def save_between(step: Step, _done: int, _total: int) -> None:
        save(database.path)
        seen.append(step)

    told = await small.add(CALL, rows_slowly(), RETENTION, now=NOW, progress=save_between)

    assert seen == ["comparing", *["writing"] * 4, *["counting"] * 4]
    assert (
        rows(database.path, COUNTED) == rows(database.path, COUNTING) == [(told.added + len(FOUND) + len(seen),)]
    )


async def test_nothing_counts_before_all_is_written(database: Database, small: Imports) -> None:
    counting: dict[Step, list[int]] = {}

    def look(step: Step, _done: int, _total: int) -> None:
        [(counted,)], [(seen,)] = rows(database.path, COUNTED), rows(database.path, "SELECT count(*) FROM calls")
        assert counted == seen
        counting.setdefault(step, []).append(counted)

    await database.write("CREATE VIEW calls AS SELECT * FROM record WHERE voided_at IS NULL")
    await small.add(CALL, FOUND, RETENTION, now=NOW, progress=look)

    assert counting == {"comparing": [0], "writing": [0, 0, 0, 0], "counting": [2, 4, 6, 7]}


@pytest.mark.parametrize("row", [1, 4, 7])
async def test_what_cannot_be_written_leaves_nothing(database: Database, small: Imports, row: int) -> None:
    await database.write(
        f"CREATE TRIGGER no_more BEFORE INSERT ON record WHEN new.source = '1:{row}'"
        " BEGIN SELECT raise(ABORT, 'no more'); END"
    )

    with pytest.raises(DatabaseFault, match="no more"):
        await add(small)

    assert rows(database.path, RECORDS) == rows(database.path, "SELECT count(*) FROM import_file") == [(0,)]


async def test_a_file_that_is_refused_at_its_end_leaves_nothing(database: Database, small: Imports) -> None:
    def refused() -> Iterator[FileRow]:
        yield from FOUND
        raise FileRefused("")

    for _ in range(2):
        with pytest.raises(FileRefused):
            await small.add(CALL, refused(), RETENTION, now=NOW)

    assert rows(database.path, RECORDS) == [(0,)]
    assert (await add(small)).added == len(FOUND)


async def test_what_a_killed_import_wrote_never_counts_and_is_removed_by_the_next(
    database: Database, slices: Slices, small: Imports
) -> None:
    with pytest.raises(BrokenOff):
        await write(database, slices, kill_after(4))
    before = (await small.all(), rows(database.path, RECORDS), rows(database.path, COUNTING))

    told = await add(small)

    assert before == ([], [(4,)], [(0,)])
    assert (told.added, told.known) == (len(FOUND), 0)
    assert rows(database.path, RECORDS) == rows(database.path, COUNTED) == [(len(FOUND),)]


async def test_it_is_removed_too_once_it_is_of_the_day_before_yesterday(
    database: Database, slices: Slices, small: Imports
) -> None:
    with pytest.raises(BrokenOff):
        await write(database, slices, kill_after(4))
    left = []

    for hours in (24, 48):
        await small.finish(now=NOW.earlier(-hours))
        left.append(rows(database.path, RECORDS)[0][0])

    assert left == [4, 0]


async def test_an_import_killed_while_it_counted_is_finished(
    database: Database, slices: Slices, small: Imports
) -> None:
    number = await write(database, slices)
    with pytest.raises(BrokenOff):
        await Stages(database, slices).count(number, len(FOUND), kill_after(4))
    half = rows(database.path, COUNTED)

    await small.finish(now=NOW)

    assert half == [(4,)]
    assert rows(database.path, COUNTED) == rows(database.path, COUNTING) == [(len(FOUND),)]
    assert await Recount(database).differences() == []
    assert (await add(small)).added == 0


async def test_a_half_counted_import_can_be_undone(database: Database, slices: Slices, small: Imports) -> None:
    number = await write(database, slices)
    await database.write("UPDATE record SET voided_at = NULL WHERE source = ?", (f"{number}:1",))

    before = await small.undo(number, now=NOW)

    assert (before.added, before.undone) == (len(FOUND), 0)
    assert rows(database.path, COUNTED) == rows(database.path, COUNTING) == [(0,)]


async def test_of_two_imports_at_once_the_later_one_stays(
    database: Database, slices: Slices, small: Imports
) -> None:
    first = Stages(database, slices)
    number = await first.begin(CALL, "", now=NOW)
    told = await add(small)

    with pytest.raises(Overtaken, match="Another import began meanwhile"):
        await first.write(CALL, number, len(FOUND), now=NOW)

    assert (told.number, told.added) == (number + 1, len(FOUND))
    assert [file.number for file in await small.all()] == [told.number]
