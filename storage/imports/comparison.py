"""Which rows of a file are new: equal rows are counted, and only those beyond what is held are added.

The rows stand in temporary tables of the connection, so that many neither fill the memory nor keep others from
writing.
"""

import calendar
import json
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Self

from storage.database.connection import Database
from storage.fault import N_
from storage.forms.form import Form
from storage.imports.compared_rows import CALLS, STAYS
from storage.imports.file_row import FileRow, Said
from storage.imports.slices import Slices
from storage.records.records import canonical
from storage.table_files.alike_faults import AlikeFaults
from storage.table_files.rows import FileRefused, RowFault

MONTH_LENGTH = len("2016-07")
ROWS_A_TIME, KINDS_REMEMBERED = 2_000, 10_000
"""How many rows are read between two chances to stop, and of how many answers the kind is not asked for again."""

TABLES = {
    "kind": """(
        kind INTEGER PRIMARY KEY, outcome TEXT, answers TEXT, person TEXT, place INTEGER,
        UNIQUE (outcome, answers, person)
    )""",
    "read_row": "(time TEXT, kind INTEGER, line INTEGER)",
    "held": "(period TEXT, kind INTEGER, calls INTEGER, PRIMARY KEY (period, kind)) WITHOUT ROWID",
    "new_row": "(place INTEGER PRIMARY KEY, time TEXT, kind INTEGER, line INTEGER)",
}
KINDS = """
    INSERT INTO temp.kind (outcome, answers, person)
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?)
    WHERE true ON CONFLICT DO UPDATE SET kind = kind RETURNING outcome, answers, person, kind
"""
READ = "INSERT INTO temp.read_row VALUES (?, ?, ?)"
NAMED = "SELECT number FROM import_file WHERE form = ? AND name = ? AND stage = 'done'"
PLACES = """
    UPDATE temp.kind SET place = placed.place
    FROM (SELECT kind, row_number() OVER (ORDER BY outcome, answers, person) AS place FROM temp.kind) AS placed
    WHERE placed.kind = temp.kind.kind
"""
WITHOUT_DAYS = "SELECT line FROM temp.new_row WHERE line IS NOT NULL ORDER BY line"


class DaysNeeded(FileRefused):
    """Rows of stays that are new have months in the place of days; ``rows`` are these."""

    def __init__(self, message: str, rows: AlikeFaults, **facts: object) -> None:
        super().__init__(message, **facts)
        self.rows = rows


@dataclass(frozen=True)
class Overlap:
    """How many ``rows`` of a file are of days with records, from the ``first`` of these days to the ``last``.

    A declined call is of its whole month.
    """

    rows: int
    first: date
    last: date


class Comparison:
    """The rows of one file, beside what the database holds of a form."""

    def __init__(self, database: Database, form: Form) -> None:
        """Use `open`."""
        self._database, self._form = database, form
        self._compared = STAYS if form.stays_open else CALLS
        self._kinds: dict[Said, int] = {}
        self._rows = Counter[str]()

    @classmethod
    @asynccontextmanager
    async def open(cls, database: Database, form: Form) -> AsyncIterator[Self]:
        """Make the tables; on leaving, drop them."""

        # Records of an earlier form are compared as a file made from them would have them.
        @lru_cache(maxsize=KINDS_REMEMBERED)
        def as_exported(answers: str) -> str:
            return canonical(
                form, {key: given for key, given in json.loads(answers).items() if key in form.by_key}
            )

        async with database.reading() as connection:
            await connection.create_function("as_exported", 1, as_exported, deterministic=True)
            for name, columns in TABLES.items():
                await connection.execute(f"CREATE TEMP TABLE {name} {columns}")
        try:
            yield cls(database, form)
        finally:
            async with database.reading() as connection:
                for name in TABLES:
                    await connection.execute(f"DROP TABLE temp.{name}")

    async def read(self, rows: Iterable[FileRow]) -> int:
        """Take in the rows, and return how many there are. Raises what they raise, and a `DatabaseFault`."""
        left, letters = iter(rows), self._compared.letters
        while some := list(islice(left, ROWS_A_TIME)):
            async with self._database.transaction(begin="BEGIN") as connection:
                if new := {said for _, said, _ in some}.difference(self._kinds):
                    found = await connection.execute_fetchall(KINDS, (json.dumps(list(new)),))
                    self._kinds.update({Said(*said): kind for *said, kind in found})
                await connection.executemany(READ, [(time, self._kinds[said], line) for time, said, line in some])
            self._rows.update([time[:letters] for time, _, _ in some])
            if len(self._kinds) > KINDS_REMEMBERED:
                self._kinds.clear()
        return self._rows.total()

    async def hold(self) -> Overlap | None:
        """Count what is held in the rows' months, whoever registered it, and return where both overlap."""
        shared: list[str] = []
        for month in sorted({period[:MONTH_LENGTH] for period in self._rows}):
            facts = {"form": self._form.key, "month": month}
            await self._change(self._compared.held, facts)
            held = await self._database.read(self._compared.periods, facts)
            shared.extend(period for (period,) in held if period in self._rows)
        if not shared:
            return None
        first, last = min(map(_first_day, shared)), max(map(_last_day, shared))
        return Overlap(sum(self._rows[period] for period in shared), first, last)

    async def hold_named(self, name: str, slices: Slices) -> None:
        """Count instead what is held of the files of one name."""
        await self._change("DELETE FROM temp.held")
        for (number,) in await self._database.read(NAMED, (self._form.key, name)):
            await slices.each(number, [self._compared.held_of_import])

    async def keep_new(self, exact_since: str) -> int:
        """Give new rows their places, with no hour of before that, and return how many there are.

        Raises `DaysNeeded`.
        """
        await self._change(PLACES)
        await self._change(self._compared.new, {"exact": exact_since})
        await self._check_days()
        [(count,)] = await self._database.read("SELECT count(*) FROM temp.new_row")
        return int(count)

    async def _check_days(self) -> None:
        faulty, arrival = AlikeFaults(), self._form.arrival
        for (line,) in await self._database.read(WITHOUT_DAYS):
            words = N_("a month is enough only for what is held already, since nights are counted by days")
            faulty.note(line, RowFault(words, column=arrival.key if arrival else ""))
        try:
            faulty.refuse("", sentence=N_("Nothing is imported. {findings}"))
        except FileRefused as fault:
            raise DaysNeeded(fault.message, faulty, **fault.facts) from None

    async def _change(self, statement: str, facts: Mapping[str, str] | None = None) -> None:
        """Change a temporary table, which keeps nobody from writing."""
        async with self._database.transaction(begin="BEGIN") as connection:
            await connection.execute(statement, facts or {})


def _first_day(period: str) -> date:
    return date.fromisoformat(f"{period}-01"[:10])


def _last_day(period: str) -> date:
    first = _first_day(period)
    if len(period) > MONTH_LENGTH:
        return first
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
