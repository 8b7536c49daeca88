"""How many calls the telephone exchange answered each day: no more is read from its lists, and no more kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from storage.call_lists.columns import CallList, CallListColumns, columns_of, is_whole, mixed
from storage.call_lists.row_time import agrees_with, is_after, read_moment, tells_clock
from storage.database.connection import Database
from storage.fault import N_
from storage.hour import EARLIEST
from storage.table_files.rows import FaultyRows, Row, RowFault


@dataclass(frozen=True)
class DailyCalls:
    """The calls of each day that is over, in order; ``today`` where the list holds calls of today.

    ``mixed`` is the heading of a column that tells calls apart, where every row was counted all the same.
    """

    days: Mapping[date, int]
    today: bool
    mixed: str | None = None


@dataclass(frozen=True)
class KeptDays:
    """How many days were ``new`` or ``known``; the known ones have more calls now (``raised``) or ``fewer``."""

    new: int
    known: int
    raised: int
    fewer: int = 0


def read_list(path: Path, *, time: Sequence[str] = (), count: str | None = None, now: datetime) -> DailyCalls:
    """Read a list with a row a call, or a row a day with a count; ``now`` is on the centre's clock.

    The user may have named the columns of the ``time`` and the ``count`` by their headings. A day between calls
    that has none has 0. Raises `FileRefused`, naming the first ten faulty rows by line and heading, never by their
    content.
    """
    listed = CallList.read(path)
    columns = columns_of(listed, time, count)
    calls = _calls(listed, columns, now)
    if columns.count is None:
        first, last = min(calls), max(calls)
        calls.update({first + timedelta(days=day): 0 for day in range((last - first).days)})
    over = {day: calls[day] for day in sorted(calls) if day < now.date()}
    return DailyCalls(over, today=now.date() in calls, mixed=mixed(listed) if columns.count is None else None)


class ExchangeDays:
    """The days that the exchange's lists have covered, each with its number of calls."""

    def __init__(self, database: Database) -> None:
        """Keep the days in ``database``."""
        self._database = database

    async def keep(self, days: Mapping[date, int], *, replace: bool = False) -> KeptDays:
        """Keep all days or none. Raises a `DatabaseFault`.

        A known day keeps the greater number, or with ``replace`` takes the new one.
        """
        listed = {day.isoformat(): calls for day, calls in days.items()}
        async with self._database.transaction() as connection:
            rows = await connection.execute_fetchall("SELECT day, calls FROM exchange_day")
            before: dict[str, int] = {row[0]: row[1] for row in rows}
            await connection.executemany(
                "INSERT INTO exchange_day (day, calls) VALUES (:day, :calls)"
                # A list made in the middle of a day lacks the rest of it.
                " ON CONFLICT (day) DO UPDATE SET"
                " calls = iif(:replace, excluded.calls, max(calls, excluded.calls))",
                [{"day": day, "calls": calls, "replace": replace} for day, calls in listed.items()],
            )
        known = before.keys() & listed.keys()
        raised = sum(listed[day] > before[day] for day in known)
        fewer = sum(listed[day] < before[day] for day in known)
        return KeptDays(new=len(listed) - len(known), known=len(known), raised=raised, fewer=fewer)


def _calls(listed: CallList, columns: CallListColumns, now: datetime) -> Counter[date]:
    """Return the calls of each day in the list. Raises `FileRefused`."""
    calls: Counter[date] = Counter()
    seen: dict[date | tuple[str, ...], int] = {}
    faulty = FaultyRows()
    for row in listed.rows:
        with faulty.at(row.line):
            day = _day(listed, columns, row, now)
            count = _count(listed, columns, row)
            _refuse_repeated(day if columns.count is not None else row.cells, row.line, seen)
            calls[day] += count
    faulty.refuse(listed.headings.file)
    return calls


def _day(listed: CallList, columns: CallListColumns, row: Row, now: datetime) -> date:
    listed.headings.check(row)
    text, heading = " ".join(row.cells[column] for column in columns.time), listed.heading(*columns.time)
    moment = read_moment(text)
    if moment is None:
        raise RowFault(N_("{column} tells no time that can be read"), column=heading)
    if columns.count is not None and tells_clock(text):
        raise RowFault(N_("{column} tells the clock, but a row with a count is a day"), column=heading)
    if not agrees_with(moment, now.tzinfo):
        raise RowFault(N_("{column} is in another time zone than the centre"), column=heading)
    if moment.date() < EARLIEST:
        raise RowFault(N_("{column} lies too far back"), column=heading)
    if is_after(moment, now):
        raise RowFault(N_("{column} lies in the future"), column=heading)
    return moment.date()


def _count(listed: CallList, columns: CallListColumns, row: Row) -> int:
    if columns.count is None:
        return 1
    if not is_whole(row.cells[columns.count]):
        raise RowFault(N_("{column} is not a whole number of calls"), column=listed.heading(columns.count))
    return int(row.cells[columns.count])


def _refuse_repeated(content: date | tuple[str, ...], line: int, seen: dict[date | tuple[str, ...], int]) -> None:
    if (before := seen.setdefault(content, line)) != line:
        if isinstance(content, date):
            raise RowFault(N_("the same day stands in line {line} too"), line=before)
        raise RowFault(N_("the same row stands in line {line} too"), line=before)
