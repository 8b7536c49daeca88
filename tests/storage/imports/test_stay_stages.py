"""An import of stays that is broken off is none or whole, and until it is done nothing of it counts."""

from datetime import date
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.figures.recount import Recount
from storage.forms.views import refresh_views
from storage.imports.comparison import Comparison
from storage.imports.imports import Imports
from storage.imports.slices import Slices
from storage.imports.stages import Stages
from storage.stays.nights import Nights
from storage.stays.present import StayCounts
from storage.stays.stays import Stays
from tests.storage.imports.stay_files import GUEST, TODAY, add, cut, exported, read, row
from tests.storage.rows import rows

FIRST, AFTER = date(2016, 7, 1), date(2016, 8, 1)
FILE = [row(f"2016-07-{day:02}", f"2016-07-{day + 3:02}") for day in (3, 4, 5)] + [row("2016-07-30")]
NOTHING, ALL = (0, 0, 0, 0, 0, 0), (4, 11, 3, 4, 1, 4)
HELD = "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM stay), (SELECT count(*) FROM house_month)"


@pytest.fixture
def slices(database: Database) -> Slices:
    """Take two records at a time."""
    return Slices(database, records=2, pause=0)


async def _counting(database: Database) -> tuple[int, ...]:
    """Return how many there are of answers, nights, in the fullest one, exported, open, and in the view."""
    nights = Nights(database)
    [july] = await nights.months("guest", FIRST, AFTER, TODAY.day)
    full = await nights.fullness(["guest"], FIRST, AFTER, TODAY.day, 4)
    present = await StayCounts(database, GUEST).between(FIRST, AFTER, TODAY.day)
    return (
        sum(count.calls for count in present),
        july.nights.total(),
        max(month.highest for month in full),
        len(await exported(database)),
        len(await Stays(database).open()),
        len(rows(database.path, "SELECT * FROM guests")),
    )


async def _written(database: Database, slices: Slices, folder: Path) -> int:
    """Write a file's rows, which do not count yet, and return the import's number."""
    async with Comparison.open(database, GUEST) as compared:
        await compared.read(read(folder, *map(",".join, FILE)))
        number = await Stages(database, slices).begin(GUEST, "", now=TODAY)
        new = await compared.keep_new(str(TODAY))
        await Stages(database, slices).write(GUEST, number, new, now=TODAY)
    return number


async def test_nothing_counts_before_all_is_written_and_then_everything(
    database: Database, slices: Slices, tmp_path: Path
) -> None:
    await refresh_views(database, [GUEST])
    number = await _written(database, slices, tmp_path)
    before, written = await _counting(database), rows(database.path, HELD)

    await Imports(database).finish(now=TODAY)

    assert (before, written) == (NOTHING, [(4, 4, 0)])
    assert (number, await _counting(database)) == (1, ALL)
    assert await Recount(database).differences() == []


async def test_what_does_not_count_is_not_cut_to_months(
    database: Database, slices: Slices, tmp_path: Path
) -> None:
    await _written(database, slices, tmp_path)

    await cut(database)

    assert rows(database.path, "SELECT DISTINCT length(arrived) FROM stay") == [(10,)]
    assert rows(database.path, HELD) == [(4, 4, 0)]


async def test_what_a_killed_import_wrote_is_removed_by_the_next(
    database: Database, slices: Slices, tmp_path: Path
) -> None:
    await _written(database, slices, tmp_path)
    await database.write("UPDATE import_file SET stage = 'writing'")

    told = await add(database, FILE[:1])

    assert (told.added, rows(database.path, HELD)) == (1, [(1, 1, 0)])


async def test_what_cannot_be_written_leaves_nothing(database: Database) -> None:
    await database.write(
        "CREATE TRIGGER no_more BEFORE INSERT ON stay WHEN new.arrived = '2016-07-30'"
        " BEGIN SELECT raise(ABORT, 'no more'); END"
    )

    with pytest.raises(Exception, match="no more"):
        await add(database, FILE)

    assert rows(database.path, HELD) == [(0, 0, 0)]


async def test_no_order_of_ids_or_sources_tells_who_came_first(database: Database) -> None:
    days = [row(f"2016-07-{day:02}", "2016-07-31") for day in range(1, 31)]
    await add(database, days)

    by_id = rows(database.path, "SELECT arrived FROM stay ORDER BY record")
    by_source = rows(
        database.path,
        "SELECT arrived FROM stay JOIN record ON id = record ORDER BY CAST(substr(source, 3) AS INTEGER)",
    )

    assert sorted(by_id) == sorted(by_source)
    assert sorted(by_id) not in (by_id, by_id[::-1], by_source, by_source[::-1])
