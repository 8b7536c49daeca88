"""Exporting the records of one form, a month at a time, so that many neither fill the memory nor block the bot."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date

from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.question import Answer

SEPARATOR = "|"

MONTHS = """
    SELECT DISTINCT period FROM answer_count
    WHERE grain = 'month' AND form = :form AND period BETWEEN substr(:first, 1, 7) AND substr(:last, 1, 7)
    ORDER BY period
"""
RECORDS = """
    SELECT occurred_at, outcome, answers FROM record
    WHERE form = :form AND voided_at IS NULL AND occurred_at BETWEEN :month AND :month || '-32'
        AND substr(occurred_at || '-01', 1, 10) BETWEEN :first AND :last
    ORDER BY occurred_at, outcome, answers
"""
# A stay is exported where the day of its arrival is. Of a declined one only that is told whose nights they were.
STAYS = """
    SELECT arrived, coalesce(left, ''), outcome,
        iif(outcome = 'declined' AND person IN (SELECT value FROM json_each(:persons)),
            json_object(:by, person), answers)
    FROM record JOIN stay ON stay.record = record.id
    WHERE record.form = :form AND voided_at IS NULL AND occurred_at = :month
        AND substr(arrived || '-01', 1, 10) BETWEEN :first AND :last
    ORDER BY arrived, left, outcome, person, answers
"""


@dataclass(frozen=True)
class Stretch:
    """The days to export, both included."""

    first: date = date.min
    last: date = date.max


class Export:
    """The records that are not voided: what was answered and when, never by whom, nor how it came in."""

    def __init__(self, database: Database, form: Form) -> None:
        """Read the records of ``form`` out of ``database``."""
        self._database = database
        self._form = form

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names: those of an import."""
        return (*time_columns(self._form), "outcome", *self._form.by_key)

    async def rows(self, stretch: Stretch) -> AsyncIterator[tuple[str, ...]]:
        """Yield the cells of each record, by time, outcome and answers; a cell not asked is empty.

        A declined call is exported where the first day of its month is, and so is a stay whose days are gone.
        Raises a `DatabaseFault`.
        """
        form, statement = self._form, STAYS if self._form.stays_open else RECORDS
        by = form.by_key.get(form.house.by or "") if form.house else None
        facts = {
            "form": form.key,
            "first": stretch.first.isoformat(),
            "last": stretch.last.isoformat(),
            "by": by and by.key,
            "persons": json.dumps(by.option_keys if by else ()),
        }
        for (month,) in await self._database.read(MONTHS, facts):
            for *told, answers in await self._database.read(statement, {**facts, "month": month}):
                given = json.loads(answers)
                yield (*told, *(_cell(given.get(key)) for key in form.by_key))


def time_columns(form: Form) -> tuple[str, ...]:
    """Return the columns that tell when a record of a form is: one, or the two days of a stay."""
    days = (form.arrival, form.departure)
    return tuple([day.key for day in days if day]) or ("occurred_at",)


def _cell(answer: Answer | list[str] | None) -> str:
    """Write an answer as an import reads it: of a `several` question a lone `|` means that none was chosen."""
    if answer is None:
        return ""
    return answer if isinstance(answer, str) else SEPARATOR.join(answer) or SEPARATOR
