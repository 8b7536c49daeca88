"""Reading a file of figures from earlier reports, and the template to fill in."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from storage.fault import N_, Fault, why
from storage.form import Form
from storage.history import Figure

COLUMNS = ("period", "question", "option", "count", "share", "base")
PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])|-T[1-3])?", re.ASCII)
SHARE = re.compile(r"(?P<percent>\d{1,3}([.,]\d+)?) ?%|(?P<part>0[.,]\d+|[01])", re.ASCII)
MOST_FAULTS = 10


class HistoryFault(Fault):
    """The file cannot be used; nothing of it was kept."""


def read_figures(path: Path, form: Form) -> list[Figure]:
    """Return the figures of a CSV file: counts, or shares with their base, or neither where nothing is told.

    Comma or semicolon, with or without byte order mark. Raises `HistoryFault`, naming the first ten faulty rows.
    """
    figures: dict[tuple[str, str, str], Figure] = {}
    faults: list[Fault] = []
    for line, row in _rows(path):
        try:
            figure = _figure(form, row)
            if (figure.period, figure.question, figure.option) in figures:
                raise HistoryFault(N_("this figure stands there twice"))  # noqa: TRY301 - named with its line below
        except HistoryFault as fault:
            faults.append(HistoryFault(N_("line {line}: {reason}"), line=line, reason=fault))
        else:
            figures[figure.period, figure.question, figure.option] = figure
    if faults:
        raise HistoryFault(
            N_("Nothing is taken from {file}. Rows that cannot be read: {count}.\n{lines}"),
            count=len(faults),
            file=path.name,
            lines=tuple(faults[:MOST_FAULTS]),
        )
    _refuse_impossible(form, figures)
    return list(figures.values())


def _refuse_impossible(form: Form, figures: Mapping[tuple[str, str, str], Figure]) -> None:
    """Raise `HistoryFault` where the answers to a question are more than the period's total."""
    for period in {figure.period for figure in figures.values()}:
        total = figures[period, "", ""].count if (period, "", "") in figures else None
        for question in form.questions:
            told = [figures.get((period, question.key, option.key)) for option in question.options]
            counts = [figure.count for figure in told if figure and figure.count is not None]
            said = max(counts, default=0) if question.kind == "several" else sum(counts)
            if total is not None and said > total:
                raise HistoryFault(
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


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str | None, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise HistoryFault(N_("{file} is not UTF-8 text. Save it as CSV UTF-8."), file=path) from error
    except OSError as error:
        raise HistoryFault(N_("{file} cannot be read: {reason}."), file=path, reason=why(error)) from error
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, restval="")
    if sorted(reader.fieldnames or ()) != sorted(COLUMNS):
        raise HistoryFault(N_("{file} needs the columns {columns}."), file=path.name, columns=", ".join(COLUMNS))
    try:
        for row in reader:
            yield reader.reader.line_num, row
    except csv.Error as error:
        line = reader.reader.line_num
        raise HistoryFault(
            N_("{file}, line {line}: {reason}."), file=path.name, line=line, reason=error
        ) from error


def _figure(form: Form, row: Mapping[str | None, str]) -> Figure:
    if None in row:
        raise HistoryFault(N_("there are more cells than columns"))
    cells = {column: row[column].strip() for column in COLUMNS}
    if not PERIOD.fullmatch(cells["period"]):
        raise HistoryFault(N_("“{text}” is not a period"), text=cells["period"])
    _check_answer(form, cells["question"], cells["option"])
    return Figure(cells["period"], cells["question"], cells["option"], _count(cells))


def _check_answer(form: Form, question: str, option: str) -> None:
    if not question and not option:
        return
    if question not in form.by_key:
        raise HistoryFault(N_("“{text}” is not a question of the form"), text=question)
    if option not in form.by_key[question].option_keys:
        raise HistoryFault(N_("“{text}” is not an option of “{question}”"), text=option, question=question)


def _count(cells: Mapping[str, str]) -> int | None:
    """Return the count, worked out of a share of its base where that is what the report told."""
    if cells["count"] and cells["share"]:
        raise HistoryFault(N_("give the count or the share, not both"))
    if cells["share"]:
        return round(_share(cells["share"]) * _whole(cells["base"]))
    return _whole(cells["count"]) if cells["count"] else None


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise HistoryFault(N_("“{text}” is not a whole number"), text=text)
    return int(text)


def _share(text: str) -> float:
    match = SHARE.fullmatch(text)
    if match is None:
        raise HistoryFault(N_("a share is written 14 % or 0.14, not “{text}”"), text=text)
    number = float((match["percent"] or match["part"]).replace(",", "."))
    share = number / 100 if match["percent"] else number
    if share > 1:
        raise HistoryFault(N_("a share is written 14 % or 0.14, not “{text}”"), text=text)
    return share
