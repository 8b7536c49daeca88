"""The workbook of a summary: one sheet for each table, and one about the figures."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.answer_grid import figure_cells, figure_columns
from reports.documents import Grid, GridColumn, Series, Value, Workbook, WorkbookSheet
from reports.excel.cross_sheet import cross_sheet
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
    questions = (*words.statements.questions, *words.statements.added)
    notices = [*form_change_notes(words), *notes(words), *unanswered_shifts(words)]
    return Workbook(
        title=f"{upper_first(words.many)}, {words.heading}",
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        shares=_share_formats(words.language),
        sheets=(
            _overview(words),
            *(_answers(words, told) for told in questions),
            *_months(words),
            *(cross_sheet(CrossWording(table, words.language)) for table in crossed if table.total),
            *_years(words),
        ),
        about_name=text("About the figures"),
        about=(words.heading, *notices, *about(words.summary.form, words.language).split("\n")),
    )


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
        GridColumn(heading="", kind="text"),
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
    rows = [(label(words, answer), *figure_cells(words, answer)) for answer in told.answers]
    name, said, beside = heading(words, told.question), note(words, told), remark(words, told)
    grid = Grid.of(name, columns, rows, f"{upper_first(said)}. {beside}" if beside else said)
    return WorkbookSheet(name=name, grid=grid, chart="bars", series=_shares_drawn(grid))


def _months(words: Wording) -> Iterator[WorkbookSheet]:
    """Tell the months since the first record, each beside the same a year before."""
    months = words.statements.months
    if not any(month.total for month in months):
        return
    many, highlight, before = upper_first(words.many), words.highlight, words.language.text("the year before")
    compared = any(month.total_before is not None for month in months)
    columns = (
        GridColumn(heading=words.language.text("Month"), kind="text"),
        GridColumn(heading=many, kind="count"),
        GridColumn(heading=highlight, kind="count") if highlight else None,
        GridColumn(heading=f"{many}, {before}", kind="count") if compared else None,
        GridColumn(heading=f"{highlight}, {before}", kind="count") if highlight and compared else None,
    )
    rows = [(upper_first(words.language.month(month.name)), *month.counts) for month in months]
    name, pale = words.language.text("Per month"), 3 if highlight else 2
    grid = Grid.of(name, columns, rows)
    yield WorkbookSheet(name=name, grid=grid, chart="columns", series=_series(pale if compared else None))


def _years(words: Wording) -> Iterator[WorkbookSheet]:
    """Tell the line of years, as counts and as shares."""
    for grid in year_grids(words):
        yield WorkbookSheet(name=grid.heading, grid=grid, chart=None)


def _shares_drawn(grid: Grid) -> tuple[Series, ...]:
    """Draw the shares, and beside them the year before's if there are any; the counts where there are none."""
    kinds = [column.kind for column in grid.columns]
    # A share that is printed with decimals is a text, which cannot be drawn.
    drawn = [
        place
        for place, kind in enumerate(kinds)
        if kind == "share" and not any(isinstance(row[place], str) for row in grid.rows)
    ]
    if not any(row[drawn[0]] is not None for row in grid.rows):
        drawn = [place for place, kind in enumerate(kinds) if kind == "count"]
    return tuple(Series(column=place, pale=bool(number)) for number, place in enumerate(drawn))


def _series(pale: int | None) -> tuple[Series, ...]:
    """Draw the first column of counts, and beside it the year before's if there is one."""
    now = Series(column=1, pale=False)
    return (now,) if pale is None else (now, Series(column=pale, pale=True))
