"""Which columns of a telephone exchange's list are read: when, and in a list of days how many calls."""

import re
from dataclasses import dataclass

from storage.call_lists.row_time import is_clock, read_moment, tells_clock
from storage.call_lists.sheet import Sheet
from storage.delimited_file import FileRefused, plain
from storage.fault import N_

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
"""Headings as they are known, in the three languages, small letters."""

WHOLE = re.compile(r"\d{1,5}", re.ASCII)


@dataclass(frozen=True)
class Named:
    """The headings that somebody has named."""

    time: tuple[str, ...] = ()
    count: str | None = None


@dataclass(frozen=True)
class Columns:
    """The columns that together tell when, and where a row is a day the one that tells how many calls."""

    time: tuple[int, ...]
    count: int | None


def columns_of(sheet: Sheet, named: Named) -> Columns:
    """Return the columns to read: those named, else those known by their heading, else the only ones that can be.

    Raises `FileRefused` where that leaves a doubt.
    """
    time = tuple(_place(sheet, heading) for heading in named.time) or _time(sheet)
    if named.count is not None:
        return Columns(time, _place(sheet, named.count))
    counts = [column for column in _known(sheet, COUNTS) if column not in time]
    if not any(map(tells_clock, sheet.texts(*time))):
        return Columns(time, _only(sheet, counts, no=NO_COUNT, many=MANY_COUNTS))
    numbers = [column for column in sheet.columns(is_whole) if column in counts]
    if numbers and not named.time:
        raise FileRefused(DOUBTFUL, count=sheet.named(numbers[0]), time=sheet.named(*time))
    return Columns(time, None)


def mixed(sheet: Sheet) -> str | None:
    """Return the heading of a column that tells calls apart, as answered from others; None where none does."""
    found = [column for column in _known(sheet, KINDS) if len(set(sheet.texts(column))) > 1]
    return sheet.named(found[0]) if found else None


def is_whole(text: str) -> bool:
    """Whether the text is a number of calls."""
    return WHOLE.fullmatch(text) is not None


NO_TIME = N_("No column of {file} is known to tell the time. Name it with --time.")
MANY_TIMES = N_("Several columns of {file} can tell the time: {columns}. Name the right one with --time.")
NO_COUNT = N_("{file} has days without a time, and no column known to tell the calls. Name it with --count.")
MANY_COUNTS = N_("Several columns of {file} can tell the calls: {columns}. Name the right one with --count.")
DOUBTFUL = N_(
    "“{count}” can be a number of calls, but “{time}” tells the clock. Name with --time what tells the day, or the"
    " time of a call."
)


def _time(sheet: Sheet) -> tuple[int, ...]:
    days, times = _known(sheet, DAYS), _known(sheet, TIMES)
    if len(days) == len(times) == 1 and any(map(is_clock, sheet.texts(*times))):
        return (*days, *times)
    found = times or days or sheet.columns(lambda text: read_moment(text) is not None)
    return (_only(sheet, found, no=NO_TIME, many=MANY_TIMES),)


def _only(sheet: Sheet, found: list[int], *, no: str, many: str) -> int:
    if not found:
        raise FileRefused(no, file=sheet.headings.file)
    if len(found) > 1:
        raise FileRefused(many, file=sheet.headings.file, columns=", ".join(map(sheet.named, found)))
    return found[0]


def _known(sheet: Sheet, headings: frozenset[str]) -> list[int]:
    return [column for column, heading in enumerate(sheet.headings.texts) if plain(heading) in headings]


def _place(sheet: Sheet, named: str) -> int:
    return sheet.headings.places([named])[named]
