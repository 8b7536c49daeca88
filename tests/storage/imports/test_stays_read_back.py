"""Stays that are exported, or were imported, come back as nothing new: true of any stays."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database.connection import Database
from storage.imports.imports import Imports
from tests.storage.imports.any_stays import any_stays
from tests.storage.imports.stay_files import GUEST, LATER, TODAY, add, cut, exported
from tests.storage.imports.test_imports_read_back import QUICK
from tests.storage.rows import rows

STAYS = any_stays(GUEST)


@asynccontextmanager
async def _database() -> AsyncIterator[Database]:
    with TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "vaktlogg.db", pragmas=QUICK) as database:
            yield database


def _counted(found: Iterable[Sequence[str]], letters: int = 10) -> Counter[tuple[str, ...]]:
    """Count rows that are the same, by so many letters of their days, in whatever order answers are given."""
    return Counter(
        (came[:letters], went[:letters], *("|".join(sorted(cell.split("|"))) for cell in rest))
        for came, went, *rest in found
    )


@given(stays=STAYS)
@settings(max_examples=40, deadline=None)
async def test_what_was_written_comes_back_and_adds_nothing(stays: list[Sequence[str]]) -> None:
    async with _database() as database:
        added = [(await add(database, stays)).added for _ in range(2)]
        file = await exported(database)
        added.append((await add(database, file)).added)

    assert added == [len(stays), 0, 0]
    assert _counted(file) == _counted(stays)


@given(stays=STAYS)
@settings(max_examples=40, deadline=None)
async def test_once_days_are_gone_their_months_and_answers_come_back_and_neither_file_adds_anything(
    stays: list[Sequence[str]],
) -> None:
    async with _database() as database:
        await add(database, stays)
        await cut(database)
        file = await exported(database)
        added = [(await add(database, again, now=LATER)).added for again in (stays, file)]
        exact = rows(database.path, "SELECT count(*) FROM stay WHERE length(arrived) = 10 AND left IS NOT NULL")

    assert (added, exact) == ([0, 0], [(0,)])
    assert _counted(file, 7) == _counted(stays, 7)


@given(held=STAYS, stays=STAYS)
@settings(max_examples=40, deadline=None)
async def test_a_file_adds_what_goes_beyond_what_is_held(
    held: list[Sequence[str]], stays: list[Sequence[str]]
) -> None:
    async with _database() as database:
        await add(database, held)
        added = (await add(database, [*held, *stays])).added
        file = await exported(database)

    assert added == len(stays)
    assert _counted(file) == _counted([*held, *stays])


@given(stays=STAYS, name=st.sampled_from(["", "one"]))
@settings(max_examples=25, deadline=None)
async def test_what_is_undone_leaves_nothing_and_can_be_imported_again(
    stays: list[Sequence[str]], name: str
) -> None:
    async with _database() as database:
        await add(database, stays, name=name)
        await Imports(database).undo(1, now=TODAY)
        left = rows(database.path, "SELECT count(*) FROM record UNION ALL SELECT count(*) FROM stay")
        again = await add(database, stays, name=name)

    assert (left, again.added) == ([(0,), (0,)], len(stays))
