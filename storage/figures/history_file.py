"""The file that the figures of an earlier report are typed into: the template of it, and how it is read."""

import io
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from storage.fault import N_
from storage.figures.contradiction import refuse_contradictions
from storage.figures.history import GROUP, HEADS, NIGHTS, TOTAL, PrintedFigure, Typed
from storage.forms.form import Form
from storage.forms.question import Question
from storage.quoting import quoted
from storage.table_files.csv_writer import CsvWriter
from storage.table_files.rows import FaultyRows, Headings, Row, RowFault
from storage.table_files.table_file import open_rows

COLUMNS = ("period", "question", "option", "count", "share", "base")
HOUSE = (HEADS, NIGHTS)
PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])|-T[1-3])?", re.ASCII)
SHARE = re.compile(r"(?P<percent>\d{1,3}([.,]\d{1,20})?)[ \u00a0\u202f]?%|(?P<part>0[.,]\d{1,20}|[01])", re.ASCII)
"""A share as it is written: `7 %`, `14,0 %` or `0.14`; the blank may be one that does not break."""


def read_figures(path: Path, form: Form) -> Typed:
    """Return the figures of a file as they are printed, for every period it names.

    What the report does not give is left out. Raises `FileRefused`, naming the first ten faulty rows by line, or
    what contradicts itself.
    """
    typed: dict[str, dict[tuple[str, str], PrintedFigure]] = {}
    seen: set[tuple[str, str, str]] = set()
    faulty = FaultyRows()
    with open_rows(path) as (headings, rows):
        places = headings.places(COLUMNS)
        for row in rows:
            with faulty.at(row.line):
                cells = _cells(headings, places, row)
                _check_place(form, cells)
                figure, place = _figure(cells), (cells["period"], cells["question"], cells["option"])
                if place in seen:
                    raise RowFault(N_("this figure stands there twice"))
                seen.add(place)
                figures = typed.setdefault(place[0], {})
                if figure:
                    figures[place[1:]] = figure
    faulty.refuse(path.name)
    refuse_contradictions(form, typed)
    return typed


def template(form: Form, period: str) -> str:
    """Return a CSV file to fill in: a row for the total, then for each question its options and their group."""
    file = io.StringIO()
    writer = CsvWriter(file)
    places = ((question.key, option) for question in form.crossable for option in _options(question))
    house = ((what, person) for what in HOUSE for person in form.persons)
    writer.write(COLUMNS)
    for place in (TOTAL, *house, *places):
        writer.write((period, *place, "", "", ""))
    return file.getvalue()


def _cells(headings: Headings, places: Mapping[str, int], row: Row) -> dict[str, str]:
    """Return a row's cells by column. Raises `RowFault`."""
    # A row typed by hand may end early; the cells left out are empty.
    whole = row._replace(cells=row.cells + ("",) * (len(headings.texts) - len(row.cells)))
    headings.check(whole)
    return {column: whole.cells[place] for column, place in places.items()}


def _check_place(form: Form, cells: Mapping[str, str]) -> None:
    """Raise `RowFault` where the row names no period, or a question or an option that the form has not."""
    period, question, option = cells["period"], cells["question"], cells["option"]
    if not PERIOD.fullmatch(period):
        raise RowFault(N_("{text} is not a period"), text=quoted(period))
    if (question, option) == TOTAL:
        if cells["share"] or cells["base"]:
            raise RowFault(N_("the total is a count, without a share or a base"))
        return
    if question in HOUSE and form.house:
        _check_house(form, cells)
        return
    if question not in form.by_key:
        raise RowFault(N_("{text} is not a question of the form"), text=quoted(question))
    if option not in _options(form.by_key[question]):
        if option == GROUP:
            raise RowFault(N_("the form groups no answers to “{question}”"), question=question)
        raise RowFault(N_("{text} is not an option of “{question}”"), text=quoted(option), question=question)


def _options(question: Question) -> tuple[str, ...]:
    """Return what may stand as an option of a question."""
    return (*question.option_keys, GROUP) if question.group else question.option_keys


def _check_house(form: Form, cells: Mapping[str, str]) -> None:
    """Raise `RowFault` where a row about the house names nobody who is counted there, or gives a share."""
    if cells["option"] not in form.persons:
        words = N_("{text} is none of the persons in the house: {persons}")
        raise RowFault(words, text=quoted(cells["option"]), persons=", ".join(form.persons))
    if cells["share"] or cells["base"]:
        raise RowFault(N_("heads and nights are counts, without a share or a base"))


def _figure(cells: Mapping[str, str]) -> PrintedFigure | None:
    """Return the figure as it is printed; None where the report gives none. Raises `RowFault`."""
    if cells["count"] and cells["share"]:
        raise RowFault(N_("give the count or the share, not both"))
    count = _whole(cells["count"]) if cells["count"] else None
    percent = _percent(cells["share"]) if cells["share"] else None
    base = _whole(cells["base"]) if cells["base"] else None
    if count is None and percent is None:
        if base is not None:
            raise RowFault(N_("a base stands beside a count or a share"))
        return None
    if count is not None and base is not None and base < count:
        raise RowFault(N_("the base of {base} is less than the count of {count}"), base=base, count=count)
    if percent is not None and base == 0:
        raise RowFault(N_("there is no share of a base of 0"))
    return PrintedFigure(count, percent, base)


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise RowFault(N_("{text} is not a whole number"), text=quoted(text))
    return int(text)


def _percent(text: str) -> Decimal:
    """Return a share in per cent, with the decimals it is written with: `0,140` is 14.0."""
    if match := SHARE.fullmatch(text):
        number = Decimal((match["percent"] or match["part"]).replace(",", "."))
        # Spreadsheets write 0.1 for 0.10: a share is known to the whole per cent at least.
        percent = number if match["percent"] else Decimal(f"{number.scaleb(2):f}")
        if percent <= 100:  # noqa: PLR2004 - per cent
            return percent
    raise RowFault(N_("a share is written 14 % or 0.14, not {text}"), text=quoted(text))
