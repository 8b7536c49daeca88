"""Times in the future, which a clock that was wrong has left behind: found, and mended where they can be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiosqlite

from storage.database.connection import Database
from storage.deliveries.period_end import FIRST_DAY_AFTER
from storage.people.codes import BIND_VALID, FIRST_VALID, INVITE_VALID, moment_text

TOLERATED = timedelta(hours=1)
"""In autumn, an hour comes twice."""

UNDELIVERED = f"""
    UPDATE delivery SET state = 'pending', told = 0, reason = '', tally = NULL, retold = NULL
    WHERE {FIRST_DAY_AFTER} > substr(:now, 1, 10) AND (state <> 'pending' OR tally IS NOT NULL) RETURNING period
"""  # noqa: S608 - ours

# Of a call that was registered in the future, nobody knows in which hour it really was.
CALLS = """
    SELECT count(*) FROM record
    WHERE length(recorded_at) = 13 AND recorded_at > :later AND occurred_at > :later AND voided_at IS NULL
"""

# In local civil time: a minute, an hour, a day or a month, each cut from the present minute.
CIVIL = (
    ("bound_chat", "monthly_since"),
    ("bound_chat", "tertial_since"),
    ("bound_chat", "annual_since"),
    ("folder", "monthly_since"),
    ("folder", "tertial_since"),
    ("folder", "annual_since"),
    ("shifts_since", "since"),
    ("message", "hour"),
    ("change", "at"),
    ("shift_change", "at"),
    ("audit", "at"),
    ("seat", "used_on"),
    ("release", "day"),
    ("import_file", "day"),
)

CODES = (
    "UPDATE invite SET expires = :first WHERE first AND expires > :first",
    "UPDATE invite SET expires = :invite WHERE expires > :invite",
    "UPDATE bind_code SET expires = :bind WHERE expires > :bind",
)

OTHERS = (
    # Those whose hours have still to be cut, which the index knows.
    """UPDATE record SET recorded_at = substr(:now, 1, length(recorded_at))
    WHERE (length(recorded_at) = 13 OR recorded_by IS NOT NULL) AND recorded_at > substr(:later, 1, 13)""",
    # Who was told too soon that their seat lapses is told again in time.
    """UPDATE seat SET warned = 0
    WHERE warned AND date(used_on, '+' || :warned_after || ' days') > substr(:now, 1, 10)""",
    # What was told of on a day to come would not be told of on that day.
    "DELETE FROM alert WHERE day > substr(:now, 1, 10)",
    # A shift that has not begun is asked about when it ends.
    "DELETE FROM shift_question WHERE shift > :later",
    """UPDATE shift SET step = 'open', ended = NULL, counted = NULL, outgoing = NULL, logged = NULL
    WHERE began > :later AND step <> 'open'""",
)


@dataclass(frozen=True)
class MendedTimes:
    """What was found: periods of summaries that were not due, times set right, and calls at an hour to come."""

    periods: tuple[str, ...]
    times: int
    calls: int


class SpoiltTimes:
    """Mends times that lie in the future."""

    def __init__(self, database: Database) -> None:
        """Mend those of ``database``."""
        self._database = database

    async def mend(self, now: datetime, *, warned_after: int) -> MendedTimes:
        """Bring times in the future back to ``now``, which is local with its zone, all or none.

        Summaries whose period is not over become due in their time, codes are valid no longer than new ones.
        Who has not used a seat is warned ``warned_after`` so many days. Raises a `DatabaseFault`.
        """
        local = now.replace(tzinfo=None)
        facts: dict[str, object] = {
            "now": local.isoformat(timespec="minutes"),
            "later": (local + TOLERATED).isoformat(timespec="minutes"),
            "first": moment_text(now + FIRST_VALID),
            "invite": moment_text(now + INVITE_VALID),
            "bind": moment_text(now + BIND_VALID),
            "warned_after": warned_after,
        }
        async with self._database.transaction() as connection:
            [(calls,)] = await connection.execute_fetchall(CALLS, facts)
            periods = [period for (period,) in await connection.execute_fetchall(UNDELIVERED, facts)]
            times = sum([await _changed(connection, statement, facts) for statement in _statements()])
        return MendedTimes(tuple(sorted(periods)), times, calls)


def _statements() -> Iterator[str]:
    for table, column in CIVIL:
        yield (
            f"UPDATE {table} SET {column} = substr(:now, 1, length({column}))"  # noqa: S608 - ours
            f" WHERE {column} > substr(:later, 1, length({column}))"
        )
    yield from CODES
    yield from OTHERS


async def _changed(connection: aiosqlite.Connection, statement: str, facts: dict[str, object]) -> int:
    return (await connection.execute(statement, facts)).rowcount
