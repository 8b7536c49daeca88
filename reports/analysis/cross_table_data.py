"""A cross table for other programs: as JSON, and as a row a cell."""

from collections.abc import Iterator

from reports.analysis.cross_table import CrossSide, CrossTable
from reports.analysis.tally import head_json

DECIMALS = 4
"""How many decimals a share has."""

Cell = tuple[str, str, int, float | None, float | None]
"""The keys of row and column, the count, its share of the row, its share of the column."""


def cross_table_json(table: CrossTable) -> dict[str, object]:
    """Return a table as JSON, keys in the order of the contract; days are ISO texts."""
    rows, columns = table.rows, table.columns
    return {
        **head_json(table.form.key, table.period),
        "rows": _side(rows),
        "columns": _side(columns),
        "counts": {
            row.key: {column.key: table.counts[row.key, column.key] for column in columns.options}
            for row in rows.options
        },
        "row_totals": {row.key: rows.totals[row.key] for row in rows.options},
        "column_totals": {column.key: columns.totals[column.key] for column in columns.options},
        "total": table.total,
        "asked": table.asked,
    }


def cross_table_cells(table: CrossTable) -> Iterator[Cell]:
    """Give a row for each cell, shares rounded, None where there is none."""
    for row in table.rows.lines:
        for column in table.columns.lines:
            across, down = table.row_share(row, column), table.column_share(row, column)
            keys = row.options[0].key, column.options[0].key
            yield *keys, table.count(row, column), _rounded(across), _rounded(down)


def _side(side: CrossSide) -> dict[str, object]:
    return {"question": side.question.key, "options": [option.key for option in side.options]}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, DECIMALS)
