"""A telephone exchange's list of calls, and which of its columns give the time and the number of calls."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from storage.call_lists.row_time import is_clock, read_moment, tells_clock
from storage.fault import N_, Fault
from storage.table_files.rows import FileRefused, Headings, Row, plain
from storage.table_files.table_file import open_rows

DAYS = frozenset({"dato", "dag", "date", "day"})
TIMES = frozenset(
    {"tid", "tidspunkt", "start", "starttid", "starttidspunkt", "klokkeslett", "klokke", "klokka", "kl", "kl."}
    | {"dato og tid", "dato/tid", "time", "start time", "date and time", "date/time", "datetime", "timestamp"}
)
COUNTS = frozenset(
    {"antall", "antall samtaler", "antall anrop", "samtaler", "anrop", "besvarte", "besvarte samtaler"}
    | {"antal", "antal samtalar", "antal anrop", "samtalar", "svara", "svara samtalar", "besvarte anrop"}
    | {"count", "calls", "number of calls", "answered", "answered calls"}
)
KINDS = frozenset(
    {"retning", "status", "resultat", "type", "anropstype", "samtaletype", "samtaltype"}
    | {"direction", "state", "result", "call type", "disposition"}
)
"""Known headings in the three languages, in lower case."""

WHOLE = re.compile(r"\d{1,5}", re.ASCII)


@dataclass(frozen=True)
class CallListColumns:
    """The columns that together give the time, and where a row is a day the one that gives the number of calls."""

    time: tuple[int, ...]
    count: int | None


@dataclass(frozen=True)
class CallList:
    """The rows of a list. They name callers: no cell may appear in a message, and only chosen columns are read."""

    headings: Headings
    rows: tuple[Row, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file. Raises `FileRefused`, also where it has no headings or no rows."""
        with open_rows(path) as (headings, found):
            rows = tuple(found)
        if any(map(read_moment, headings.texts)):
            raise FileRefused(N_("{file} needs a first line with the columns’ headings."), file=headings.file)
        if not rows:
            raise FileRefused(N_("{file} has no rows."), file=headings.file)
        return cls(headings, rows)

    def heading(self, *columns: int) -> list[Fault]:
        """Return the headings of some columns, quoted."""
        return self.headings.named(*columns)

    def texts(self, *columns: int) -> list[str]:
        """Return the joined cells of some columns, in each row that has a cell for each column."""
        whole = (row.cells for row in self.rows if len(row.cells) == len(self.headings.texts))
        return [" ".join(cells[column] for column in columns) for cells in whole]

    def columns(self, test: Callable[[str], bool]) -> list[int]:
        """Return the columns whose every cell passes the ``test``."""
        texts = [self.texts(column) for column in range(len(self.headings.texts))]
        return [column for column, cells in enumerate(texts) if cells and all(map(test, cells))]

    def place(self, heading: str) -> int:
        """Return the column with this heading. Raises `FileRefused`."""
        return self.headings.places([heading])[heading]

    def known(self, headings: frozenset[str]) -> list[int]:
        """Return the columns with one of these ``headings``."""
        return [column for column, heading in enumerate(self.headings.texts) if plain(heading) in headings]


def columns_of(listed: CallList, time: Sequence[str], count: str | None) -> CallListColumns:
    """Return the columns to read: those with these headings, else known ones, else the only ones that can be.

    Raises `FileRefused` where that leaves a doubt.
    """
    times = tuple(map(listed.place, time)) or _time(listed)
    if count is not None:
        return CallListColumns(times, listed.place(count))
    counts = [column for column in listed.known(COUNTS) if column not in times]
    if not any(map(tells_clock, listed.texts(*times))):
        return CallListColumns(times, _only(listed, counts, no=NO_COUNT, many=MANY_COUNTS))
    numbers = [column for column in listed.columns(is_whole) if column in counts]
    if numbers and not time:
        raise FileRefused(DOUBTFUL, count=listed.heading(numbers[0]), time=listed.heading(*times))
    return CallListColumns(times, None)


def mixed(listed: CallList) -> str | None:
    """Return the heading of a column that tells calls apart, as answered from others; None where none does."""
    found = [column for column in listed.known(KINDS) if len(set(listed.texts(column))) > 1]
    # One of the headings above, but for its capitals and blanks.
    return " ".join(listed.headings.texts[found[0]].split()) if found else None


def is_whole(text: str) -> bool:
    """Whether the text is a number of calls."""
    return WHOLE.fullmatch(text) is not None


NO_TIME = N_("No column of {file} is known to tell the time. Name it with --time.")
MANY_TIMES = N_("Several columns of {file} can tell the time: {columns}. Name the right one with --time.")
NO_COUNT = N_("{file} has days without a time, and no column known to tell the calls. Name it with --count.")
MANY_COUNTS = N_("Several columns of {file} can tell the calls: {columns}. Name the right one with --count.")
DOUBTFUL = N_(
    "{count} can be a number of calls, but {time} tells the clock. Name with --time what tells the day, or the"
    " time of a call."
)


def _time(listed: CallList) -> tuple[int, ...]:
    days, times = listed.known(DAYS), listed.known(TIMES)
    if len(days) == len(times) == 1 and any(map(is_clock, listed.texts(*times))):
        return (*days, *times)
    found = times or days or listed.columns(lambda text: read_moment(text) is not None)
    return (_only(listed, found, no=NO_TIME, many=MANY_TIMES),)


def _only(listed: CallList, found: list[int], *, no: str, many: str) -> int:
    if not found:
        raise FileRefused(no, file=listed.headings.file)
    if len(found) > 1:
        raise FileRefused(many, file=listed.headings.file, columns=listed.heading(*found))
    return found[0]
