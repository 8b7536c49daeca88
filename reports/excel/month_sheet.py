"""The sheet of the months of a summary."""

from collections.abc import Iterator

from reports.analysis.period import Period
from reports.documents import Grid, GridColumn, Series, WorkbookSheet
from reports.words.language import upper_first
from reports.words.wording import Wording


def month_sheets(words: Wording) -> Iterator[WorkbookSheet]:
    """Give a sheet of the months since the first record beside those a year before; none without calls."""
    months = words.statements.months
    if not any(month.total for month in months):
        return
    many, highlight, before = upper_first(words.many), words.highlight, words.language.text("the year before")
    compared = any(month.total_before is not None for month in months)
    columns = (
        GridColumn(heading=words.language.text("Month"), kind="month"),
        GridColumn(heading=many, kind="count"),
        GridColumn(heading=highlight, kind="count") if highlight else None,
        GridColumn(heading=f"{many}, {before}", kind="count") if compared else None,
        GridColumn(heading=f"{highlight}, {before}", kind="count") if highlight and compared else None,
    )
    rows = [(Period.named(month.name).first.isoformat(), *month.counts) for month in months]
    sums = [
        sum(told) if len(told := [count for count in counts if isinstance(count, int)]) == len(counts) else None
        for counts in zip(*(m.counts for m in months), strict=True)
    ]
    name, pale = words.language.text("Per month"), 3 if highlight else 2
    grid = Grid.of(name, columns, rows, total=(words.language.text("In all"), *sums))
    yield WorkbookSheet(name=name, grid=grid, chart="columns", series=_series(pale if compared else None))


def _series(pale: int | None) -> tuple[Series, ...]:
    """Draw the first column of counts, and beside it the year before's if there is one."""
    now = Series(column=1, pale=False)
    return (now,) if pale is None else (now, Series(column=pale, pale=True))
