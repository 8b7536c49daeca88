"""How many stays with exactly the same answers there were in a period, each counted once."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from storage.database.connection import Database
from storage.figures.counts import AnswerCount, GivenAnswers
from storage.forms.form import Form
from storage.forms.question import Outcome

# Days are compared with days, and months with months.
PRESENT = """
    FROM stay JOIN record ON id = record
    WHERE stay.form = :form AND voided_at IS NULL AND arrived <= substr(:last, 1, length(arrived))
        AND (left IS NULL OR last_night >= substr(:first, 1, length(last_night)))
"""
ANSWERS = f"""
    SELECT max(substr(arrived, 1, 7), substr(:first, 1, 7)), outcome, answers, count(*) {PRESENT} GROUP BY 1, 2, 3
"""
HEADS = f"SELECT person, count(*) {PRESENT} GROUP BY 1"
# A house is in use while anybody is there: a month without a child is no gap in the register of children.
MONTHS = """
    WITH RECURSIVE known AS (
        SELECT stay.form, substr(arrived, 1, 7) AS month,
            substr(coalesce(last_night, max(arrived, :today)), 1, 7) AS last
        FROM stay JOIN record ON id = record
        WHERE (stay.form = :form OR (:house AND person <> '')) AND voided_at IS NULL AND arrived <= :today
    ), there (month, last) AS (
        SELECT month, last FROM known
        UNION
        SELECT substr(date(month || '-01', '+1 month'), 1, 7), last FROM there WHERE month < last
    )
    SELECT month || '-01', min(date(month || '-01', '+1 month', '-1 day'), :today)
    FROM (SELECT DISTINCT month FROM there)
    WHERE month || '-01' <= :today AND month >= (SELECT min(month) FROM known WHERE form = :form) ORDER BY 1
"""


class StayCounts:
    """Counts the stays of a form: those with a night in a period."""

    def __init__(self, database: Database, form: Form) -> None:
        """Count in ``database``."""
        self._database, self._form = database, form

    async def between(self, first: date, after: date, today: date) -> list[AnswerCount]:
        """Return the counts of the half-open range of days from ``first``, numbers as the bands they lie in.

        A stay counts in the first month of the range that it has a night in; an open one has none yet from
        ``today`` on. Of a stay whose days are gone only its months are known. Raises a `DatabaseFault`.
        """
        rows = await self._present(ANSWERS, first, after, today)
        told = {text: json.dumps(in_bands(self._form, json.loads(text))) for text in {row[2] for row in rows}}
        counts = Counter[tuple[str, Outcome, str]]()
        for month, outcome, answers, stays in rows:
            counts[month, outcome, told[answers]] += stays
        read = {text: json.loads(text) for text in told.values()}
        return [AnswerCount(month, outcome, read[text], stays) for (month, outcome, text), stays in counts.items()]

    async def heads(self, first: date, after: date, today: date) -> Mapping[str, int]:
        """Return how many stays have a night in the range of days, by person. Raises a `DatabaseFault`."""
        return Counter(dict(await self._present(HEADS, first, after, today)))

    async def _present(self, statement: str, first: date, after: date, today: date) -> list[Any]:
        last = min(after, today) - timedelta(days=1)
        facts = {"form": self._form.key, "first": str(first), "last": str(last)}
        return await self._database.read(statement, facts) if first <= last else []

    async def edge_days(self, today: date) -> list[date]:
        """Return the first and the last day of each month in which a record was open, up to today, in order.

        Since the first stay in a house that is each month with anybody there, whoever it was. Raises a
        `DatabaseFault`.
        """
        facts = {"form": self._form.key, "house": self._form.house is not None, "today": str(today)}
        return [date.fromisoformat(day) for days in await self._database.read(MONTHS, facts) for day in days]


def in_bands(form: Form, answers: GivenAnswers) -> GivenAnswers:
    """Return answers with numbers as the bands that they lie in."""
    banded = {key: question for key, question in form.by_key.items() if question.bands}
    return {
        key: banded[key].counted_as(given) if key in banded and isinstance(given, str) else given
        for key, given in answers.items()
    }
