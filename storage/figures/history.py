"""History: figures from reports of earlier years, kept as they are printed and apart from the records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from storage.database.connection import Database

TOTAL = ("", "")
"""Stands for question and option where a figure is a period's total."""

HEADS, NIGHTS = "heads", "nights"
"""Stand for a question where a figure counts heads or nights in the house; the option is the person."""

GROUP = "(group)"
"""Stands for an option where a figure is of all answers in the question's group together; no key has brackets."""


@dataclass(frozen=True)
class PrintedFigure:
    """One figure of an earlier report as it is printed: a count, or a share in per cent.

    ``percent`` has the decimals that are printed (`7`, `14.0`). ``base`` is what shares of the question are of, in
    that report; it may stand beside either. A count that is ``worked_back`` was kept by an earlier version, and
    may have been computed from a share. One that is ``added`` up from those of several months is never kept.
    """

    count: int | None = None
    percent: Decimal | None = None
    base: int | None = None
    worked_back: bool = False
    added: bool = False

    @property
    def rounded_from(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most that may be printed as this share; None of a count."""
        if self.percent is None:
            return None
        half = Decimal(5).scaleb(-len(f"{self.percent:f}".partition(".")[2]) - 1)
        return max(Decimal(0), self.percent - half), self.percent + half


Typed = Mapping[str, Mapping[tuple[str, str], PrintedFigure]]
"""Period name (`2015`, `2015-T2`, `2015-07`) to (question key, option key) to a figure."""


class History:
    """The figures of earlier reports."""

    def __init__(self, database: Database) -> None:
        """Keep the figures in ``database``."""
        self._database = database

    async def keep(self, form: str, typed: Typed) -> None:
        """Keep all figures or none; earlier figures of the same periods are replaced. Raises a `DatabaseFault`."""
        async with self._database.transaction() as connection:
            await connection.executemany(
                "DELETE FROM earlier_year WHERE form = ? AND period = ?", [(form, period) for period in typed]
            )
            await connection.executemany(
                "INSERT INTO earlier_year (form, period, question, option, count, percent, base, worked_back)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (form, period, *place, figure.count, _written(figure.percent), figure.base, figure.worked_back)
                    for period in typed
                    for place, figure in typed[period].items()
                ],
            )

    async def periods(self, form: str) -> list[str]:
        """Return the names of the periods that anything has been typed in for."""
        rows = await self._database.read("SELECT DISTINCT period FROM earlier_year WHERE form = ?", (form,))
        return [period for (period,) in rows]

    async def worked_back(self) -> list[str]:
        """Return the names of the periods, of any form, with a count that may have been worked back, in order."""
        rows = await self._database.read(
            "SELECT DISTINCT period FROM earlier_year WHERE worked_back = 1 ORDER BY period"
        )
        return [period for (period,) in rows]

    async def of(self, form: str, periods: Collection[str]) -> Typed:
        """Return what has been typed in for these periods; those without anything are left out."""
        places = ", ".join("?" * len(periods))
        rows = await self._database.read(
            "SELECT period, question, option, count, percent, base, worked_back"  # noqa: S608 - question marks only
            f" FROM earlier_year WHERE form = ? AND period IN ({places})",
            (form, *periods),
        )
        typed: dict[str, dict[tuple[str, str], PrintedFigure]] = {}
        for period, question, option, count, percent, base, worked_back in rows:
            share = None if percent is None else Decimal(percent)
            typed.setdefault(period, {})[question, option] = PrintedFigure(count, share, base, bool(worked_back))
        return typed


def _written(percent: Decimal | None) -> str | None:
    # Without a format, a share of many decimals is written with an exponent.
    return None if percent is None else f"{percent:f}"
