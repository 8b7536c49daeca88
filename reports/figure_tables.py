"""The tables of a period's figures: all that its picture shows, and all that it leaves out."""

from collections.abc import Iterator

from reports.chapter.moves import moves_grids
from reports.chapter.tables import answers_grid, months_grid
from reports.documents import Grid, GridColumn, Value
from reports.excel.overview_sheet import overview_sheet
from reports.statements.control_limits import RunMonth
from reports.words.language import upper_first
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from reports.year_grids import year_grids


def figure_tables(words: Wording) -> Iterator[Grid]:
    """Give the totals, each question, the months, and the years beside each other."""
    overview = overview_sheet(ReportWording(words.summary.period.name, words))
    yield overview.grid.model_copy(update={"heading": words.language.text("Totals"), "note": ""})
    if words.summary.now.total:
        for told in (*words.statements.questions, *words.statements.added):
            yield answers_grid(words, told)
    if words.summary.period.kind == "month":
        yield from _run(words)
    elif words.statements.months:
        yield months_grid(words)
    yield from moves_grids(words)
    yield from year_grids(words)


def _run(words: Wording) -> Iterator[Grid]:
    """Give the months up to the one told of, with what is expected of each, where there are several."""
    months, text = words.statements.run, words.language.text
    if len(months) < 2:  # noqa: PLR2004 - one alone is in the totals
        return
    expected = any(month.usual for month in months)
    columns = (
        GridColumn(heading=text("Month"), kind="text"),
        GridColumn(heading=upper_first(words.many), kind="count"),
        GridColumn(heading=words.highlight, kind="count") if words.highlight else None,
        GridColumn(heading=upper_first(text("expected")), kind="count") if expected else None,
        GridColumn(heading=upper_first(text("usual swing")), kind="count") if expected else None,
    )
    yield Grid.of(text("Per month"), columns, [_month(words, month) for month in months])


def _month(words: Wording, month: RunMonth) -> tuple[Value, ...]:
    number = words.language.number
    usual = f"{number(month.usual[0])}–{number(month.usual[1])}" if month.usual else None
    centre = None if month.centre is None else round(month.centre)
    highlighted = None if month.total is None else month.highlighted
    return upper_first(words.language.month(month.name)), month.total, highlighted, centre, usual
