"""History: figures from reports of earlier years, typed into a file and kept apart from the records."""

import csv
import io
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from storage.database.connection import Database
from storage.delimited_file import FaultyRows, FileRefused, Headings, Row, RowFault, open_rows
from storage.fault import N_
from storage.forms.form import Form

COLUMNS = ("period", "question", "option", "count", "share", "base")
PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])|-T[1-3])?", re.ASCII)
SHARE = re.compile(r"(?P<percent>\d{1,3}([.,]\d+)?) ?%|(?P<part>0[.,]\d+|[01])", re.ASCII)
TOTAL = ("", "")
"""Stands for question and option where a figure is a period's total."""

Typed = Mapping[str, Mapping[tuple[str, str], int]]
"""Period name (`2015`, `2015-T2`, `2015-07`) to (question key, option key) to a count."""


class History:
    """The figures of earlier reports."""

    def __init__(self, database: Database) -> None:
        """Keep the figures in ``database``."""
        self._database = database

    async def keep(self, form: str, typed: Typed) -> None:
        """Keep all figures or none; earlier figures of the same periods are replaced. Raises a `DatabaseFault`."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "DELETE FROM earlier_year WHERE form = ? AND period = ?", [(form, period) for period in typed]
            )
            await connection.executemany(
                "INSERT INTO earlier_year (form, period, question, option, count) VALUES (?, ?, ?, ?, ?)",
                [(form, period, *place, count) for period in typed for place, count in typed[period].items()],
            )

    async def periods(self, form: str) -> list[str]:
        """Return the names of the periods that anything has been typed in for."""
        rows = await self._database.read("SELECT DISTINCT period FROM earlier_year WHERE form = ?", (form,))
        return [period for (period,) in rows]

    async def of(self, form: str, periods: Collection[str]) -> Typed:
        """Return what has been typed in for these periods; those without anything are left out."""
        places = ", ".join("?" * len(periods))
        rows = await self._database.read(
            f"SELECT period, question, option, count FROM earlier_year"  # noqa: S608 - question marks only
            f" WHERE form = ? AND period IN ({places})",
            (form, *periods),
        )
        typed: dict[str, dict[tuple[str, str], int]] = {}
        for period, question, option, count in rows:
            typed.setdefault(period, {})[question, option] = count
        return typed


def read_figures(path: Path, form: Form) -> Typed:
    """Return the figures of a file, written as counts or as shares with their base, for every period it names.

    What the report does not give is left out. Raises `FileRefused`, naming the first ten faulty rows by line.
    """
    typed: dict[str, dict[tuple[str, str], int]] = {}
    seen: set[tuple[str, str, str]] = set()
    faulty = FaultyRows()
    with open_rows(path) as (headings, rows):
        places = headings.places(COLUMNS)
        for row in rows:
            with faulty.at(row.line):
                cells = _cells(headings, places, row)
                _check_place(form, cells)
                count, figure = _count(cells), (cells["period"], cells["question"], cells["option"])
                if figure in seen:
                    raise RowFault(N_("this figure stands there twice"))
                seen.add(figure)
                counts = typed.setdefault(figure[0], {})
                if count is not None:
                    counts[figure[1:]] = count
    faulty.refuse(path.name)
    _refuse_impossible(form, typed)
    return typed


def _refuse_impossible(form: Form, typed: Typed) -> None:
    """Raise `FileRefused` where the answers to a question are more than the period's total."""
    for period, counts in typed.items():
        total = counts.get(TOTAL)
        for question in form.questions:
            answers = [counts.get((question.key, option), 0) for option in question.option_keys]
            said = max(answers) if question.kind == "several" else sum(answers)
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
    # A row typed by hand may end early; the cells left out are empty.
    whole = replace(row, cells=row.cells + ("",) * (len(headings.texts) - len(row.cells)))
    headings.check(whole)
    return {column: whole.cells[place] for column, place in places.items()}


def _check_place(form: Form, cells: Mapping[str, str]) -> None:
    """Raise `RowFault` where the row names no period, or a question or an option that the form has not."""
    period, question, option = cells["period"], cells["question"], cells["option"]
    if not PERIOD.fullmatch(period):
        raise RowFault(N_("“{text}” is not a period"), text=period)
    if (question, option) == TOTAL:
        return
    if question not in form.by_key:
        raise RowFault(N_("“{text}” is not a question of the form"), text=question)
    if option not in form.by_key[question].option_keys:
        raise RowFault(N_("“{text}” is not an option of “{question}”"), text=option, question=question)


def _count(cells: Mapping[str, str]) -> int | None:
    """Return the count, computed from a share and its base where the report gives that."""
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
    if match := SHARE.fullmatch(text):
        number = float((match["percent"] or match["part"]).replace(",", "."))
        share = number / 100 if match["percent"] else number
        if share <= 1:
            return share
    raise RowFault(N_("a share is written 14 % or 0.14, not “{text}”"), text=text)
