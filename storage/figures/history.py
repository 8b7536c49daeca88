"""History: figures typed in from reports of earlier years, kept apart from the records."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from storage.database.connection import Database

TOTAL = ("", "")
"""Stands for question and option where a figure is a period's total."""

Typed = Mapping[str, Mapping[tuple[str, str], int]]
"""Period name to (question key, option key) to a count."""


@dataclass(frozen=True)
class Figure:
    """One answer's ``count`` in one period (`2015`, `2015-T2`, `2015-07`); no question and option is the total.

    The count is None where the report does not tell it.
    """

    period: str
    question: str
    option: str
    count: int | None


class History:
    """The figures of earlier reports."""

    def __init__(self, database: Database) -> None:
        """Keep the figures in ``database``."""
        self._database = database

    async def keep(self, form: str, figures: Sequence[Figure]) -> None:
        """Keep all figures or none; what was known of their periods is replaced. Raises a `DatabaseFault`."""
        periods = sorted({figure.period for figure in figures})
        async with self._database.transaction() as connection:
            await connection.executemany(
                "DELETE FROM earlier_year WHERE form = ? AND period = ?", [(form, period) for period in periods]
            )
            await connection.executemany(
                "INSERT INTO earlier_year (form, period, question, option, count) VALUES (?, ?, ?, ?, ?)",
                [(form, f.period, f.question, f.option, f.count) for f in figures if f.count is not None],
            )

    async def of(self, form: str, periods: Collection[str]) -> Typed:
        """Return what has been typed in for these periods; those without anything are left out."""
        places = ", ".join("?" * len(periods))
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(
                f"SELECT period, question, option, count FROM earlier_year"  # noqa: S608 - question marks only
                f" WHERE form = ? AND period IN ({places})",
                (form, *periods),
            )
        typed: dict[str, dict[tuple[str, str], int]] = {}
        for period, question, option, count in rows:
            typed.setdefault(period, {})[question, option] = count
        return typed
