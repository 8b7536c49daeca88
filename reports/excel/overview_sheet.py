"""The first sheet of a workbook: the totals of a period."""

from collections.abc import Iterator, Sequence

from reports.documents import Grid, GridColumn, Value, WorkbookSheet
from reports.words.coverage import coverage_beside
from reports.words.language import upper_first
from reports.words.notes import year_heading
from reports.words.wording import Wording


def overview_sheet(told: Sequence[Wording]) -> WorkbookSheet:
    """Return the sheet with the totals of the summaries, which are of the same period."""
    first = told[0]
    compared = any(words.summary.before for words in told)
    columns = (
        GridColumn(heading=first.language.text("What is counted"), kind="text"),
        GridColumn(heading=first.heading, kind="count"),
        GridColumn(heading=upper_first(first.compared_with), kind="count") if compared else None,
    )
    grid = Grid.of(first.heading, columns, [row for words in told for row in _totals(words)])
    return WorkbookSheet(name=first.language.text("Overview"), grid=grid, chart=None)


def _totals(words: Wording) -> Iterator[tuple[Value, ...]]:
    """Give the period's own figures, each beside the year before where that is known."""
    text, told, outcomes = words.language.text, words.statements, words.summary.now.outcomes
    yield upper_first(words.many), told.total.count, told.total.before
    if told.highlight:
        yield words.highlight, told.highlight.count, told.highlight.before
    if told.year:
        yield year_heading(words), told.year.count, told.year.before
    if coverage_beside(words):
        coverage, before = words.summary.coverage, words.summary.period_counts.coverage_before
        yield (
            text("Calls that the telephone showed, registered"),
            coverage.logged,
            before.logged if before.counted else None,
        )
        yield text("Calls that the telephone showed"), coverage.counted, before.counted or None
    yield text("Without details"), outcomes["unspecified"], None
    yield text("Registered more than a day late"), words.summary.late, None
    yield text("Did not want to be registered (not in the figures)"), outcomes["declined"], None
    yield text("About something else (not in the figures)"), outcomes["irrelevant"], None
