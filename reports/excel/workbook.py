"""The workbook of a summary: one sheet for each table, and one about the figures."""

from collections.abc import Iterator

from reports.documents import Grid, GridColumn, Series, Value, Workbook, WorkbookSheet
from reports.statements.months import MonthStatement
from reports.statements.questions import QuestionStatement
from reports.words.about import about
from reports.words.answers import heading, label, note, remark
from reports.words.coverage import unanswered_shifts
from reports.words.language import Language, upper_first
from reports.words.notes import form_change_notes, notes, year_heading
from reports.words.wording import Wording

HALF_A_PERCENT = 0.005
"""A share up to this would be rounded to 0 %, and one as close to 1 to 100 %."""


def workbook(words: Wording, centre: str = "") -> Workbook:
    """Return the workbook of a summary; all its numbers are in the tally."""
    text = words.language.text
    questions = (*words.statements.questions, *words.statements.added)
    notices = [*form_change_notes(words), *notes(words), *unanswered_shifts(words)]
    return Workbook(
        title=f"{upper_first(words.many)}, {words.heading}",
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        shares=_share_formats(words.language),
        sheets=(_overview(words), *(_answers(words, told) for told in questions), *_months(words)),
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
    text = words.language.text
    columns = [_text_column(""), _counts(words.heading)]
    rows = list(_totals(words))
    if words.summary.before:
        columns.append(_counts(upper_first(words.compared_with)))
    else:
        rows = [row[:2] for row in rows]
    grid = Grid(heading=words.heading, note="", columns=tuple(columns), rows=tuple(rows))
    return WorkbookSheet(name=text("Overview"), grid=grid, chart=None)


def _totals(words: Wording) -> Iterator[tuple[Value, ...]]:
    """Give the period's own figures, each beside the year before where that is known."""
    text, told, outcomes = words.language.text, words.statements, words.summary.now.outcomes
    yield upper_first(words.many), told.total.count, told.total.before
    if told.highlight:
        yield words.highlight, told.highlight.count, told.highlight.before
    if told.year:
        yield year_heading(words), told.year.count, told.year.before
    yield text("Without details"), outcomes["unspecified"], None
    yield text("Registered more than a day late"), words.summary.late, None
    yield text("Did not want to be registered (not in the figures)"), outcomes["declined"], None
    yield text("About something else (not in the figures)"), outcomes["irrelevant"], None


def _answers(words: Wording, told: QuestionStatement) -> WorkbookSheet:
    columns = [
        _text_column(words.language.text("Answer")),
        _counts(words.heading),
        GridColumn(heading=words.language.text("Share"), kind="share"),
    ]
    rows: list[tuple[Value, ...]] = [(label(words, answer), answer.count, answer.share) for answer in told.answers]
    series = [Series(column=1, pale=False)]
    if told.compared:
        columns.append(_counts(upper_first(words.compared_with)))
        rows = [(*cells, answer.before) for cells, answer in zip(rows, told.answers, strict=True)]
        series.append(Series(column=3, pale=True))
    name, said, beside = heading(words, told.question), note(words, told), remark(words, told)
    below = f"{upper_first(said)}. {beside}" if beside else said
    grid = Grid(heading=name, note=below, columns=tuple(columns), rows=tuple(rows))
    return WorkbookSheet(name=name, grid=grid, chart="bars", series=tuple(series))


def _months(words: Wording) -> Iterator[WorkbookSheet]:
    """Tell the months since the first record, each beside the same a year before."""
    months = words.statements.months
    if not any(month.total for month in months):
        return
    many, before = upper_first(words.many), words.language.text("the year before")
    columns = [_text_column(words.language.text("Month")), _counts(many)]
    series = [Series(column=1, pale=False)]
    if words.highlight:
        columns.append(_counts(words.highlight))
    if any(month.total_before is not None for month in months):
        series.append(Series(column=len(columns), pale=True))
        columns.append(_counts(f"{many}, {before}"))
        if words.highlight:
            columns.append(_counts(f"{words.highlight}, {before}"))
    rows = tuple(_month(words, month)[: len(columns)] for month in months)
    name = words.language.text("Per month")
    grid = Grid(heading=name, note="", columns=tuple(columns), rows=rows)
    yield WorkbookSheet(name=name, grid=grid, chart="columns", series=tuple(series))


def _month(words: Wording, month: MonthStatement) -> tuple[Value, ...]:
    name = upper_first(words.language.month(month.name))
    if not words.highlight:
        return name, month.total, month.total_before
    return name, month.total, month.highlighted, month.total_before, month.highlighted_before


def _text_column(heading: str) -> GridColumn:
    return GridColumn(heading=heading, kind="text")


def _counts(heading: str) -> GridColumn:
    return GridColumn(heading=heading, kind="count")
