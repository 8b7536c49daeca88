"""The first sheet of a workbook: the totals of a period."""

from collections.abc import Iterator

from reports.documents import Grid, GridColumn, Value, WorkbookSheet
from reports.words.coverage import coverage_beside
from reports.words.language import lower_first, upper_first
from reports.words.notes import year_heading
from reports.words.report_wording import ReportWording, calls_ratio, groups_of
from reports.words.wording import Wording


def overview_sheet(report: ReportWording) -> WorkbookSheet:
    """Return the sheet with the totals of a report's forms, and how many calls out there are for each call in."""
    first, compared = report.main, any(words.summary.before for words in report.parts)
    columns = (
        GridColumn(heading=first.language.text("What is counted"), kind="text"),
        GridColumn(heading=first.heading, kind="count"),
        GridColumn(heading=upper_first(first.compared_with), kind="count") if compared else None,
    )
    rows = [*_totals(first), *(row for words in report.beside for row in _beside(words, report))]
    grid = Grid.of(first.heading, columns, rows, report.notice)
    return WorkbookSheet(name=first.language.text("Overview"), grid=grid, chart=None)


def _beside(words: Wording, report: ReportWording) -> Iterator[tuple[Value, ...]]:
    """Give the figures of a form that is told besides: its total, the ratio to the calls in, and what is not 0.

    The ratio is a text, since it is no count.
    """
    ratio, said = calls_ratio(words, report.main), words.language.ratio
    (many, total, before), *others = _totals(words)
    yield many, total, before
    if ratio:
        then = None if ratio.before is None else said(ratio.before)
        yield words.language.text("Calls out for each call in"), said(ratio.now), then
    for _, group, told in groups_of(words):
        yield f"{many}: {group.spoken.in_language(words.language.code)}", told.count, told.before
    yield from ((f"{many}: {lower_first(str(name))}", count, then) for name, count, then in others if count)


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
    if words.summary.public:
        return
    yield text("Registered more than a day late"), words.summary.late, None
    if "declined" in words.summary.now.counted:
        yield text("Did not want to be registered (counted without answers)"), outcomes["declined"], None
    else:
        yield text("Did not want to be registered (not in the figures)"), outcomes["declined"], None
    yield text("About something else (not in the figures)"), outcomes["irrelevant"], None
