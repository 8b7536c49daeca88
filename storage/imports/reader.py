"""Reading a file of records made elsewhere: every row is checked, as strictly as a tap, before any is kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from storage.delimited_file import FaultyRows, FileRefused, Headings, RowFault, open_rows, plain
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Answer, Outcome, Question
from storage.hour import EARLIEST, Hour, NotAnHour
from storage.imports.columns import Columns, MappedColumns, OwnColumns
from storage.imports.mapping import ImportMap
from storage.quoting import escaped, quoted
from storage.records.export import SEPARATOR
from storage.records.records import Draft

MOST_VALUES = 100
MONTH_LENGTH = len("2016-07")

Unknown = Counter[tuple[str, str]]
"""How often each (column, text) without a meaning stands in a file."""


def read_drafts(
    path: Path, form: Form, mapped: ImportMap | None = None, *, now: Hour, progress: Callable[[int], None]
) -> list[Draft]:
    """Return a draft for each row; ``progress`` is told of every row read.

    Columns: `occurred_at` (an hour or a day), question keys, optional `outcome`; `several` joined by `|`,
    empty = not asked; or others that are ``mapped``.
    Raises `FileRefused`, naming the first ten faulty rows by line and every unknown value once.
    """
    columns = OwnColumns(form) if mapped is None else MappedColumns(mapped)
    drafts: list[Draft] = []
    faulty, unknown = FaultyRows(), Unknown()
    with open_rows(path) as (headings, rows):
        places = _places(headings, columns)
        for row in rows:
            with faulty.at(row.line):
                headings.check(row)
                cells = {name: row.cells[place] for name, place in places.items()}
                without_meaning = columns.unknown(cells)
                unknown.update(without_meaning)
                own = columns.renamed(cells)
                if not without_meaning:
                    drafts.append(_checked(form, own, now))
            progress(1)
    faulty.refuse(path.name, *_listed(unknown), sentence=N_("Nothing is imported from {file}. {findings}"))
    return drafts


def _places(headings: Headings, columns: Columns) -> dict[str, int]:
    """Return the columns that are read. Raises `FileRefused`, also where one may not be there."""
    places = headings.places(columns.needed, columns.read)
    if columns.left_out is not None:
        left_out, read = set(map(plain, columns.left_out)), set(places.values())
        others = [(place, text) for place, text in enumerate(headings.texts) if place not in read]
        if stray := [place for place, text in others if plain(text) not in left_out]:
            raise FileRefused(columns.stray, file=headings.file, columns=headings.named(*stray))
    return places


def _listed(unknown: Unknown) -> Iterator[Fault]:
    """List each value with its count, by column, the frequent ones first."""
    listed = sorted(unknown.most_common(MOST_VALUES), key=lambda item: item[0][0])
    values = tuple(
        Fault(N_("{column}: {text} ({count})"), column=escaped(column), text=quoted(text), count=count)
        for (column, text), count in listed
    )
    if values:
        yield Fault(N_("Values that the map does not know: {count}.\n{values}"), count=len(unknown), values=values)


def _checked(form: Form, cells: Mapping[str, str], now: Hour) -> Draft:
    """Return a row of our own columns as a draft. Raises `RowFault`."""
    time, outcome = cells.get("occurred_at", ""), _outcome(cells.get("outcome", ""))
    # Of one who declined no more than the month is kept, and so no more is exported.
    day = _day(f"{time}-01" if outcome == "declined" and len(time) == MONTH_LENGTH else time, now)
    answers = dict(_answers(form, cells, day))
    pruned = form.pruned(answers, day)
    if lost := [key for key, answer in answers.items() if pruned.get(key) != answer]:
        raise RowFault(N_("“{question}” is not asked with these answers, or not on that day"), question=lost[0])
    if outcome == "registered" and (aside := [key for key in answers if key not in form.asked]):
        raise RowFault(N_("“{question}” is not asked of a registered call"), question=aside[0])
    if outcome == "declined" and answers:
        raise RowFault(N_("one who declined has no answers"))
    return Draft(form, time, outcome, answers)


def _day(time: str, now: Hour) -> date:
    try:
        hour = Hour.parse(time if "T" in time else f"{time}T00")
    except NotAnHour:
        words = N_("{time} is neither an hour nor a day, such as 2016-07-14T23 or 2016-07-14")
        raise RowFault(words, time=quoted(time)) from None
    if hour > now or hour.day < EARLIEST:
        raise RowFault(N_("“{time}” lies in the future, or too far back"), time=time)
    return hour.day


def _outcome(text: str) -> Outcome:
    for outcome in OUTCOMES:
        if text in {outcome, ""}:
            return outcome
    raise RowFault(N_("{text} is not an outcome"), text=quoted(text))


def _answers(form: Form, cells: Mapping[str, str], day: date) -> Iterator[tuple[str, Answer]]:
    for key, cell in cells.items():
        if not cell or key not in form.by_key:
            continue
        question = form.by_key[key]
        if question.kind == "one":
            yield key, _option(question, cell, day)
        else:
            chosen = [_option(question, part, day) for part in cell.split(SEPARATOR) if part]
            yield key, tuple(option for option in question.option_keys if option in chosen)


def _option(question: Question, text: str, day: date) -> str:
    key = text.strip()
    if key not in question.option_keys:
        raise RowFault(N_("{text} is not an option of “{question}”"), text=quoted(text), question=question.key)
    if not question.option(key).in_use(day):
        raise RowFault(N_("“{option}” is not in use on {day}"), option=key, day=day)
    return key
