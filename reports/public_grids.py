"""Cross tables as they may be published: counts alone, with a sign for each that is hidden."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.analysis.hidden import HIDDEN
from reports.documents import Grid, GridColumn
from reports.publication.cross_cells import CrossCells
from reports.words.counted import counted
from reports.words.cross_table import pair_name
from reports.words.hidden import WHY
from reports.words.language import Language
from reports.words.period_name import period_name
from reports.words.report_wording import ReportWording
from storage.forms.question import Option


@dataclass(frozen=True)
class PublicTable:
    """A cross table, the ``pair`` of questions in it by name, and what is ``said`` of it, a sentence each."""

    pair: str
    said: tuple[str, ...]
    grid: Grid


def public_tables(report: ReportWording) -> Iterator[PublicTable]:
    """Give a table for each pair of questions that a public report crosses, if it counts anything."""
    for release in report.releases:
        for rows, columns in release.contents.pairs:
            cells = CrossCells(release, release.form.by_key[rows], release.form.by_key[columns])
            if cells.count(None, None) != 0:
                yield _table(cells, report.main.language)


def _table(cells: CrossCells, language: Language) -> PublicTable:
    pair, grid = pair_name(cells.rows, cells.columns, language), public_grid(cells, language)
    hidden = any(HIDDEN in row for row in grid.rows)
    said = filter(None, [*_base(cells, language), language.text(WHY) if hidden else ""])
    return PublicTable(pair, tuple(said), grid)


def _base(cells: CrossCells, language: Language) -> Iterator[str]:
    """Say how many records the table holds, and that one may count in several places."""
    total = cells.count(None, None)
    if total != HIDDEN:
        yield language.plural(
            "{calls} has an answer to both questions.",
            "{calls} have answers to both questions.",
            total,
            calls=counted(cells.release.form, total, language),
        )
    if any(side.takes_several for side in (cells.rows, cells.columns)):
        yield language.text("Several answers can be given at once.")


def public_grid(cells: CrossCells, language: Language) -> Grid:
    """Set out the cells of a table, with the sums of its rows and columns."""
    rows, columns = ((*side.counted_options, None) for side in (cells.rows, cells.columns))
    heads = (
        GridColumn(heading=cells.rows.heading.in_language(language.code), kind="text"),
        *(GridColumn(heading=_label(option, language), kind="count") for option in columns),
    )
    told = [(_label(row, language), *(cells.count(row, column) for column in columns)) for row in rows]
    pair, period = pair_name(cells.rows, cells.columns, language), cells.release.now.period
    return Grid.of(f"{pair}, {period_name(period, language)}", heads, told)


def _label(option: Option | None, language: Language) -> str:
    return language.text("In all") if option is None else option.label.in_language(language.code)
