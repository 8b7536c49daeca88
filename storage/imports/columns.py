"""The columns of a file of records: our own keys, or somebody else's columns read through a map."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import Question
from storage.hour import Hour
from storage.imports.mapping import (
    CHOSEN,
    NOT_ASKED,
    NOT_CHOSEN,
    NOTHING_CHOSEN,
    ImportMap,
    MappedTime,
    QuestionMap,
)
from storage.imports.row_answers import number_in
from storage.quoting import escaped, quoted
from storage.records.export import SEPARATOR, time_columns
from storage.table_files.rows import RowFault

DAY_LENGTH = len("2016-07-14")


class OwnColumns:
    """A file whose columns and values are the form's own keys."""

    stray = N_("{file} has columns that the form does not know: {columns}.")

    def __init__(self, form: Form) -> None:
        """Read rows of ``form``."""
        self.times = time_columns(form)
        self.answering = frozenset({"outcome", *form.by_key})
        self.needed = frozenset(self.times)
        self.left_out: frozenset[str] | None = frozenset()

    def read_times(self, parts: Sequence[str]) -> Sequence[str]:
        """Return the times as they are written."""
        return parts

    def unknown(self, _cells: Mapping[str, str]) -> list[tuple[str, str]]:
        """Return nothing: a wrong key makes its row faulty."""
        return []

    def renamed(self, cells: Mapping[str, str]) -> Mapping[str, str]:
        """Return the cells as they are."""
        return cells


class MappedColumns:
    """A file whose columns and values are somebody else's."""

    stray = N_("{file} has columns that the map neither reads nor leaves out: {columns}.")

    def __init__(self, mapped: ImportMap, form: Form) -> None:
        """Read rows through a map that has been checked against its form."""
        self._answers = {key: tuple(_columns(part, form.by_key[key])) for key, part in mapped.questions.items()}
        if (outcome := mapped.outcome) is not None:
            self._answers["outcome"] = (AnswerColumn(outcome.column, outcome.values, outcome.others),)
        self.times = tuple([column for time in mapped.times for column in time.columns])
        self.answering = frozenset(column.name for answer in self._answers.values() for column in answer)
        self.needed = mapped.read
        self.left_out = None if mapped.left_out is None else frozenset(mapped.left_out)
        self._written = [WrittenTime(time) for time in mapped.times]

    def read_times(self, parts: Sequence[str]) -> Sequence[str]:
        """Return `2016-07-14T23`, or the day where there is no hour; of stays two days. Raises `RowFault`."""
        if len(self._written) == 1:
            return (self._written[0].read(parts),)
        arrival, departure = self._written
        since, until = parts[: arrival.width], parts[arrival.width :]
        # Where nothing is written, nobody left.
        return arrival.read(since)[:DAY_LENGTH], departure.read(until)[:DAY_LENGTH] if any(until) else ""

    def unknown(self, cells: Mapping[str, str]) -> list[tuple[str, str]]:
        """Return (column, text) once for every text of these cells that is not in the map."""
        columns = (column for answer in self._answers.values() for column in answer)
        return list(dict.fromkeys((column.name, text) for column in columns for text in column.unknown(cells)))

    def renamed(self, cells: Mapping[str, str]) -> Mapping[str, str]:
        """Return the cells as our own columns have them; unknown texts are left out."""
        return {
            key: _answer([meaning for column in answer for meaning in column.meant(cells)])
            for key, answer in self._answers.items()
        }


Columns = OwnColumns | MappedColumns
"""How the rows of a file are read: the columns ``times`` together give the times, those ``answering`` all else.

The ``needed`` ones have to be there; where ``left_out`` is not None, a column that is neither read nor left out is
refused with the sentence ``stray``.
"""


class WrittenTime:
    """How the columns of a foreign file together give the time of a record."""

    def __init__(self, time: MappedTime) -> None:
        """Read times as ``time`` says."""
        self.width = len(time.columns)
        self._columns, self._formats = time.columns, time.formats
        self._numbers = {word.casefold(): f"{number:02}" for number, word in enumerate(time.months or (), 1)}
        # The longest first: a month's word may begin with another's.
        words = "|".join(map(re.escape, sorted(self._numbers, key=len, reverse=True)))
        self._word = re.compile(rf"(?<!\w)({words})(?!\w)") if words else None

    def read(self, parts: Sequence[str]) -> str:
        """Return `2016-07-14T23`, or the day where there is no hour. Raises `RowFault`."""
        written = " ".join(parts).strip()
        text = self._numbered(written)
        for wanted in self._formats:
            try:
                moment = datetime.strptime(text, wanted)  # noqa: DTZ007 - civil time has no zone
            except ValueError:
                continue
            return str(Hour.of(moment)) if "%H" in wanted else moment.date().isoformat()
        raise RowFault(
            N_("{column}: {time} is not written as {formats}"),
            column=escaped(" / ".join(self._columns)),
            time=quoted(written),
            formats=" / ".join(self._formats),
        )

    def _numbered(self, text: str) -> str:
        """Put numbers where words stand for months."""
        if self._word is None:
            return text
        return self._word.sub(lambda found: self._numbers[found[0]], text.casefold())


@dataclass(frozen=True)
class AnswerColumn:
    """A column that holds an answer or a part of one; texts not among ``values`` mean ``others``, if anything.

    Where it ``takes_numbers``, a number means itself.
    """

    name: str
    values: Mapping[str, str]
    others: str | None
    separator: str | None = None
    takes_numbers: bool = False

    def meant(self, cells: Mapping[str, str]) -> list[str]:
        """Return what the cell means: option keys, a number, `not asked`, `nothing chosen`."""
        return [meaning for text in self._texts(cells) if (meaning := self._meaning(text)) is not None]

    def unknown(self, cells: Mapping[str, str]) -> list[str]:
        """Return the cell's texts without a meaning."""
        return [text for text in self._texts(cells) if self._meaning(text) is None]

    def _meaning(self, text: str) -> str | None:
        if text in self.values:
            return self.values[text]
        return (number_in(text) if self.takes_numbers else None) or self.others

    def _texts(self, cells: Mapping[str, str]) -> list[str]:
        cell = cells[self.name]
        if self.separator is None:
            return [cell]
        return [text for part in cell.split(self.separator) if (text := part.strip())] or [""]


def _columns(part: QuestionMap, question: Question) -> Iterator[AnswerColumn]:
    if part.column is not None:
        yield AnswerColumn(part.column, part.values, part.others, part.separator, question.is_number)
    for name, option in part.columns.items():
        meanings = {CHOSEN: option, NOT_CHOSEN: NOTHING_CHOSEN, NOT_ASKED: NOT_ASKED}
        values = {text: meanings[meaning] for text, meaning in part.values.items()}
        yield AnswerColumn(name, values, meanings[part.others] if part.others is not None else None)


def _answer(meanings: list[str]) -> str:
    """Write an answer as our own files do: empty is not asked, a lone separator is nothing chosen."""
    given = [meaning for meaning in meanings if meaning != NOT_ASKED]
    if not given:
        return ""
    return SEPARATOR.join(meaning for meaning in given if meaning != NOTHING_CHOSEN) or SEPARATOR
