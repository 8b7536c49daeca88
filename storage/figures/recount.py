"""Counting anew from the records what is counted as one goes, to see whether it agrees, and to mend it."""

import json
from dataclasses import dataclass

from storage.database.connection import Database

MONTHS = "SELECT substr(occurred_at, 1, 7) FROM record UNION SELECT substr(period, 1, 7) FROM answer_count"
ANEW = """
    WITH counted AS (
        SELECT form, substr(occurred_at, 1, 10) AS time, outcome, answers, count(*) AS calls FROM record
        WHERE voided_at IS NULL AND occurred_at BETWEEN ?1 AND ?1 || '-32' GROUP BY 1, 2, 3, 4
    )
    SELECT 'month' AS grain, form, ?1 AS period, outcome, answers, sum(calls) AS calls FROM counted
    GROUP BY form, outcome, answers
    UNION ALL SELECT 'day', form, time, outcome, answers, calls FROM counted WHERE length(time) = 10
"""
DIFFERENCES = f"""
    SELECT form, period, sum(max(-more, 0)), sum(max(more, 0)) FROM (
        SELECT form, period, sum(calls) AS more FROM (
            SELECT * FROM answer_count
            WHERE grain IN ('month', 'day') AND form IN (SELECT value FROM json_each(?2))
                AND period BETWEEN ?1 AND ?1 || '-32'
            UNION ALL SELECT grain, form, period, outcome, answers, -calls FROM ({ANEW})
        ) GROUP BY grain, form, period, outcome, answers HAVING more <> 0
    ) GROUP BY form, period ORDER BY period, form
"""  # noqa: S608 - ours


@dataclass(frozen=True)
class CountDifference:
    """Where the counts of a form differ from its records, in a month (`2016-07`) or on a day (`2016-07-14`).

    ``missing`` records are not counted with their outcome and answers; ``surplus`` are counted that are not kept.
    """

    form: str
    period: str
    missing: int
    surplus: int


class Recount:
    """Counts anew, a month at a time, so that many records neither fill the memory nor keep others waiting."""

    def __init__(self, database: Database) -> None:
        """Count the records of ``database``."""
        self._database = database

    async def differences(self) -> list[CountDifference]:
        """Return where the counts differ from the records, by time. Raises a `DatabaseFault`."""
        counted = await self._database.read("SELECT DISTINCT form FROM answer_count")
        forms = json.dumps([form for (form,) in counted])
        return [
            CountDifference(*row)
            for (month,) in await self._database.read(f"{MONTHS} ORDER BY 1")
            for row in await self._database.read(DIFFERENCES, (month, forms))
        ]

    async def replace(self) -> None:
        """Replace all counts by what the records say, in one transaction. Raises a `DatabaseFault`."""
        async with self._database.transaction() as connection:
            months = await connection.execute_fetchall(MONTHS)
            await connection.execute("DELETE FROM answer_count")
            await connection.executemany(f"INSERT INTO answer_count {ANEW}", months)
