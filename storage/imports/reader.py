"""Reading a file of records made elsewhere: every row is checked, as strictly as a tap, before any is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

from storage.fault import N_
from storage.forms.form import Form
from storage.hour import Hour
from storage.imports.columns import Columns, MappedColumns, OwnColumns
from storage.imports.file_row import FileRow
from storage.imports.map_parts import ImportMap
from storage.imports.reading_notes import ReadingNotes
from storage.imports.row_checks import RowChecks
from storage.imports.settled_columns import settled
from storage.table_files.rows import FaultyRows, FileRefused, Headings, RowFault, on_sheet, plain
from storage.table_files.table_file import open_rows


def read_rows(  # noqa: PLR0913 - a fact of the file each
    path: Path,
    form: Form,
    mapped: ImportMap | None = None,
    *,
    now: Hour,
    progress: Callable[[int, int], None],
    sheet: str | None = None,
    faulty: FaultyRows | None = None,
    notes: ReadingNotes | None = None,
) -> Iterator[FileRow]:
    """Yield each row as it would be kept; ``progress`` is told how many bytes of how many are read.

    Columns: `occurred_at` (an hour or a day), of stays the keys of the two days; question keys, optional
    `outcome`; `several` joined by `|`, empty = not asked; or others that are ``mapped``. Of a workbook that
    is the ``sheet``, or all that are shown and have the same headings.
    Raises `FileRefused` at the end, naming the first faulty rows by line, as many as ``faulty`` takes, and every
    unknown value once: then none of the rows may be kept. What a map did besides renaming is counted in ``notes``.
    """
    faulty = faulty or FaultyRows()
    with open_rows(path, progress, sheet) as (headings, rows):
        columns = OwnColumns(form) if mapped is None else MappedColumns(settled(mapped, headings), form)
        checks = RowChecks(form, columns, _places(headings, columns), now, notes or ReadingNotes())
        for row in rows:
            checked = None
            try:
                headings.check(row)
                checked = checks.read(row.cells)
            except RowFault as reason:
                faulty.note(row.line, on_sheet(row, reason))
            if checked is not None:
                yield checked._replace(line=row.line) if checked.is_of_months else checked
            elif checks.unknown.too_many:
                break
    faulty.refuse(path.name, *checks.unknown.listed(), sentence=N_("Nothing is imported from {file}. {findings}"))


def _places(headings: Headings, columns: Columns) -> dict[str, int]:
    """Return the columns that are read. Raises `FileRefused`, also where one may not be there."""
    places = headings.places(columns.needed, columns.answering)
    if columns.left_out is not None:
        left_out, read = set(map(plain, columns.left_out)), set(places.values())
        others = [(place, text) for place, text in enumerate(headings.texts) if place not in read]
        if stray := [place for place, text in others if plain(text) not in left_out]:
            raise FileRefused(columns.stray, file=headings.file, columns=headings.named(*stray))
    return places
