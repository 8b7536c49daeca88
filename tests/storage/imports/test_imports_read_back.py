"""What is exported, or was imported, comes back as nothing new: true of any rows."""

import csv
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database.connection import Database
from storage.forms.form import Form
from storage.imports.imports import Imports
from storage.imports.reader import read_rows
from storage.records.export import SEPARATOR, Export, Stretch
from storage.records.records import Draft, Records
from storage.records.retention import forget
from tests.example_forms import CALL, VISITS
from tests.storage.imports.any_rows import any_drafts
from tests.storage.rows import NOW, RETENTION, SEAT

ROWS = st.sampled_from([CALL, VISITS]).flatmap(any_drafts)
QUICK = ("PRAGMA synchronous = OFF", "PRAGMA foreign_keys = ON")
LATER = NOW.earlier(-24 * 40)


@asynccontextmanager
async def _database() -> AsyncIterator[Database]:
    with TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "vaktlogg.db", pragmas=QUICK) as database:
            yield database


def _form(rows: Sequence[Draft]) -> Form:
    return rows[0].form if rows else CALL


def _written(form: Form, draft: Draft) -> list[str]:
    """Write a row as a file has it."""
    cells = {
        key: answer if isinstance(answer, str) else SEPARATOR.join(answer) or SEPARATOR
        for key, answer in draft.answers.items()
    }
    return [draft.occurred_at, draft.outcome, *(cells.get(key, "") for key in form.by_key)]


async def _import(database: Database, form: Form, rows: Iterable[Sequence[str]], name: str = "") -> int:
    """Import a file with these rows, and return how many were new."""
    file = database.path.with_name("rows.csv")
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([("occurred_at", "outcome", *form.by_key), *rows])
    read = read_rows(file, form, now=LATER, progress=lambda _done, _total: None)
    return (await Imports(database).add(form, read, RETENTION, name, now=NOW)).added


async def _exported(database: Database, form: Form) -> list[tuple[str, ...]]:
    return [row async for row in Export(database, form).rows(Stretch())]


@given(rows=ROWS)
@settings(max_examples=40, deadline=None)
async def test_a_file_once_more_and_an_export_of_it_add_nothing_also_once_hours_were_cut(
    rows: list[Draft],
) -> None:
    form = _form(rows)
    file, added = [_written(form, row) for row in rows], []
    async with _database() as database:
        for _ in range(2):
            added.append(await _import(database, form, file))
            added.append(await _import(database, form, await _exported(database, form)))
            await forget(database, RETENTION, now=LATER)

    assert added == [len(rows), 0, 0, 0]


@given(tapped=any_drafts(CALL), imported=any_drafts(CALL))
@settings(max_examples=40, deadline=None)
async def test_an_export_of_tapped_calls_adds_nothing_and_a_file_adds_what_goes_beyond_them(
    tapped: list[Draft], imported: list[Draft]
) -> None:
    async with _database() as database:
        for number, draft in enumerate(tapped):
            kept = Draft(CALL, draft.occurred_at, draft.outcome, draft.answers, f"{number:010}")
            await Records(database).save(kept, by=SEAT, now=NOW)
        both = [_written(CALL, row) for row in (*tapped, *imported)]
        added = await _import(database, CALL, both)
        await forget(database, RETENTION, now=LATER)
        back = await _import(database, CALL, await _exported(database, CALL))
        count = await Records(database).count()

    assert (added, back) == (len(imported), 0)
    assert count == len(both)


@given(rows=ROWS)
@settings(max_examples=25, deadline=None)
async def test_under_two_names_the_rows_are_there_twice_and_each_name_only_once(rows: list[Draft]) -> None:
    form = _form(rows)
    file = [_written(form, row) for row in rows]
    async with _database() as database:
        added = [await _import(database, form, file, name) for name in ("one", "other", "one", "other", "")]
        count = await Records(database).count()

    assert added == [len(rows), len(rows), 0, 0, 0]
    assert count == 2 * len(rows)


@given(rows=ROWS, name=st.sampled_from(["", "one"]))
@settings(max_examples=25, deadline=None)
async def test_what_is_undone_can_be_imported_again(rows: list[Draft], name: str) -> None:
    form = _form(rows)
    file = [_written(form, row) for row in rows]
    async with _database() as database:
        first = await _import(database, form, file, name)
        await Imports(database).undo(1, now=NOW)
        left = await Records(database).count()
        again = await _import(database, form, file, name)

    assert (first, left, again) == (len(rows), 0, len(rows))
