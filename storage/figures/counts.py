"""How many records of each month have exactly the same answers, counted in one statement."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from storage.database.connection import Database
from storage.figures.coverage import Coverage, coverage_between
from storage.figures.history import History
from storage.forms.question import Outcome


@dataclass(frozen=True)
class AnswerCount:
    """How many ``calls`` of one ``month`` (`2016-07`) have one outcome and exactly these answers.

    ``answers`` maps a question's key to an option's, or to a list of them for `several`.
    """

    month: str
    outcome: Outcome
    answers: Mapping[str, str | list[str]]
    calls: int


WITHIN = "form = ? AND month BETWEEN ? AND ? AND occurred_at >= ? AND occurred_at < ? AND voided_at IS NULL"


class Counts:
    """Counts the records that are not voided."""

    def __init__(self, database: Database, telephone: str | None = None) -> None:
        """Count in ``database``; ``telephone`` is the form of the calls that the telephone itself counts."""
        self._database, self._telephone = database, telephone
        self.history = History(database)

    async def between(self, form: str, first: date, after: date) -> list[AnswerCount]:
        """Return the counts of the half-open range of local days from ``first``.

        Of a declined call only the month is known; it counts as one of the month's first day.
        """
        rows = await self._database.read(
            f"SELECT month, outcome, answers, count(*) FROM record WHERE {WITHIN}"  # noqa: S608 - ours
            " GROUP BY month, answers, outcome",
            _within(form, first, after),
        )
        # The same answers recur in many months; each text is parsed once.
        read = {answers: json.loads(answers) for answers in {row[2] for row in rows}}
        return [AnswerCount(month, outcome, read[answers], calls) for month, outcome, answers, calls in rows]

    async def late(self, form: str, first: date, after: date) -> int:
        """Count the calls of the half-open range of days from ``first`` registered more than a day later.

        Imported records are no late entries: a tap's source never holds a colon, theirs does.
        """
        rows = await self._database.read(
            f"SELECT count(*) FROM record WHERE {WITHIN}"  # noqa: S608 - ours
            " AND outcome IN ('registered', 'unspecified') AND instr(source, ':') = 0"
            " AND julianday(substr(recorded_at, 1, 10)) - julianday(substr(occurred_at, 1, 10)) > 1",
            _within(form, first, after),
        )
        return int(rows[0][0])

    async def coverage(self, form: str, first: date, after: date) -> Coverage:
        """Return how many of the telephone's calls are registered, in the half-open range of days.

        Nothing is known of a form whose calls it does not count.
        """
        if form != self._telephone:
            return Coverage()
        return await coverage_between(self._database, form, first, after)

    async def since(self, form: str) -> str | None:
        """Return the first month (`2016-07`) with a record of the form; None where there is none."""
        rows = await self._database.read(
            "SELECT min(month) FROM record WHERE form = ? AND voided_at IS NULL", (form,)
        )
        return rows[0][0] if rows else None


def _within(form: str, first: date, after: date) -> tuple[str, ...]:
    """Return what `WITHIN` binds; the least time of a month is the month alone, as of a declined call."""
    months = (first.isoformat()[:7], (after - timedelta(days=1)).isoformat()[:7])
    return form, *months, first.isoformat()[: 7 if first.day == 1 else 10], after.isoformat()
