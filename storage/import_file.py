"""Reading a CSV file of records made elsewhere: every row is checked before any is kept."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from storage.fault import N_, Fault, why
from storage.form import Form
from storage.hour import Hour
from storage.import_columns import Columns, ForeignColumns, OwnColumns
from storage.import_map import ImportMap
from storage.import_row import RowFault, cells_of, draft_of
from storage.records import Draft

MOST_FAULTS = 10
MOST_VALUES = 100


class ImportFault(Fault):
    """The file cannot be imported; nothing of it was kept."""


@dataclass
class Findings:
    """What is wrong with a file: the first faulty rows, and (column, text) without a meaning."""

    rows: list[Fault] = field(default_factory=list)
    count: int = 0
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, line: int, reason: Fault) -> None:
        """Note that a row cannot be read."""
        self.count += 1
        if self.count <= MOST_FAULTS:
            self.rows.append(RowFault(N_("line {line}: {reason}"), line=line, reason=reason))


def read_drafts(
    path: Path, form: Form, mapped: ImportMap | None = None, *, now: Hour, progress: Callable[[int], None]
) -> list[Draft]:
    """Return a draft for each row; ``progress`` is told of every row read.

    Columns: `occurred_at` (an hour or a day), question keys, optional `outcome`; `several` joined by `|`,
    empty = not asked; or others that are ``mapped``. Comma or semicolon, with or without byte order mark.
    Raises `ImportFault`, naming the first ten faulty rows by line and every unknown value once.
    """
    columns = OwnColumns(form) if mapped is None else ForeignColumns(mapped)
    drafts: list[Draft] = []
    findings = Findings()
    seen: Counter[str] = Counter()
    for line, row in _rows(path, columns):
        try:
            draft = _draft(form, columns, row, now, findings)
        except Fault as fault:
            findings.add(line, fault)
        else:
            if draft is not None:
                seen[draft.source] += 1
                drafts.append(replace(draft, source=f"{draft.source}:{seen[draft.source]}"))
        progress(1)
    _refuse(path, findings)
    return drafts


def _draft(
    form: Form, columns: Columns, row: Mapping[str, str | None], now: Hour, findings: Findings
) -> Draft | None:
    """Return the row as a draft, or None where it holds something unknown. Raises `RowFault` or `NotAnHour`."""
    cells = cells_of(row)
    unknown = columns.unknown(cells)
    findings.unknown.update(unknown)
    renamed = columns.renamed(cells)
    return None if unknown else draft_of(form, renamed, now)


def _refuse(path: Path, findings: Findings) -> None:
    said: list[Fault] = []
    if findings.count:
        rows = tuple(findings.rows)
        said.append(Fault(N_("Rows that cannot be read: {count}.\n{lines}"), count=findings.count, lines=rows))
    if findings.unknown:
        said.append(_unknown(findings.unknown))
    if said:
        raise ImportFault(N_("Nothing is imported from {file}. {findings}"), file=path.name, findings=tuple(said))


def _unknown(unknown: Counter[tuple[str, str]]) -> Fault:
    """List each value with its count, by column, the frequent ones first."""
    listed = sorted(unknown.most_common(MOST_VALUES), key=lambda item: item[0][0])
    values = (
        Fault(N_("{column}: “{text}” ({count})"), column=column, text=text, count=count)
        for (column, text), count in listed
    )
    return Fault(
        N_("Values that the map does not know: {count}.\n{values}"), count=len(unknown), values=tuple(values)
    )


def _rows(path: Path, columns: Columns) -> Iterator[tuple[int, Mapping[str, str | None]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            delimiter = ";" if ";" in file.readline() else ","
            file.seek(0)
            reader = csv.DictReader(file, delimiter=delimiter, strict=True)
            yield from _rows_of(path, columns, reader)
    except UnicodeDecodeError as error:
        raise ImportFault(N_("{file} is not UTF-8 text. Save it as CSV UTF-8."), file=path) from error
    except OSError as error:
        raise ImportFault(N_("{file} cannot be read: {reason}."), file=path, reason=why(error)) from error


def _rows_of(
    path: Path, columns: Columns, reader: "csv.DictReader[str]"
) -> Iterator[tuple[int, Mapping[str, str | None]]]:
    try:
        reader.fieldnames = [name.strip() for name in reader.fieldnames or ()]
        _check_columns(path, columns, reader.fieldnames)
        for row in reader:
            yield reader.reader.line_num, row
    except csv.Error as error:
        raise ImportFault(
            N_("{file}, line {line}: {reason}."), file=path.name, line=reader.reader.line_num, reason=error
        ) from error


def _check_columns(path: Path, columns: Columns, names: Sequence[str]) -> None:
    stray = [name for name in names if columns.known is not None and name not in columns.known]
    missing = sorted(columns.needed.difference(names))
    if stray:
        raise ImportFault(columns.stray, file=path.name, columns=", ".join(stray))
    if missing:
        raise ImportFault(N_("{file} has no column {columns}."), file=path.name, columns=", ".join(missing))
    if any(names.count(name) > 1 for name in columns.read):
        raise ImportFault(N_("{file} has a column twice."), file=path.name)
