"""The workbook of a report: a sheet for each table of each form, and one about the figures."""

from collections.abc import Iterator, Sequence

from reports.analysis.cross_table import CrossTable
from reports.chapter.moves import moves_grids
from reports.documents import Grid, Workbook, WorkbookSheet
from reports.excel.cross_sheet import cross_sheet
from reports.excel.exact_share import exact_share
from reports.excel.month_sheet import month_sheets
from reports.excel.overview_sheet import overview_sheet
from reports.excel.question_sheet import question_sheet
from reports.excel.tidy_sheet import tidy_sheet
from reports.public_grids import public_tables
from reports.words.about import about
from reports.words.coverage import unanswered_shifts
from reports.words.cross_table import CrossWording
from reports.words.language import HALF_A_PERCENT, Language, upper_first
from reports.words.notes import form_change_notes, notes
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from reports.year_grids import year_grids


def workbook(
    report: ReportWording, centre: str = "", crossed: Sequence[CrossTable] = (), besides: Sequence[Grid] = ()
) -> Workbook:
    """Return the workbook of a report, its cross tables, and other tables; all its numbers are in these."""
    words, beside, told = report.main, report.beside, report.parts
    text = words.language.text
    return Workbook(
        title=f"{upper_first(words.language.listed([each.many for each in told]))}, {words.heading}",
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        shares=_share_formats(words.language),
        sheets=(
            overview_sheet(report),
            *_sheets(words),
            *(sheet for other in beside for sheet in _named_after(other, _sheets(other))),
            *(cross_sheet(CrossWording(table, words.language)) for table in crossed if table.total),
            *_public_tables(report),
            *(sheet for other in report.at_home for sheet in _named_after(other, _moves(other))),
            *_years(words),
            *(sheet for other in beside for sheet in _named_after(other, _years(other))),
            *(WorkbookSheet(name=grid.heading, grid=grid, chart=None) for grid in besides),
            tidy_sheet(told),
        ),
        page=text("Page {page} of {pages}"),
        about_name=text("About the figures"),
        about=(
            words.heading,
            *report.hidden,
            *_notices(told),
            *about(words.summary.form, words.language).split("\n"),
        ),
    )


def _sheets(words: Wording) -> Iterator[WorkbookSheet]:
    for told in (*words.statements.questions, *words.statements.added):
        yield question_sheet(words, told)
    yield from month_sheets(words)
    yield from _moves(words)


def _moves(words: Wording) -> Iterator[WorkbookSheet]:
    """Tell the nights and moves of a form whose records stay open."""
    for grid in moves_grids(words):
        yield WorkbookSheet(name=grid.heading, grid=grid, chart=None)


def _public_tables(report: ReportWording) -> Iterator[WorkbookSheet]:
    for table in public_tables(report):
        grid = table.grid.model_copy(update={"note": " ".join(table.said)})
        yield WorkbookSheet(name=table.pair, grid=grid, chart=None)


def _years(words: Wording) -> Iterator[WorkbookSheet]:
    """Tell the line of years, as counts and as shares."""
    for grid in year_grids(words, exact_share):
        yield WorkbookSheet(name=grid.heading, grid=grid, chart=None, filtered=True)


def _named_after(words: Wording, sheets: Iterator[WorkbookSheet]) -> Iterator[WorkbookSheet]:
    """Name another form's sheets after what it counts."""
    for sheet in sheets:
        grid = sheet.grid.model_copy(update={"heading": f"{sheet.grid.heading}, {words.many}"})
        yield sheet.model_copy(update={"name": f"{sheet.name}, {words.many}", "grid": grid})


def _notices(told: Sequence[Wording]) -> Iterator[str]:
    """Give what has to be known of each summary's figures, of several after what they count."""
    for words in told:
        for notice in (*form_change_notes(words), *notes(words), *unanswered_shifts(words)):
            yield f"{upper_first(words.many)}: {notice}" if len(told) > 1 else notice


def _share_formats(language: Language) -> tuple[str, str]:
    """Return number formats that write a share as the texts do; a format can hold two conditions, hence two."""
    said = language.percent
    whole = said(0).replace("\u00a0", " ")
    return (
        f'[=0]"{said(0)}";[<={HALF_A_PERCENT}]"{said(HALF_A_PERCENT)}";{whole}',
        f'[=1]"{said(1)}";[>={1 - HALF_A_PERCENT}]"{said(1 - HALF_A_PERCENT)}";{whole}',
    )
