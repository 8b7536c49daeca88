"""Reading a telephone exchange's list of answered calls: nothing is kept but how many there were each day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from storage.call_lists.columns import CallList, CallListColumns, NamedColumns, columns_of, is_whole, mixed
from storage.call_lists.row_time import read_moment, tells_clock
from storage.delimited_file import FaultyRows, Row, RowFault
from storage.fault import N_
from storage.hour import EARLIEST


@dataclass(frozen=True)
class DailyCalls:
    """The calls of each day that is over, in order; ``today`` where the list has begun on it.

    ``mixed`` is the heading of a column that tells calls apart, where every row was counted all the same.
    """

    days: Mapping[date, int]
    today: bool
    mixed: str | None = None


def read_list(path: Path, named: NamedColumns, *, now: datetime) -> DailyCalls:
    """Read a list with a row a call, or a row a day with a count; ``now`` is on the centre's clock.

    A day between calls that has none has 0. Raises `FileRefused`, naming the first ten faulty rows by line and
    heading, never by what stands in them.
    """
    listed = CallList.read(path)
    columns = columns_of(listed, named)
    calls = _calls(listed, columns, now)
    if columns.count is None:
        first, last = min(calls), max(calls)
        calls.update({first + timedelta(days=day): 0 for day in range((last - first).days)})
    over = {day: calls[day] for day in sorted(calls) if day < now.date()}
    return DailyCalls(over, today=now.date() in calls, mixed=mixed(listed) if columns.count is None else None)


def _calls(listed: CallList, columns: CallListColumns, now: datetime) -> Counter[date]:
    """Return the calls of each day that is told. Raises `FileRefused`."""
    calls: Counter[date] = Counter()
    seen: dict[date | tuple[str, ...], int] = {}
    faulty = FaultyRows()
    for row in listed.rows:
        with faulty.at(row.line):
            day = _day(listed, columns, row, now)
            count = _count(listed, columns, row)
            _refuse_twice(day if columns.count is not None else row.cells, row.line, seen)
            calls[day] += count
    faulty.refuse(listed.headings.file)
    return calls


def _day(listed: CallList, columns: CallListColumns, row: Row, now: datetime) -> date:
    listed.headings.check(row)
    text, heading = " ".join(row.cells[column] for column in columns.time), listed.heading(*columns.time)
    moment = read_moment(text)
    if moment is None:
        raise RowFault(N_("“{column}” tells no time that can be read"), column=heading)
    if columns.count is not None and tells_clock(text):
        raise RowFault(N_("“{column}” tells the clock, but a row with a count is a day"), column=heading)
    if not moment.agrees_with(now.tzinfo):
        raise RowFault(N_("“{column}” is in another time zone than the centre"), column=heading)
    if moment.is_after(now):
        raise RowFault(N_("“{column}” lies in the future"), column=heading)
    if moment.day < EARLIEST:
        raise RowFault(N_("“{column}” lies too far back"), column=heading)
    return moment.day


def _count(listed: CallList, columns: CallListColumns, row: Row) -> int:
    if columns.count is None:
        return 1
    if not is_whole(row.cells[columns.count]):
        raise RowFault(N_("“{column}” is not a whole number of calls"), column=listed.heading(columns.count))
    return int(row.cells[columns.count])


def _refuse_twice(told: date | tuple[str, ...], line: int, seen: dict[date | tuple[str, ...], int]) -> None:
    if (before := seen.setdefault(told, line)) != line:
        if isinstance(told, date):
            raise RowFault(N_("the same day stands in line {line} too"), line=before)
        raise RowFault(N_("the same row stands in line {line} too"), line=before)
