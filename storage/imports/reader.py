"""Reading a file of records made elsewhere: every row is checked before any is kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from storage.delimited_file import FileRefused, Headings, open_rows, plain
from storage.fault import N_, Fault
from storage.faulty_rows import FaultyRows
from storage.forms.form import Form
from storage.hour import Hour
from storage.imports.columns import Columns, ForeignColumns, OwnColumns
from storage.imports.mapping import ImportMap
from storage.imports.row import draft_of
from storage.records.records import Draft

MOST_VALUES = 100

Unknown = Counter[tuple[str, str]]
"""How often each (column, text) without a meaning stands in a file."""


def read_drafts(
    path: Path, form: Form, mapped: ImportMap | None = None, *, now: Hour, progress: Callable[[int], None]
) -> list[Draft]:
    """Return a draft for each row; ``progress`` is told of every row read.

    Columns: `occurred_at` (an hour or a day), question keys, optional `outcome`; `several` joined by `|`,
    empty = not asked; or others that are ``mapped``.
    Raises `FileRefused`, naming the first ten faulty rows by line and every unknown value once.
    """
    columns = OwnColumns(form) if mapped is None else ForeignColumns(mapped)
    drafts: list[Draft] = []
    faulty, unknown, seen = FaultyRows(), Unknown(), Counter[str]()
    with open_rows(path) as (headings, rows):
        places = _places(headings, columns)
        for row in rows:
            with faulty.at(row.line):
                headings.check(row)
                cells = {name: row.cells[place] for name, place in places.items()}
                draft = _draft(form, columns, cells, now, unknown)
                if draft is not None:
                    seen[draft.source] += 1
                    drafts.append(replace(draft, source=f"{draft.source}:{seen[draft.source]}"))
            progress(1)
    faulty.refuse(path.name, *_listed(unknown), sentence=N_("Nothing is imported from {file}. {findings}"))
    return drafts


def _places(headings: Headings, columns: Columns) -> dict[str, int]:
    """Return the columns that are read. Raises `FileRefused`, also where one may not be there."""
    places = headings.places(columns.needed, columns.read)
    if columns.left_out is not None:
        left_out, read = set(map(plain, columns.left_out)), set(places.values())
        others = [text for place, text in enumerate(headings.texts) if place not in read]
        if stray := [text or '""' for text in others if plain(text) not in left_out]:
            raise FileRefused(columns.stray, file=headings.file, columns=", ".join(stray))
    return places


def _draft(form: Form, columns: Columns, cells: Mapping[str, str], now: Hour, unknown: Unknown) -> Draft | None:
    """Return the row as a draft, or None where it holds something unknown. Raises `RowFault` or `NotAnHour`."""
    without_meaning = columns.unknown(cells)
    unknown.update(without_meaning)
    renamed = columns.renamed(cells)
    return None if without_meaning else draft_of(form, renamed, now)


def _listed(unknown: Unknown) -> Iterator[Fault]:
    """List each value with its count, by column, the frequent ones first."""
    listed = sorted(unknown.most_common(MOST_VALUES), key=lambda item: item[0][0])
    values = tuple(
        Fault(N_("{column}: “{text}” ({count})"), column=column, text=text, count=count)
        for (column, text), count in listed
    )
    if values:
        yield Fault(N_("Values that the map does not know: {count}.\n{values}"), count=len(unknown), values=values)
