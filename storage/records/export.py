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
    WHERE grain = 'month' AND form = ?1 AND period BETWEEN substr(?2, 1, 7) AND substr(?3, 1, 7) ORDER BY period
"""
RECORDS = """
    SELECT occurred_at, outcome, answers FROM record
    WHERE form = ?1 AND voided_at IS NULL AND occurred_at BETWEEN ?4 AND ?4 || '-32'
        AND substr(occurred_at || '-01', 1, 10) BETWEEN ?2 AND ?3
    ORDER BY occurred_at, outcome, answers
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
        return ("occurred_at", "outcome", *self._form.by_key)

    async def rows(self, stretch: Stretch) -> AsyncIterator[tuple[str, ...]]:
        """Yield the cells of each record, by time, outcome and answers; a cell not asked is empty.

        A declined call is exported where the first day of its month is. Raises a `DatabaseFault`.
        """
        form, days = self._form.key, (stretch.first.isoformat(), stretch.last.isoformat())
        for (month,) in await self._database.read(MONTHS, (form, *days)):
            for occurred_at, outcome, answers in await self._database.read(RECORDS, (form, *days, month)):
                given = json.loads(answers)
                yield (occurred_at, outcome, *(_cell(given.get(key)) for key in self._form.by_key))


def _cell(answer: Answer | list[str] | None) -> str:
    """Write an answer as an import reads it: of a `several` question a lone `|` means that none was chosen."""
    if answer is None:
        return ""
    return answer if isinstance(answer, str) else SEPARATOR.join(answer) or SEPARATOR
