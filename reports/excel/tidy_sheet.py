"""The tidy sheet of a workbook: a row for each period, question and answer, to be chosen from and counted on."""

from collections.abc import Iterator, Sequence

from reports.analysis.hidden import HIDDEN, Hidden
from reports.analysis.period import Period
from reports.documents import Grid, GridColumn, Value, WorkbookSheet
from reports.excel.exact_share import share_value
from reports.statements.tidy_counts import TidyCount, tidy_counts
from reports.statements.tidy_series import earlier_counts
from reports.words.answers import heading
from reports.words.language import upper_first
from reports.words.wording import Wording
from reports.words.years import years_from_reports


def tidy_sheet(told: Sequence[Wording]) -> WorkbookSheet:
    """Return the sheet with every figure of the period and of those it stands beside, the oldest first.

    Of several forms' summaries each row tells what it counts.
    """
    first, several = told[0], len(told) > 1
    text = first.language.text
    columns = (
        GridColumn(heading=text("What is counted"), kind="text") if several else None,
        GridColumn(heading=text("Period"), kind="text"),
        GridColumn(heading=text("First day"), kind="day"),
        GridColumn(heading=text("Question"), kind="text"),
        GridColumn(heading=text("Answer"), kind="text"),
        GridColumn(heading=text("Count"), kind="count"),
        GridColumn(heading=text("Share of"), kind="count"),
        GridColumn(heading=text("Share"), kind="share"),
        GridColumn(heading=text("Share a year before"), kind="share"),
        GridColumn(heading=text("Clear change"), kind="text"),
    )
    rows = [_cells(words, row) for words in told for row in _rows(words)]
    name = text("All figures")
    grid = Grid.of(name, columns, rows, years_from_reports(first, first.statements.years))
    return WorkbookSheet(name=name, grid=grid, chart=None, filtered=True)


def _rows(words: Wording) -> Iterator[TidyCount]:
    yield from earlier_counts(words.summary)
    yield from (row for row in tidy_counts(words.statements) if _is_told(words, row))


def _is_told(words: Wording, row: TidyCount) -> bool:
    """Tell whether it is anything for a report: what nobody added later is as if it could not be added."""
    added = {told.question.key for told in words.statements.added}
    return not row.question or row.question in added or not words.summary.form.by_key[row.question].later


def _cells(words: Wording, row: TidyCount) -> tuple[Value, ...]:
    period = Period.named(row.period)
    only_a_part = words.summary.running and period == words.summary.period
    return (
        upper_first(words.many),
        words.heading if only_a_part else upper_first(words.name(period)),
        period.first.isoformat(),
        *_names(words, row),
        row.count,
        row.base,
        share_value(row.share),
        share_value(row.share_before),
        _said(words, row.clear),
    )


def _names(words: Wording, row: TidyCount) -> tuple[str, str]:
    """Name the question and the answer; the total has no question."""
    if not row.question:
        return "", upper_first(words.many)
    question = words.summary.form.by_key[row.question]
    return heading(words, question), question.option(row.option).label.in_language(words.language.code)


def _said(words: Wording, clear: bool | Hidden | None) -> str:  # noqa: FBT001 - what is written
    if clear is None or clear == HIDDEN:
        return clear or ""
    return words.language.text("yes") if clear else words.language.text("no")
