"""From a summary in words to its workbook: a sheet a table, and one about the figures."""

from collections.abc import Iterator

from reports.about import about
from reports.coverage import unanswered
from reports.documents import Column, Grid, Series, Sheet, Value, Workbook
from reports.language import Language, capital
from reports.notes import changed, notes, year_heading
from reports.period import Period
from reports.tables import Table, added_later, tables
from reports.wording import Wording

HALF_A_PERCENT = 0.005
"""A share up to this would be rounded to nothing, one as near to all to everything."""


def workbook(words: Wording, centre: str = "") -> Workbook:
    """Put together the workbook of a summary: no number that is not in the tally."""
    text = words.language.text
    notices = [*changed(words), *notes(words), *unanswered(words)]
    return Workbook(
        title=f"{capital(words.many)}, {words.heading}",
        author=centre,
        language=words.language.code,
        made=words.summary.now.days.last,
        shares=_share_formats(words.language),
        sheets=(_overview(words), *_answers(words), *_months(words)),
        about_name=text("About the figures"),
        about=(words.heading, *notices, *about(words.summary.form, words.language).split("\n")),
    )


def _share_formats(language: Language) -> tuple[str, str]:
    """Show a share as the texts write it; a format holds two conditions, so there are two."""
    said = language.percent
    whole = said(0).replace("\u00a0", " ")
    return (
        f'[=0]"{said(0)}";[<={HALF_A_PERCENT}]"{said(HALF_A_PERCENT)}";{whole}',
        f'[=1]"{said(1)}";[>={1 - HALF_A_PERCENT}]"{said(1 - HALF_A_PERCENT)}";{whole}',
    )


def _overview(words: Wording) -> Sheet:
    text = words.language.text
    columns = [_text_column(""), _counts(words.heading)]
    rows = list(_totals(words))
    if words.summary.before:
        columns.append(_counts(capital(words.compared_with)))
    else:
        rows = [row[:2] for row in rows]
    grid = Grid(heading=words.heading, note="", columns=tuple(columns), rows=tuple(rows))
    return Sheet(name=text("Overview"), grid=grid, chart=None)


def _totals(words: Wording) -> Iterator[tuple[Value, ...]]:
    """Give the period's own figures, each beside the year before where that is known."""
    text, summary = words.language.text, words.summary
    outcomes, before = summary.now.outcomes, summary.before
    yield capital(words.many), summary.now.total, before.total if before else None
    if words.highlight:
        yield words.highlight, summary.now.highlighted, summary.highlighted_before
    if year := summary.year:
        yield year_heading(words), year.now.total, year.before.total if year.before else None
    yield text("Without details"), outcomes["unspecified"], None
    yield text("Registered more than a day late"), summary.late, None
    yield text("Did not want to be registered (not in the figures)"), outcomes["declined"], None
    yield text("About something else (not in the figures)"), outcomes["irrelevant"], None


def _answers(words: Wording) -> Iterator[Sheet]:
    for table in (*tables(words.summary, words.language), *added_later(words.summary, words.language)):
        yield _sheet(words, table)


def _sheet(words: Wording, table: Table) -> Sheet:
    columns = [
        _text_column(words.language.text("Answer")),
        _counts(words.heading),
        Column(heading=words.language.text("Share"), kind="share"),
    ]
    rows: list[tuple[Value, ...]] = [(row.label, row.count, row.share) for row in table.rows]
    series = [Series(column=1, pale=False)]
    if any(row.before is not None for row in table.rows):
        columns.append(_counts(capital(words.compared_with)))
        rows = [(*cells, row.before) for cells, row in zip(rows, table.rows, strict=True)]
        series.append(Series(column=3, pale=True))
    grid = Grid(heading=table.heading, note=_note(table), columns=tuple(columns), rows=tuple(rows))
    return Sheet(name=table.heading, grid=grid, chart="bars", series=tuple(series))


def _note(table: Table) -> str:
    return f"{capital(table.note)}. {table.remark}" if table.remark else table.note


def _months(words: Wording) -> Iterator[Sheet]:
    """Tell the months since the first record, each beside the same a year before."""
    told = words.summary.course_known
    if not any(month.total for month in told.values()):
        return
    text, many, before = words.language.text, capital(words.many), words.language.text("the year before")
    columns = [_text_column(text("Month")), _counts(many)]
    series = [Series(column=1, pale=False)]
    if words.highlight:
        columns.append(_counts(words.highlight))
    if any(_known_before(words, name) for name in told):
        series.append(Series(column=len(columns), pale=True))
        columns.append(_counts(f"{many}, {before}"))
        if words.highlight:
            columns.append(_counts(f"{words.highlight}, {before}"))
    heading = text("Per month")
    rows = tuple(_month(words, name)[: len(columns)] for name in told)
    grid = Grid(heading=heading, note="", columns=tuple(columns), rows=rows)
    yield Sheet(name=heading, grid=grid, chart="columns", series=tuple(series))


def _month(words: Wording, name: str) -> tuple[Value, ...]:
    now, before = words.summary.course[name], words.summary.course_before[name]
    known = _known_before(words, name)
    total_before = before.total if known else None
    if not words.highlight:
        return capital(words.language.month(name)), now.total, total_before
    asked_before = known and words.highlight_asked(Period.named(name).a_year_before.name)
    highlighted = now.highlighted if words.highlight_asked(name) else None
    highlighted_before = before.highlighted if asked_before else None
    return capital(words.language.month(name)), now.total, highlighted, total_before, highlighted_before


def _known_before(words: Wording, name: str) -> bool:
    """Tell whether there were records already in the same month a year before."""
    since = words.summary.since
    return since is not None and since <= Period.named(name).a_year_before.name


def _text_column(heading: str) -> Column:
    return Column(heading=heading, kind="text")


def _counts(heading: str) -> Column:
    return Column(heading=heading, kind="count")
