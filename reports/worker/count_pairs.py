"""Counting a cross table, with pandas; only the worker imports this."""

import pandas as pd

from reports.analysis.grouped_answers import PairCounts
from reports.cross_count import CrossCount

ROWS, COLUMNS, CALLS = "rows", "columns", "calls"


def pair_counts(job: CrossCount) -> PairCounts:
    """Count the records of each cell, each row and each column."""
    frame = pd.DataFrame(
        [(pair.rows, pair.columns, pair.calls) for pair in job.pairs], columns=[ROWS, COLUMNS, CALLS]
    )
    cells = (
        frame.explode(ROWS)
        .explode(COLUMNS)
        .pivot_table(index=ROWS, columns=COLUMNS, values=CALLS, aggfunc="sum")
        .reindex(index=list(job.row_options), columns=list(job.column_options))
        .fillna(0)
    )
    return PairCounts(
        cells=tuple(tuple(map(int, row)) for row in cells.to_numpy()),
        row_totals=_totals(frame, ROWS, job.row_options),
        column_totals=_totals(frame, COLUMNS, job.column_options),
    )


def _totals(frame: pd.DataFrame, side: str, options: tuple[str, ...]) -> tuple[int, ...]:
    """Count each record once in every row, or column, that it belongs to."""
    totals = frame.explode(side).groupby(side)[CALLS].sum().reindex(list(options)).fillna(0)
    return tuple(map(int, totals))
