"""Writing an exported CSV file as Parquet, a process: `python -m reports.parquet.export_file OUT DESCRIPTION IN`.

Memory does not grow with the rows. The same rows and the same description give the same bytes.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from reports.parquet.description import FROM_TIME, KEY, FileDescription
from reports.parquet.fingerprint import CountedCell, counts_sha256, record_cells
from storage.records.export import SEPARATOR
from storage.table_files.csv_writer import unmarked

ROWS_AT_ONCE = 65_536
MONTH, DAY = len("2016-07"), len("2016-07-14")
WORDS = pa.dictionary(pa.int32(), pa.string())

TYPES: Mapping[str, pa.DataType] = {
    "time": pa.string(),
    "month": pa.date32(),
    "day": pa.date32(),
    "hour": pa.int8(),
    "several": pa.list_(pa.string()),
    "flag": pa.bool_(),
    "figure": pa.int64(),
}
"""The types of columns by kind; all others are of words that recur."""

NOT_NULL = frozenset({"time", "question", "option"})
"""The kinds whose empty cells are empty texts: of a stay that is open, and of what is a total."""

Row = Mapping[str, str]


def main() -> None:
    """Write the file named first, described by the second, from the CSV file named last."""
    out, description, rows = map(Path, sys.argv[1:])
    write_parquet(out, FileDescription.model_validate_json(description.read_bytes()), rows)


def write_parquet(out: Path, described: FileDescription, file: Path) -> None:
    """Write a CSV file's rows, described with how many there are and the fingerprint of their counts.

    The file is read twice, for a reader finds the description before the rows.
    """
    counts, count = Counter[CountedCell](), 0
    for rows in _batches(file):
        count += len(rows)
        for row in rows:
            counts.update(_counted(described, row))
    told = described.model_copy(update={"rows": count, "counts_sha256": counts_sha256(counts)})
    fields = [(name, TYPES.get(kind, WORDS)) for name, kind in described.columns.items()]
    schema = pa.schema(fields, metadata={KEY: told.json_text})
    with ParquetWriter(out, schema, compression="zstd") as writer:
        for rows in _batches(file):
            writer.write_table(_table(described, schema, rows), row_group_size=len(rows))


def _batches(file: Path) -> Iterator[Sequence[Row]]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = ({name: unmarked(cell) for name, cell in row.items()} for row in csv.DictReader(lines))
        while batch := list(islice(rows, ROWS_AT_ONCE)):
            yield batch


def _table(described: FileDescription, schema: pa.Schema, rows: Sequence[Row]) -> pa.Table:
    first = next(iter(described.columns))
    columns = [
        _column([row[first if name in FROM_TIME else name] for row in rows], kind)
        for name, kind in described.columns.items()
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _column(cells: Sequence[str], kind: str) -> pa.Array:
    values = [_value(cell, kind) for cell in cells]
    if kind in TYPES:
        return pa.array(values, TYPES[kind])
    return pa.array(values, pa.string()).dictionary_encode()


def _value(cell: str, kind: str) -> object:
    """Read a cell; None where nothing is known."""
    if kind in READ:
        return READ[kind](cell)
    return cell if cell or kind in NOT_NULL else None


def _month(cell: str) -> date:
    return date.fromisoformat(f"{cell[:MONTH]}-01")


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell[:DAY]) if len(cell) >= DAY else None


def _hour(cell: str) -> int | None:
    return int(cell[DAY + 1 :]) if len(cell) > DAY else None


def _flag(cell: str) -> bool:
    return cell == "1"


def _figure(cell: str) -> int | None:
    return int(cell) if cell else None


def _chosen(cell: str) -> tuple[str, ...] | None:
    """Return the options of a cell; of a lone separator none was chosen, of an empty one nothing was asked."""
    return tuple(filter(None, cell.split(SEPARATOR))) if cell else None


READ: Mapping[str, Callable[[str], object]] = {
    "month": _month,
    "day": _day,
    "hour": _hour,
    "several": _chosen,
    "flag": _flag,
    "figure": _figure,
}
"""How a cell is read, by kind; others are texts."""


def _counted(described: FileDescription, row: Row) -> Mapping[CountedCell, int]:
    """Return what a row counts as."""
    if described.kind == "counts":
        cell = CountedCell(row["month"], row["outcome"], row["question"], row["option"])
        return {cell: int(row["count"] or 0)}
    time, answers = row[next(iter(described.columns))], dict[str, str | tuple[str, ...] | None]()
    for name, kind in described.columns.items():
        if kind in {"one", "count", "number"}:
            answers[name] = row[name] or None
        elif kind == "several":
            answers[name] = _chosen(row[name])
    return dict.fromkeys(record_cells(time[:MONTH], row["outcome"], answers), 1)


if __name__ == "__main__":
    main()
