"""The figures of a period for other programs: as JSON, and as CSV with a row a figure."""

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from decimal import Decimal

from reports.analysis.summary import Summary, summary_json
from reports.statements.statements import Statements
from reports.statements.tidy_counts import TidyCount, tidy_counts
from storage.table_files.csv_writer import CsvWriter

COLUMNS = tuple(field.name for field in fields(TidyCount))


def figures_json(summary: Summary) -> str:
    """Return the figures as JSON."""
    return json.dumps(summary_json(summary), ensure_ascii=False)


def figures_csv(summary: Summary) -> str:
    """Return the figures as CSV, the last line without its end."""
    return csv_text(COLUMNS, map(_cells, tidy_counts(Statements(summary))))


def csv_text(headings: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Write rows as `CsvWriter` does, the last line without its end."""
    file = io.StringIO()
    writer = CsvWriter(file)
    for row in (headings, *rows):
        writer.write(row)
    return file.getvalue().removesuffix("\n")


def written_cell(value: object) -> str:
    """Write a value: counts in digits, shares from 0 to 1, yes and no; nothing where nothing is known."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.4f}"
        case Decimal():
            return f"{value:f}"
    return "" if value is None else str(value)


def _cells(row: TidyCount) -> Iterator[str]:
    return map(written_cell, astuple(row))
