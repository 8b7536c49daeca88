"""Putting counts apart by month."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from storage.figures.counts import AnswerCount


def rows_by_month(counted: Iterable[AnswerCount]) -> Mapping[str, Sequence[AnswerCount]]:
    """Return the counts by month (`2016-07`), empty for one without any."""
    rows = defaultdict[str, list[AnswerCount]](list)
    for row in counted:
        rows[row.month].append(row)
    return rows
