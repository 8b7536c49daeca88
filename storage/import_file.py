"""Reading a CSV file of records made elsewhere: every row is checked before any is kept."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from storage.fault import N_, Fault
from storage.form import Form
from storage.hour import Hour
from storage.import_row import RowFault, draft_of
from storage.records import Draft

MOST_FAULTS = 10


class ImportFault(Fault):
    """The file cannot be imported; nothing of it was kept."""


def read_drafts(path: Path, form: Form, *, now: Hour, progress: Callable[[int], None]) -> list[Draft]:
    """Return a draft for each row; ``progress`` is told of every row read.

    Columns: `occurred_at` (an hour or a day), question keys, optional `outcome`; `several` joined by `|`,
    empty = not asked; comma or semicolon, with or without byte order mark.
    Raises `ImportFault`, naming the first ten faulty rows by line.
    """
    drafts: list[Draft] = []
    faults: list[Fault] = []
    seen: Counter[str] = Counter()
    for line, row in _rows(path, form):
        try:
            draft = draft_of(form, row, now)
        except Fault as fault:
            faults.append(RowFault(N_("line {line}: {reason}"), line=line, reason=fault))
        else:
            seen[draft.source] += 1
            drafts.append(replace(draft, source=f"{draft.source}:{seen[draft.source]}"))
        progress(1)
    if faults:
        raise ImportFault(
            N_("Nothing is imported from {file}. Rows that cannot be read: {count}.\n{lines}"),
            count=len(faults),
            file=path.name,
            lines=tuple(faults[:MOST_FAULTS]),
        )
    return drafts


def _rows(path: Path, form: Form) -> Iterator[tuple[int, Mapping[str, str | None]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ImportFault(N_("{file} cannot be read: {reason}."), file=path, reason=error) from error
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True)
    try:
        _check_columns(path, form, reader.fieldnames or ())
        for row in reader:
            yield reader.reader.line_num, row
    except csv.Error as error:
        raise ImportFault(
            N_("{file}, line {line}: {reason}."), file=path.name, line=reader.reader.line_num, reason=error
        ) from error


def _check_columns(path: Path, form: Form, columns: Sequence[str]) -> None:
    known = {"occurred_at", "outcome", *form.by_key}
    strange = [column for column in columns if column not in known]
    if strange:
        raise ImportFault(
            N_("{file} has columns that the form does not know: {columns}."),
            file=path.name,
            columns=", ".join(strange),
        )
    if "occurred_at" not in columns:
        raise ImportFault(N_("{file} has no column occurred_at."), file=path.name)
    if len(set(columns)) < len(columns):
        raise ImportFault(N_("{file} has a column twice."), file=path.name)
