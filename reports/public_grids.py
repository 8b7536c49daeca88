"""Cross tables as they may be published: counts alone, with a sign for each that is hidden."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.analysis.hidden import HIDDEN
from reports.documents import Grid, GridColumn
from reports.publication.cross_cells import CrossCells
from reports.publication.release import Release
from reports.words.counted import counted
from reports.words.hidden import WHY
from reports.words.language import Language, lower_first
from reports.words.period_name import period_name
from storage.forms.question import Option


@dataclass(frozen=True)
class PublicTable:
    """A cross table, the ``pair`` of questions in it by name, and what is ``said`` of it, a sentence each."""

    pair: str
    said: tuple[str, ...]
    grid: Grid


def public_tables(release: Release, language: Language) -> Iterator[PublicTable]:
    """Give a table for each pair of questions that a release sets against each other, if it counts anything."""
    for rows, columns in release.contents.pairs:
        cells = CrossCells(release, release.form.by_key[rows], release.form.by_key[columns])
        if cells.count(None, None) != 0:
            yield _table(cells, language)


def _table(cells: CrossCells, language: Language) -> PublicTable:
    rows, columns = (side.heading.in_language(language.code) for side in (cells.rows, cells.columns))
    pair, grid = f"{rows} × {lower_first(columns)}", _grid(cells, language)
    heading = f"{pair}, {period_name(cells.release.now.period, language)}"
    hidden = any(HIDDEN in row for row in grid.rows)
    said = filter(None, [*_base(cells, language), language.text(WHY) if hidden else ""])
    return PublicTable(pair, tuple(said), grid.model_copy(update={"heading": heading}))


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
    if any(side.kind == "several" for side in (cells.rows, cells.columns)):
        yield language.text("Several answers can be given at once.")


def _grid(cells: CrossCells, language: Language) -> Grid:
    rows, columns = ((*side.counted_options, None) for side in (cells.rows, cells.columns))
    heads = (
        GridColumn(heading=cells.rows.heading.in_language(language.code), kind="text"),
        *(GridColumn(heading=_label(option, language), kind="count") for option in columns),
    )
    told = [(_label(row, language), *(cells.count(row, column) for column in columns)) for row in rows]
    return Grid.of("", heads, told)


def _label(option: Option | None, language: Language) -> str:
    return language.text("In all") if option is None else option.label.in_language(language.code)
