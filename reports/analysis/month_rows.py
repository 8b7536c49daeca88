"""Reading counts apart by month."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reports.analysis.period import Days
from storage.figures.counts import AnswerCount, Counts
from storage.forms.form import Form


async def rows_by_month(counts: Counts, form: Form, days: Days) -> Mapping[str, Sequence[AnswerCount]]:
    """Return the counts of the days by month (`2016-07`), empty for one without any. Raises a `DatabaseFault`."""
    rows = defaultdict[str, list[AnswerCount]](list)
    for row in await counts.between(form.key, days.first, days.after):
        rows[row.month].append(row)
    return rows
