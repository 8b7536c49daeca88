"""Exporting the records of one form, a month at a time, so that many neither fill the memory nor block the bot."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date

from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.question import Answer

SEPARATOR = "|"


@dataclass(frozen=True)
class Stretch:
    """The days to export, both included; None is no limit."""

    first: date | None = None
    last: date | None = None


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
        for month in await self._months(stretch):
            for occurred_at, outcome, answers in await self._month(month, stretch):
                given = json.loads(answers)
                yield (occurred_at, outcome, *(_cell(given.get(key)) for key in self._form.by_key))

    async def _months(self, stretch: Stretch) -> list[str]:
        rows = await self._database.read(
            "SELECT DISTINCT month FROM record"
            " WHERE form = ? AND voided_at IS NULL AND month BETWEEN ? AND ? ORDER BY month",
            (self._form.key, *(day[:7] for day in _limits(stretch))),
        )
        return [month for (month,) in rows]

    async def _month(self, month: str, stretch: Stretch) -> list[tuple[str, str, str]]:
        first, last = _limits(stretch)
        rows = await self._database.read(
            "SELECT occurred_at, outcome, answers FROM record"
            " WHERE form = ?1 AND voided_at IS NULL AND month = ?2"
            " AND substr(occurred_at || '-01', 1, 10) BETWEEN ?3 AND ?4"
            " ORDER BY occurred_at, outcome, answers",
            (self._form.key, month, first, last),
        )
        return [(occurred_at, outcome, answers) for occurred_at, outcome, answers in rows]


def _limits(stretch: Stretch) -> tuple[str, str]:
    return (stretch.first or date.min).isoformat(), (stretch.last or date.max).isoformat()


def _cell(answer: Answer | list[str] | None) -> str:
    """Write an answer as an import reads it: of a `several` question a lone `|` means that none was chosen."""
    if answer is None:
        return ""
    return answer if isinstance(answer, str) else SEPARATOR.join(answer) or SEPARATOR
