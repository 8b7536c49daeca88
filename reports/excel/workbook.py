"""The workbook of a summary: one sheet for each table, and one about the figures."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.analysis.period import Period
from reports.analysis.tally import SMALL_BASE
from reports.answer_grid import figure_cells, figure_columns
from reports.documents import Grid, GridColumn, Series, Value, Workbook, WorkbookSheet
from reports.excel.cross_sheet import cross_sheet
from reports.excel.filled_columns import filled_columns
from reports.excel.tidy_sheet import exact, tidy_sheet
from reports.statements.questions import QuestionStatement
from reports.words.about import about
from reports.words.answers import heading, label, note, remark
from reports.words.coverage import coverage_beside, unanswered_shifts
from reports.words.cross_table import CrossWording
from reports.words.language import HALF_A_PERCENT, Language, upper_first
from reports.words.notes import form_change_notes, notes, year_heading
from reports.words.wording import Wording
from reports.year_grids import year_grids


def workbook(words: Wording, centre: str = "", crossed: Sequence[CrossTable] = ()) -> Workbook:
    """Return the workbook of a summary and its cross tables; all its numbers are in the tally or the tables."""
    text = words.language.text
    notices = [*form_change_notes(words), *notes(words), *unanswered_shifts(words)]
    return Workbook(
        title=f"{upper_first(words.many)}, {words.heading}",
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        shares=_share_formats(words.language),
        sheets=tuple(_sheets(words, crossed)),
        page=text("Page {page} of {pages}"),
        about_name=text("About the figures"),
        about=(words.heading, *notices, *about(words.summary.form, words.language).split("\n")),
    )


def _sheets(words: Wording, crossed: Sequence[CrossTable]) -> Iterator[WorkbookSheet]:
    yield _overview(words)
    for told in (*words.statements.questions, *words.statements.added):
        yield _answers(words, told)
    yield from _months(words)
    for table in crossed:
        if table.total:
            yield cross_sheet(CrossWording(table, words.language))
    for grid in year_grids(words, exact):
        yield WorkbookSheet(name=grid.heading, grid=grid, chart=None, filtered=True)
    yield tidy_sheet(words)


def _share_formats(language: Language) -> tuple[str, str]:
    """Return number formats that write a share as the texts do; a format can hold two conditions, hence two."""
    said = language.percent
    whole = said(0).replace("\u00a0", " ")
    return (
        f'[=0]"{said(0)}";[<={HALF_A_PERCENT}]"{said(HALF_A_PERCENT)}";{whole}',
        f'[=1]"{said(1)}";[>={1 - HALF_A_PERCENT}]"{said(1 - HALF_A_PERCENT)}";{whole}',
    )


def _overview(words: Wording) -> WorkbookSheet:
    columns = (
        GridColumn(heading=words.language.text("What is counted"), kind="text"),
        GridColumn(heading=words.heading, kind="count"),
        GridColumn(heading=upper_first(words.compared_with), kind="count") if words.summary.before else None,
    )
    grid = Grid.of(words.heading, columns, _totals(words))
    return WorkbookSheet(name=words.language.text("Overview"), grid=grid, chart=None)


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


def _answers(words: Wording, told: QuestionStatement) -> WorkbookSheet:
    columns = (
        GridColumn(heading=words.language.text("Answer"), kind="text"),
        *figure_columns(words, words.heading, told.answers),
    )
    rows = [(label(words, answer), *figure_cells(words, answer, exact)) for answer in told.answers]
    name = heading(words, told.question)
    said = [f"{upper_first(part.rstrip('.'))}." for part in _based_on(words, told) if part]
    below = " ".join(filter(None, [*said, remark(words, told)]))
    grid = Grid.of(name, filled_columns(columns, rows), rows, below, _sums(words, told))
    return WorkbookSheet(name=name, grid=grid, chart="bars", series=_drawn(told, grid))


def _based_on(words: Wording, told: QuestionStatement) -> Iterator[str]:
    """Say what the shares are of, however many were asked."""
    text, plural = words.language.text, words.language.plural
    if told.question.later:
        yield note(words, told)
    else:
        if told.question.kind == "several":
            yield text("several answers possible")
        if told.question.base != "all":
            yield plural("{n} known answer", "{n} known answers", told.base)
        elif told.has_shares:
            yield text("shares of all {n}", n=words.language.number(told.base))
    if told.base and not told.has_shares:
        yield text("There are no percentages of fewer than {n}.", n=SMALL_BASE)


def _sums(words: Wording, told: QuestionStatement) -> tuple[Value, ...]:
    """Return the row of sums: those who were asked, now and a year before; none of several answers at once."""
    if told.question.kind == "several":
        return ()
    before = [answer.before for answer in told.answers]
    then = sum(filter(None, before)) if None not in before else None
    return words.language.text("In all"), told.asked, None, then, None, None


def _months(words: Wording) -> Iterator[WorkbookSheet]:
    """Tell the months since the first record, each beside the same a year before."""
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
        None if None in counts else sum(filter(None, counts))
        for counts in zip(*(m.counts for m in months), strict=True)
    ]
    name, pale = words.language.text("Per month"), 3 if highlight else 2
    grid = Grid.of(name, columns, rows, total=(words.language.text("In all"), *sums))
    yield WorkbookSheet(name=name, grid=grid, chart="columns", series=_series(pale if compared else None))


def _drawn(told: QuestionStatement, grid: Grid) -> tuple[Series, ...]:
    """Draw the shares, and beside them the year before's if there are any; the counts where there are none."""
    kind = "share" if any(answer.share is not None for answer in told.answers) else "count"
    drawn = [place for place, column in enumerate(grid.columns) if column.kind == kind]
    return tuple(Series(column=place, pale=bool(number)) for number, place in enumerate(drawn))


def _series(pale: int | None) -> tuple[Series, ...]:
    """Draw the first column of counts, and beside it the year before's if there is one."""
    now = Series(column=1, pale=False)
    return (now,) if pale is None else (now, Series(column=pale, pale=True))
