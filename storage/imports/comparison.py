"""Which rows of a file are new: equal rows are counted, and only those beyond what is held are added."""

import calendar
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

import aiosqlite

from storage.forms.form import Form
from storage.records.records import canonical

MONTH_LENGTH = len("2016-07")

# Every record that is not voided is counted there; a declined call has no day.
HELD = """
    SELECT period, outcome, answers, calls FROM answer_count
    WHERE grain = 'day' AND form = ?1 AND period BETWEEN ?2 AND ?3
    UNION ALL
    SELECT period, outcome, answers, calls FROM answer_count
    WHERE grain = 'month' AND outcome = 'declined' AND form = ?1 AND period BETWEEN substr(?2, 1, 7) AND ?3
"""
HELD_OF_NAME = """
    SELECT substr(occurred_at, 1, 10), outcome, answers, count(*)
    FROM import_file JOIN record ON import_number = number
    WHERE import_file.form = ? AND name = ? AND voided_at IS NULL GROUP BY 1, 2, 3
"""


class Said(NamedTuple):
    """What rows have to share to be the same: the day, the month of a declined call, and what was answered."""

    period: str
    outcome: str
    answers: str


class FileRow(NamedTuple):
    """A row of a file as it is kept, with its answers as canonical JSON."""

    time: str
    outcome: str
    answers: str

    @property
    def said(self) -> Said:
        """What it says, without the hour."""
        return Said(self.time[:10], self.outcome, self.answers)


@dataclass(frozen=True)
class Overlap:
    """How many ``rows`` of a file are of days with records, from the ``first`` of these days to the ``last``.

    A declined call is of its whole month.
    """

    rows: int
    first: date
    last: date

    @classmethod
    def of(cls, rows: Iterable[FileRow], held: Mapping[Said, int]) -> Self | None:
        """Return where rows and what is held overlap; None where they do not."""
        periods = {said.period for said in held}
        shared = [row.time[:10] for row in rows if row.time[:10] in periods]
        if not shared:
            return None
        return cls(len(shared), min(map(_first_day, shared)), max(map(_last_day, shared)))


async def held_on_days(connection: aiosqlite.Connection, form: Form, rows: Sequence[FileRow]) -> Counter[Said]:
    """Count what is held between the first and the last day of these rows, whoever registered it."""
    if not rows:
        return Counter()
    periods = [row.time[:10] for row in rows]
    async with connection.execute(HELD, (form.key, min(periods), max(periods))) as found:
        return await _counted(form, found)


async def held_of_name(connection: aiosqlite.Connection, form: Form, name: str) -> Counter[Said]:
    """Count what is held of the files of one name."""
    async with connection.execute(HELD_OF_NAME, (form.key, name)) as found:
        return await _counted(form, found)


def excess(rows: Iterable[FileRow], held: Counter[Said]) -> Iterator[FileRow]:
    """Yield the rows beyond as many equal ones as are held; ``held`` is counted down."""
    for row in rows:
        said = row.said
        if held[said]:
            held[said] -= 1
        else:
            yield row


async def _counted(form: Form, found: aiosqlite.Cursor) -> Counter[Said]:
    """Count by what a file made from the records would say: the form may be another than it was."""
    written: dict[str, str] = {}
    counted = Counter[Said]()
    async for period, outcome, answers, calls in found:
        if answers not in written:
            written[answers] = _as_exported(form, answers)
        counted[Said(period, outcome, written[answers])] += calls
    return counted


def _as_exported(form: Form, answers: str) -> str:
    """Return the answers to questions that the form still has, in its order."""
    return canonical(form, {key: given for key, given in json.loads(answers).items() if key in form.by_key})


def _first_day(period: str) -> date:
    return date.fromisoformat(f"{period}-01"[:10])


def _last_day(period: str) -> date:
    first = _first_day(period)
    if len(period) > MONTH_LENGTH:
        return first
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
