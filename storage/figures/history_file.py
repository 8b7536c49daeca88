"""Reading a file of figures from earlier reports, and the template to fill in."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from storage.delimited_file import FaultyRows, FileRefused, Headings, Row, RowFault, open_rows
from storage.fault import N_
from storage.figures.history import Figure
from storage.forms.form import Form

COLUMNS = ("period", "question", "option", "count", "share", "base")
PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])|-T[1-3])?", re.ASCII)
SHARE = re.compile(r"(?P<percent>\d{1,3}([.,]\d+)?) ?%|(?P<part>0[.,]\d+|[01])", re.ASCII)


def read_figures(path: Path, form: Form) -> list[Figure]:
    """Return the figures of a file: counts, or shares with their base, or neither where nothing is told.

    Raises `FileRefused`, naming the first ten faulty rows by line.
    """
    figures: dict[tuple[str, str, str], Figure] = {}
    faulty = FaultyRows()
    with open_rows(path) as (headings, rows):
        places = headings.places(COLUMNS)
        for row in rows:
            with faulty.at(row.line):
                figure = _figure(form, _cells(headings, places, row))
                if (figure.period, figure.question, figure.option) in figures:
                    raise RowFault(N_("this figure stands there twice"))
                figures[figure.period, figure.question, figure.option] = figure
    faulty.refuse(path.name)
    _refuse_impossible(form, figures)
    return list(figures.values())


def _refuse_impossible(form: Form, figures: Mapping[tuple[str, str, str], Figure]) -> None:
    """Raise `FileRefused` where the answers to a question are more than the period's total."""
    for period in {figure.period for figure in figures.values()}:
        total = figures[period, "", ""].count if (period, "", "") in figures else None
        for question in form.questions:
            told = [figures.get((period, question.key, option.key)) for option in question.options]
            counts = [figure.count for figure in told if figure and figure.count is not None]
            said = max(counts, default=0) if question.kind == "several" else sum(counts)
            if total is not None and said > total:
                raise FileRefused(
                    N_("{period}: the answers to “{question}” are {said}, more than the total of {total}."),
                    period=period,
                    question=question.key,
                    said=said,
                    total=total,
                )


def template(form: Form, period: str) -> str:
    """Return a CSV file to fill in: a row for the total, then one for each option of each question."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerow([period, "", "", "", "", ""])
    for question in form.questions:
        if question.key in form.asked:
            writer.writerows([period, question.key, option.key, "", "", ""] for option in question.options)
    return file.getvalue()


def _cells(headings: Headings, places: Mapping[str, int], row: Row) -> dict[str, str]:
    """Return a row's cells by column. Raises `RowFault`."""
    # A row written by hand may end early: what it leaves out the report does not tell.
    whole = replace(row, cells=row.cells + ("",) * (len(headings.texts) - len(row.cells)))
    headings.check(whole)
    return {column: whole.cells[place] for column, place in places.items()}


def _figure(form: Form, cells: Mapping[str, str]) -> Figure:
    if not PERIOD.fullmatch(cells["period"]):
        raise RowFault(N_("“{text}” is not a period"), text=cells["period"])
    _check_answer(form, cells["question"], cells["option"])
    return Figure(cells["period"], cells["question"], cells["option"], _count(cells))


def _check_answer(form: Form, question: str, option: str) -> None:
    if not question and not option:
        return
    if question not in form.by_key:
        raise RowFault(N_("“{text}” is not a question of the form"), text=question)
    if option not in form.by_key[question].option_keys:
        raise RowFault(N_("“{text}” is not an option of “{question}”"), text=option, question=question)


def _count(cells: Mapping[str, str]) -> int | None:
    """Return the count, worked out of a share of its base where that is what the report told."""
    if cells["count"] and cells["share"]:
        raise RowFault(N_("give the count or the share, not both"))
    if cells["share"]:
        return round(_share(cells["share"]) * _whole(cells["base"]))
    return _whole(cells["count"]) if cells["count"] else None


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise RowFault(N_("“{text}” is not a whole number"), text=text)
    return int(text)


def _share(text: str) -> float:
    match = SHARE.fullmatch(text)
    if match is None:
        raise RowFault(N_("a share is written 14 % or 0.14, not “{text}”"), text=text)
    number = float((match["percent"] or match["part"]).replace(",", "."))
    share = number / 100 if match["percent"] else number
    if share > 1:
        raise RowFault(N_("a share is written 14 % or 0.14, not “{text}”"), text=text)
    return share
