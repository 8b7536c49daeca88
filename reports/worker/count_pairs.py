"""Counting a cross table, with pandas; only the worker imports this."""

from collections import Counter
from collections.abc import Callable
from itertools import product

import pandas as pd

from reports.analysis.grouped_answers import AnswerPair, PairCounts
from reports.cross_count import CrossCount

ROWS, COLUMNS, CALLS = "rows", "columns", "calls"


def pair_counts(job: CrossCount) -> PairCounts:
    """Count the records of each cell, each row and each column."""
    # Laid out here: for a few dozen pairs the library's own way takes longer than the count.
    met = [(row, column, pair.calls) for pair in job.pairs for row, column in product(pair.rows, pair.columns)]
    cells = (
        pd.DataFrame(met, columns=[ROWS, COLUMNS, CALLS])
        .pivot_table(index=ROWS, columns=COLUMNS, values=CALLS, aggfunc="sum")
        .reindex(index=list(job.row_options), columns=list(job.column_options))
        .fillna(0)
    )
    return PairCounts(
        cells=tuple(tuple(map(int, row)) for row in cells.to_numpy()),
        row_totals=_totals(job, lambda pair: pair.rows, job.row_options),
        column_totals=_totals(job, lambda pair: pair.columns, job.column_options),
    )


def _totals(
    job: CrossCount, side: Callable[[AnswerPair], tuple[str, ...]], options: tuple[str, ...]
) -> tuple[int, ...]:
    """Count each record once in every row, or column, that it belongs to."""
    totals = Counter[str]()
    for pair in job.pairs:
        for option in side(pair):
            totals[option] += pair.calls
    return tuple(totals[option] for option in options)
