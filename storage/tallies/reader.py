"""Reading a workbook with counts: figures of earlier months, as a map says what they mean."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from storage.fault import N_
from storage.figures.contradiction import refuse_contradictions
from storage.figures.history import TOTAL, PrintedFigure, Typed
from storage.forms.form import Form
from storage.quoting import escaped
from storage.table_files.rows import FileRefused, Row, plain
from storage.table_files.table_file import read_sheets
from storage.tallies.cells import count_in
from storage.tallies.findings import Findings
from storage.tallies.lines import Line, lines_on, rows_astray
from storage.tallies.tally_map import Tally, place_of

Place = tuple[str, str]
Told = Mapping[Place, Sequence[int | None]]
"""The counts of every line of a sheet that means a (question, option); None is a line of empty cells."""


def read_tally(path: Path, form: Form, mapped: Tally) -> Typed:
    """Return the figures of the months of a workbook with counts.

    Of a month without any count nothing is told. A line of empty cells is 0 where it has a count in another month,
    and another answer to its question has one in this; otherwise it is not told. Raises `FileRefused`, listing
    the cells that are no counts and the words that the map does not know, or naming what contradicts itself.
    """
    sheets = _sheets(path, mapped)
    findings = Findings()
    told = {mapped.periods[name]: _told(mapped, rows, findings) for name, rows in sheets.items()}
    findings.refuse(path.name)
    counted = {place for places in told.values() for place, counts in places.items() if _is_counted(counts)}
    typed = {period: dict(_figures(places, counted)) for period, places in sorted(told.items())}
    typed = {period: figures for period, figures in typed.items() if figures}
    if not typed:
        raise FileRefused(N_("{file} has no counts where the map says they are."), file=path.name)
    refuse_contradictions(form, typed)
    return typed


def by_sheet(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    """Return the rows of a workbook by the sheets they stand on, in order."""
    sheets = defaultdict[str, list[Row]](list)
    for row in rows:
        sheets[row.sheet].append(row)
    return sheets


def _sheets(path: Path, mapped: Tally) -> Mapping[str, list[Row]]:
    filled = by_sheet(read_sheets(path))
    called = {plain(name): rows for name, rows in filled.items()}
    found = {name: filled.get(name) or called.get(plain(name)) for name in mapped.months}
    if missing := [escaped(name) for name, rows in found.items() if not rows]:
        raise FileRefused(
            N_("{file} shows no sheet with anything on it that is called: {sheets}. Nothing is taken from it."),
            file=path.name,
            sheets=", ".join(missing),
        )
    return {name: rows for name, rows in found.items() if rows}


def _told(mapped: Tally, rows: Sequence[Row], findings: Findings) -> Told:
    sheet = rows[0].sheet
    told = defaultdict[Place, list[int | None]](list)
    for line in lines_on(mapped, rows):
        meanings = mapped.meanings_of(line.section, line.word)
        if meanings is None:
            findings.word(sheet, line.section, line.word)
        for place in map(place_of, meanings or ()):
            told[place].append(_count(sheet, line, findings))
    for row in rows_astray(mapped, rows):
        findings.astray(sheet, row)
    if len({count for count in told[TOTAL] if count is not None}) > 1:
        findings.totals(sheet)
    return told


def _count(sheet: str, line: Line, findings: Findings) -> int | None:
    counts = [count_in(cell.text) for cell in line.cells]
    for cell, count in zip(line.cells, counts, strict=True):
        if count is None:
            findings.cell(sheet, cell)
    return sum(count or 0 for count in counts) if line.cells else None


def _figures(told: Told, counted: set[Place]) -> Iterator[tuple[Place, PrintedFigure]]:
    answered = {question for (question, _), counts in told.items() if _is_counted(counts)}
    for place, counts in told.items():
        known = [count for count in counts if count is not None]
        if place == TOTAL:
            if known:
                yield place, PrintedFigure(known[0])
        elif known or (place in counted and place[0] in answered):
            yield place, PrintedFigure(sum(known))


def _is_counted(counts: Sequence[int | None]) -> bool:
    return any(count is not None for count in counts)
