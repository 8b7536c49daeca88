"""Where periods end, for the rows that name them: what is not over yet has not been delivered."""

from collections.abc import Iterable
from datetime import date

import aiosqlite

from storage.fault import N_, Fault

FIRST_DAY_AFTER = """
    CASE
        WHEN length(period) = 4 THEN date(period || '-01-01', '+1 year')
        WHEN substr(period, 6, 1) = 'T'
            THEN date(substr(period, 1, 4) || '-01-01', '+' || (4 * substr(period, 7)) || ' months')
        ELSE date(period || '-01', '+1 month')
    END
"""
"""The local day after a ``period`` (2016, 2016-T2 or 2016-07), which is over on that day."""


class PeriodNotOver(Fault):
    """A summary was to be delivered before its period was over; it is not noted as delivered."""


async def check_over(connection: aiosqlite.Connection, periods: Iterable[str], today: date) -> None:
    """Raise `PeriodNotOver` for the first of the periods that is not over on the local day."""
    for period in periods:
        [(over,)] = await connection.execute_fetchall(
            f"SELECT {FIRST_DAY_AFTER} <= ? FROM (SELECT ? AS period)",  # noqa: S608 - ours
            (today.isoformat(), period),
        )
        if not over:
            raise PeriodNotOver(
                N_("The summary of {period} is not delivered: by the clock, the period is not over yet."),
                period=period,
            )
