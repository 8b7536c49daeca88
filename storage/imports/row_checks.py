"""Checking the rows of a file as strictly as taps, and equal ones only once."""

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple, TypeVar

from storage.delimited_file import RowFault
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Answer, Outcome, Question
from storage.hour import EARLIEST, Hour, NotAnHour
from storage.imports.columns import Columns
from storage.imports.file_row import FileRow, Said
from storage.imports.unknown_values import UnknownValues
from storage.quoting import quoted
from storage.records.export import SEPARATOR
from storage.records.records import canonical

T = TypeVar("T")
Cells = tuple[str, ...]

TIME = "occurred_at"
MONTH_LENGTH = len("2016-07")
MOST_REMEMBERED, LONGEST_REMEMBERED = 1 << 14, 300
"""How many different cells are checked only once, and of how many characters: what is remembered is bounded."""


class _Moment(NamedTuple):
    time: str
    day: date
    era: int


@dataclass(frozen=True)
class _Meant:
    """What the cells of a row mean but for the time; what is kept of it, by the era it was said in."""

    unknown: Sequence[tuple[str, str]]
    outcome: Outcome
    cells: Mapping[str, str]
    said: dict[int, Said] = field(default_factory=dict)


class RowChecks:
    """Checks the rows of one file."""

    def __init__(self, form: Form, columns: Columns, places: Mapping[str, int], now: Hour) -> None:
        """Check rows of ``form`` whose ``columns`` stand at these places, none later than ``now``."""
        self.unknown = UnknownValues()
        self._form, self._columns, self._now = form, columns, now
        self._turns = sorted(set(_turns(form)))
        self._times = _chosen([places[column] for column in columns.times])
        self._names = [column for column in places if column in columns.answering]
        self._rest = _chosen([places[column] for column in self._names])
        self._meant: dict[Cells, _Meant] = {}
        self._moments: tuple[dict[Cells, _Moment], dict[Cells, _Moment]] = ({}, {})

    def read(self, cells: Cells) -> FileRow | None:
        """Return a row as it is kept; None where it has unknown values, which are counted. Raises `RowFault`."""
        rest = self._rest(cells)
        meant = self._meant.get(rest) or _remembered(self._meant, rest, self._meaning(rest))
        if meant.unknown:
            self.unknown.count(meant.unknown)
        parts, moments = self._times(cells), self._moments[meant.outcome == "declined"]
        moment = moments.get(parts) or _remembered(moments, parts, self._moment(parts, meant.outcome))
        if meant.unknown:
            return None
        said = meant.said.get(moment.era)
        if said is None:
            said = meant.said[moment.era] = _said(self._form, meant, moment.day)
        return FileRow(moment.time, said)

    def _meaning(self, cells: Cells) -> _Meant:
        named = dict(zip(self._names, cells, strict=True))
        unknown, own = self._columns.unknown(named), self._columns.renamed(named)
        return _Meant(unknown, _outcome(own.get("outcome", "")), own)

    def _moment(self, parts: Cells, outcome: Outcome) -> _Moment:
        time = self._columns.time(parts)
        declined = outcome == "declined"
        # Of one who declined no more than the month is kept, and so no more is exported.
        day = _day(f"{time}-01" if declined and len(time) == MONTH_LENGTH else time, self._now)
        return _Moment(time[:MONTH_LENGTH] if declined else time, day, bisect(self._turns, day))


def _chosen(places: Sequence[int]) -> Callable[[Cells], Cells]:
    """Return what picks the cells at these places."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple([cells[place] for place in places])


def _remembered(memory: dict[Cells, T], cells: Cells, found: T) -> T:
    if sum(map(len, cells)) <= LONGEST_REMEMBERED:
        if len(memory) == MOST_REMEMBERED:
            memory.clear()
        memory[cells] = found
    return found


def _turns(form: Form) -> Iterator[date]:
    """Yield the days since which other questions or options are in use than before: between them lie eras."""
    for dated in (*form.questions, *(option for question in form.questions for option in question.options)):
        if dated.since is not None:
            yield dated.since
        if dated.until is not None and dated.until < date.max:
            yield dated.until + timedelta(days=1)


def _said(form: Form, meant: _Meant, day: date) -> Said:
    """Return what is kept of a row but for the time. Raises `RowFault`."""
    answers = dict(_answers(form, meant.cells, day))
    pruned = form.pruned(answers, day)
    if lost := [key for key, answer in answers.items() if pruned.get(key) != answer]:
        words = N_("“{question}” is not asked with these answers, or not on that day")
        raise RowFault(words, question=lost[0], column=lost[0])
    if meant.outcome == "registered" and (aside := [key for key in answers if key not in form.asked]):
        words = N_("“{question}” is not asked of a registered call")
        raise RowFault(words, question=aside[0], column=aside[0])
    if meant.outcome == "declined" and answers:
        raise RowFault(N_("one who declined has no answers"))
    return Said(meant.outcome, canonical(form, answers))


def _day(time: str, now: Hour) -> date:
    try:
        hour = Hour.parse(time if "T" in time else f"{time}T00")
    except NotAnHour:
        words = N_("{time} is neither an hour nor a day, such as 2016-07-14T23 or 2016-07-14")
        raise RowFault(words, time=quoted(time), column=TIME) from None
    if hour > now or hour.day < EARLIEST:
        words = N_("“{time}” lies in the future, or too far back")
        raise RowFault(words, time=time, column=TIME)
    return hour.day


def _outcome(text: str) -> Outcome:
    for outcome in OUTCOMES:
        if text in {outcome, ""}:
            return outcome
    raise RowFault(N_("{text} is not an outcome"), text=quoted(text), column="outcome")


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
        words = N_("{text} is not an option of “{question}”")
        raise RowFault(words, text=quoted(text), question=question.key, column=question.key)
    if not question.option(key).in_use(day):
        words = N_("“{option}” is not in use on {day}")
        raise RowFault(words, option=key, day=day, column=question.key)
    return key
