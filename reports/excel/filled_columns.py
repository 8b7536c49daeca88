"""Which columns of a table have anything in them."""

from collections.abc import Sequence

from reports.documents import GridColumn, Value


def filled_columns(
    columns: Sequence[GridColumn | None], rows: Sequence[Sequence[Value]]
) -> list[GridColumn | None]:
    """Return the columns with a cell in any of the full rows, and None in the place of the others."""
    filled = (any(row[place] is not None for row in rows) for place in range(len(columns)))
    return [column if cells else None for column, cells in zip(columns, filled, strict=True)]
