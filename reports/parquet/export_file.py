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

from reports.parquet.description import COUNT_COLUMNS, FROM_TIME, KEY, FileDescription
from reports.parquet.fingerprint import CountedCell, answer_cells, counts_sha256
from storage.records.export import SEPARATOR
from storage.table_files.csv_writer import unmarked

ROWS_AT_ONCE = 16_384
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

NOT_NULL = frozenset({"question", "option"})
"""The kinds whose empty cells are empty texts, as totals have them."""

Table = Mapping[str, Sequence[str]]
"""A file's columns, the cells of each."""


def main() -> None:
    """Write the file named first, described by the second, from the CSV file named last."""
    out, description, rows = map(Path, sys.argv[1:])
    write_parquet(out, FileDescription.model_validate_json(description.read_bytes()), rows)


def write_parquet(out: Path, described: FileDescription, file: Path) -> None:
    """Write a CSV file's rows, described with how many there are and the fingerprint of their counts.

    The file is read twice, for a reader finds the description before the rows.
    """
    counts, count = Counter[CountedCell](), 0
    for table in _tables(file):
        counts.update(_counts(described, table))
        count += len(_times(table))
    told = described.model_copy(update={"rows": count, "counts_sha256": counts_sha256(counts)})
    fields = [(name, TYPES.get(kind, WORDS)) for name, kind in described.columns.items()]
    schema = pa.schema(fields, metadata={KEY: told.json_text})
    with ParquetWriter(out, schema, compression="zstd") as writer:
        for table in _tables(file):
            writer.write_table(_written(described, schema, table))


def _tables(file: Path) -> Iterator[Table]:
    """Yield a file's columns by name, a bounded number of rows at a time."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows)
        while batch := list(islice(rows, ROWS_AT_ONCE)):
            yield {
                name: [*map(unmarked, cells)] for name, cells in zip(head, zip(*batch, strict=True), strict=True)
            }


def _times(table: Table) -> Sequence[str]:
    """Return the first column, which of records tells when they are."""
    return next(iter(table.values()))


def _written(described: FileDescription, schema: pa.Schema, table: Table) -> pa.Table:
    columns = [
        _column(_times(table) if name in FROM_TIME else table[name], kind)
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


def _counts(described: FileDescription, table: Table) -> Counter[CountedCell]:
    """Return what rows count as."""
    if described.kind == "counts":
        rows = zip(*(table[name] for name in COUNT_COLUMNS), strict=True)
        return Counter({CountedCell(*place): int(count or 0) for _, *place, _, count in rows})
    months, outcomes = [time[:MONTH] for time in _times(table)], table["outcome"]
    counts = Counter(map(CountedCell, months, outcomes))
    for name, kind in described.columns.items():
        if kind in {"one", "several", "count", "number"}:
            for (month, outcome, cell), records in Counter(
                zip(months, outcomes, table[name], strict=True)
            ).items():
                chosen = _chosen(cell) if kind == "several" else (cell,) if cell else None
                counts.update(dict.fromkeys(answer_cells(month, outcome, name, chosen), records))
    return counts


if __name__ == "__main__":
    main()
