"""Proposing the map of a workbook with counts, from its own words and those of the form."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.imports.toml_text import toml_list, toml_text
from storage.quoting import is_label
from storage.table_files.rows import Row
from storage.tallies.cells import column_place, key_of
from storage.tallies.lines import cell_at, rows_astray
from storage.tallies.proposed_meanings import Found, found_words
from storage.tallies.reader import by_sheet
from storage.tallies.shapes import Shape, shape_of
from storage.tallies.sheet_months import SheetMonth, months_of
from storage.tallies.tally_map import Layout
from storage.tallies.tally_words import TallyWords

Translate = Callable[[str], str]

TITLES, NUMBERED_TITLES = 12, 3
"""How many rows may stand above the counts, and may be titles that are a year alone."""


@dataclass(frozen=True)
class TallyProposal:
    """A map as far as it is known; ``unplaced`` are the words that are left to a person.

    ``sheets`` are all that are shown.
    """

    shape: Shape
    months: Mapping[str, SheetMonth]
    meanings: Mapping[str, tuple[str, ...]]
    left_out: tuple[str, ...]
    unplaced: tuple[Found, ...]
    sheets: tuple[str, ...]

    @property
    def year(self) -> int | None:
        """The year of all sheets; None where there is none, or more than one."""
        years = {month.year for month in self.months.values()}
        return years.pop() if len(years) == 1 else None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left for a person to fill in."""
        return not self.unplaced and bool(self.shape.counts or self.shape.labels_row) and not self.lacks_year

    @property
    def lacks_year(self) -> bool:
        """Whether any month has no year."""
        return any(month.year is None for month in self.months.values())

    def toml(self, translate: Translate) -> str:
        """Return the map as text, with comments in the language that ``translate`` knows."""
        return "\n".join(_written(self, translate)) + "\n"


def propose_tally(rows: Sequence[Row], form: Form, file_name: str) -> TallyProposal | None:
    """Return a map for the rows of a workbook's sheets; None where these are no counts by month."""
    if form.stays_open:
        return None
    sheets, places = by_sheet(rows), TallyWords.of(form)
    months = months_of({name: _titles(told) for name, told in sheets.items()}, PurePath(file_name).stem)
    of_months = {name: sheets[name] for name in months}
    shape = shape_of(of_months, places) if of_months else None
    if shape is None:
        return None
    layout = Layout.model_validate(_places(shape))
    words = found_words(layout, of_months, places)
    return TallyProposal(
        shape,
        months,
        meanings=dict(_meanings(words)),
        left_out=(*dict.fromkeys(one.name for one in words if one.left_out), *_odd_rows(layout, of_months, words)),
        unplaced=tuple(_unplaced(words)),
        sheets=tuple(sheets),
    )


def _titles(rows: Sequence[Row]) -> list[str]:
    """Return what stands at the top; a number stands for a year only above all counts."""
    return [
        cell
        for row in rows
        if row.line <= TITLES
        for cell in row.cells
        if cell and (row.line <= NUMBERED_TITLES or not cell.isdecimal())
    ]


def _places(shape: Shape) -> dict[str, object]:
    places = {
        "labels": shape.labels,
        "sections": shape.sections,
        "counts": [*shape.counts, *shape.doubtful] or None,
        "labels_row": shape.labels_row,
        "sections_row": shape.sections_row,
        "days": shape.days,
    }
    return {name: place for name, place in places.items() if place is not None}


def _by_word(words: Sequence[Found]) -> Iterator[tuple[Sequence[Found], bool]]:
    """Give the words that are written alike, and whether they have a meaning that is the same everywhere."""
    alike = defaultdict[str, list[Found]](list)
    for one in words:
        if not one.left_out:
            alike[key_of(one.word)].append(one)
    for same in alike.values():
        yield same, len({one.meanings for one in same}) == 1 and bool(same[0].meanings)


def _meanings(words: Sequence[Found]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for same, everywhere in _by_word(words):
        if everywhere:
            yield same[0].word, same[0].meanings
        else:
            yield from ((one.name, one.meanings) for one in same if one.meanings and one.section)


def _unplaced(words: Sequence[Found]) -> Iterator[Found]:
    """Give what has no meaning, and what could be named only by a word that has another one elsewhere."""
    for same, everywhere in _by_word(words):
        if not everywhere:
            yield from (one for one in same if (not one.meanings or not one.section) and one.counts)


def _odd_rows(layout: Layout, sheets: Mapping[str, Sequence[Row]], words: Sequence[Found]) -> Iterator[str]:
    """Give what rows are called that are neither days nor their sums."""
    if layout.days is None:
        return
    taken, place = {key_of(one.word) for one in words}, column_place(layout.days)
    for rows in sheets.values():
        lines = set(rows_astray(layout, rows))
        for word in (cell_at(row, place) for row in rows if row.line in lines):
            if key_of(word) not in taken and not word[:1].isdigit():
                taken.add(key_of(word))
                yield word


def _written(proposal: TallyProposal, translate: Translate) -> Iterator[str]:
    def comment(message: str, **facts: object) -> str:
        return f"# {Fault(message, **facts).sentence(translate)}"

    yield comment(N_("Counts by month: they become figures of earlier months, and no records."))
    yield "[tally]"
    yield from _written_places(proposal.shape, comment)
    if proposal.year:
        yield f"year = {proposal.year}"
    elif proposal.lacks_year:
        yield comment(N_("Fill in the year that was counted, and take away the # before it:"))
        yield "# year = "
    if proposal.left_out:
        yield f"left_out = {toml_list(proposal.left_out)}"
    yield "\n[tally.months]"
    yield from (f"{toml_text(sheet)} = {_month(proposal, month)}" for sheet, month in proposal.months.items())
    yield "\n[tally.meanings]"
    for word, meanings in proposal.meanings.items():
        yield f"{toml_text(word)} = {toml_text(meanings[0]) if len(meanings) == 1 else toml_list(meanings)}"
    if proposal.unplaced:
        yield comment(N_("Write what these mean and take away the # before them, or name them in left_out:"))
        yield from (_written_word(one, comment) for one in proposal.unplaced)


def _written_places(shape: Shape, comment: Callable[..., str]) -> Iterator[str]:
    places = [
        ("labels", shape.labels, comment(N_("the column with the words"))),
        ("sections", shape.sections, comment(N_("the headings beside them"))),
        ("counts", list(shape.counts), comment(N_("the columns that are added up"))),
        ("labels_row", shape.labels_row, comment(N_("the row with the words"))),
        ("sections_row", shape.sections_row, comment(N_("the headings above them"))),
        ("days", shape.days, comment(N_("the column with the days"))),
    ]
    yield from (f"{key} = {_value(place)}  {told}" for key, place, told in places if place)
    if shape.doubtful:
        yield comment(N_("Keep the columns that are to be added up, and take away the # before them:"))
        yield f"# counts = {toml_list(shape.doubtful)}"


def _value(place: str | int | list[str]) -> str:
    if isinstance(place, int):
        return str(place)
    return toml_text(place) if isinstance(place, str) else toml_list(place)


def _written_word(one: Found, comment: Callable[..., str]) -> str:
    told = comment(
        N_("sheets: {sheets}, counted: {count}"), sheets=len(one.counts), count=sum(one.counts.values())
    )
    # What may be a story or a telephone number is not written down once more.
    return f'# {toml_text(one.name) if is_label(one.name) else "…"} = ""  {told}'


def _month(proposal: TallyProposal, month: SheetMonth) -> str:
    if proposal.year or month.year is None:
        return str(month.month)
    return toml_text(f"{month.year}-{month.month:02}")
