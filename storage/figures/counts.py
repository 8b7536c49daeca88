"""How many records of each month have exactly the same answers, read from what is counted as one goes."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from storage.database.connection import Database
from storage.figures.coverage import Coverage, coverage_between
from storage.figures.history import History
from storage.forms.question import Outcome
from storage.turns import give_way

GivenAnswers = Mapping[str, str | list[str]]
"""A question's key to an option's, or to a list of them for `several`."""


class AnswerCount(NamedTuple):
    """How many ``calls`` of one ``month`` (`2016-07`) have one outcome and exactly these answers.

    A tuple, for a year is thousands of them, and a frozen dataclass takes twice as long to make.
    """

    month: str
    outcome: Outcome
    answers: GivenAnswers
    calls: int


# Months tell of whole months, and of the last one, where it is cut, what was declined; days tell of both cut ends.
BETWEEN = """
    SELECT period, outcome, answers, calls FROM answer_count
    WHERE grain = 'month' AND form = :form AND period BETWEEN :whole AND :last
        AND (period < :cut OR outcome = 'declined')
    UNION ALL
    SELECT substr(period, 1, 7), outcome, answers, sum(calls)
    FROM (SELECT :first AS since, min(:whole, :after) AS until UNION ALL SELECT :cut, :after)
    JOIN answer_count ON grain = 'day' AND form = :form AND period >= since AND period < until
    GROUP BY 1, 2, 3
"""
TOGETHER = f"SELECT outcome, answers, sum(calls) FROM ({BETWEEN}) GROUP BY outcome, answers"  # noqa: S608 - ours
# From each month straight to the next one, and to its ends: a month can have many rows.
EDGE_DAYS = """
    WITH RECURSIVE counted (month) AS (
        SELECT min(period) FROM answer_count WHERE grain = 'month' AND form = ?1
        UNION ALL
        SELECT (SELECT min(period) FROM answer_count WHERE grain = 'month' AND form = ?1 AND period > month)
        FROM counted WHERE month IS NOT NULL
    )
    SELECT
        (SELECT min(period) FROM answer_count
            WHERE grain = 'day' AND form = ?1 AND period BETWEEN month || '-01' AND month || '-31'),
        (SELECT max(period) FROM answer_count
            WHERE grain = 'day' AND form = ?1 AND period BETWEEN month || '-01' AND month || '-31')
    FROM counted WHERE month IS NOT NULL
"""
LATE = """
    SELECT count(*) FROM record
    WHERE form = :form AND month BETWEEN :month AND :last AND occurred_at >= :first AND occurred_at < :after
        AND voided_at IS NULL AND outcome IN ('registered', 'unspecified') AND instr(source, ':') = 0
        AND julianday(substr(recorded_at, 1, 10)) - julianday(substr(occurred_at, 1, 10)) > 1
"""
AT_ONCE = 4000
"""How many counts are made before other tasks get their turn."""


class Counts:
    """Counts the records that are not voided."""

    def __init__(self, database: Database, telephone: str | None = None) -> None:
        """Count in ``database``; ``telephone`` is the form of the calls that the telephone itself counts."""
        self.database, self._telephone = database, telephone
        self.history = History(database)

    async def between(self, form: str, first: date, after: date) -> list[AnswerCount]:
        """Return the counts of the half-open range of local days from ``first``.

        Of a declined call only the month is known; it counts as one of the month's first day.
        """
        rows = await self.database.read(BETWEEN, _bounds(form, first, after))
        # The same answers recur in many months; each text is parsed once.
        read = {answers: json.loads(answers) for answers in {row[2] for row in rows}}
        counts: list[AnswerCount] = []
        for done in range(0, len(rows), AT_ONCE):
            if done:
                await give_way()
            counts += [AnswerCount(m, o, read[answers], n) for m, o, answers, n in rows[done : done + AT_ONCE]]
        return counts

    async def together(self, form: str, first: date, after: date) -> list[AnswerCount]:
        """Return the counts of the half-open range of days from ``first``, all as of its first month."""
        rows = await self.database.read(TOGETHER, _bounds(form, first, after))
        month = _month(first)
        return [AnswerCount(month, outcome, json.loads(answers), calls) for outcome, answers, calls in rows]

    async def late(self, form: str, first: date, after: date) -> int:
        """Count the calls of the half-open range of days from ``first`` registered more than a day later.

        Imported records are no late entries: a tap's source never holds a colon, theirs does.
        """
        rows = await self.database.read(LATE, {**_stretch(form, first, after), "month": _month(first)})
        return int(rows[0][0])

    async def coverage(self, form: str, first: date, after: date) -> Coverage:
        """Return how many of the telephone's calls are registered, in the half-open range of days.

        Nothing is known of a form whose calls it does not count.
        """
        if form != self._telephone:
            return Coverage()
        return await coverage_between(self.database, form, first, after)

    async def since(self, form: str) -> str | None:
        """Return the first month (`2016-07`) with a record of the form; None where there is none."""
        rows = await self.database.read(
            "SELECT min(period) FROM answer_count WHERE grain = 'month' AND form = ?", (form,)
        )
        return rows[0][0] if rows else None

    async def edge_days(self, form: str) -> list[date]:
        """Return the first and the last day with a record in each month, in order.

        Of a declined call the day is not known; a month with no other has no days.
        """
        rows = await self.database.read(EDGE_DAYS, (form,))
        return [date.fromisoformat(day) for days in rows for day in dict.fromkeys(days) if day]


def _stretch(form: str, first: date, after: date) -> dict[str, str]:
    last = after - timedelta(days=1)
    return {"form": form, "first": first.isoformat(), "last": last.isoformat(), "after": after.isoformat()}


def _bounds(form: str, first: date, after: date) -> dict[str, str]:
    """Return what `BETWEEN` binds: whole months are counted as such, days only at the ends that are cut."""
    whole = _month(first if first.day == 1 else first.replace(day=1) + timedelta(days=31))
    return {**_stretch(form, first, after), "whole": whole, "cut": max(whole, _month(after))}


def _month(day: date) -> str:
    return day.isoformat()[:7]
