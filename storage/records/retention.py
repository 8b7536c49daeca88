"""Keeping no more than statistics need: times are shortened and seats forgotten as records age."""

from storage.database.connection import Database
from storage.hour import Hour

EXACT_DAYS = 31
"""How long the hour of a call is kept, then only its day; also how far back a late call can be added."""

SETTLED_HOURS = 48
"""How long after its beginning a shift can still be asked about."""

ASKED_HOURS = 7 * 24
"""How long a question that nobody answered can still be removed from the chat."""

STATEMENTS = (
    # Which chat a receipt stands in tells who registered its record: it may be known no longer than that.
    """UPDATE message SET source = NULL WHERE source IN (
        SELECT source FROM record WHERE length(recorded_at) = 10
    )""",
    # Of which shift a declined call was: it moves to the shift's month, out of what was counted and logged.
    """INSERT INTO declined_in_shifts (month, calls)
    SELECT substr(began, 1, 7), sum(min(declined, counted)) FROM shift
    WHERE substr(began, 1, 13) < :settled AND declined > 0 AND counted IS NOT NULL GROUP BY 1
    ON CONFLICT DO UPDATE SET calls = calls + excluded.calls""",
    """UPDATE shift SET counted = max(0, counted - declined), declined = 0
    WHERE substr(began, 1, 13) < :settled AND declined > 0""",
    # Who registered or corrected what, and in which hour.
    """UPDATE record SET recorded_by = NULL, recorded_at = substr(recorded_at, 1, 10)
    WHERE (length(recorded_at) = 13 OR recorded_by IS NOT NULL) AND recorded_at < :own""",
    """UPDATE change SET by = NULL, at = substr(at, 1, 10)
    WHERE (length(at) = 13 OR by IS NOT NULL) AND at < :own""",
    """UPDATE shift_change SET by = NULL, at = substr(at, 1, 10)
    WHERE (length(at) = 13 OR by IS NOT NULL) AND at < :own""",
    # How many calls a shift had, as long as that can be counted; then the hours of its calls.
    """UPDATE shift SET logged = (SELECT count(*) FROM record WHERE shift = began AND voided_at IS NULL)
    WHERE logged IS NULL AND substr(began, 1, 13) < :exact""",
    """UPDATE record SET shift = NULL WHERE shift IS NOT NULL AND substr(shift, 1, 13) < :exact""",
    """UPDATE record SET occurred_at = substr(occurred_at, 1, 10)
    WHERE length(occurred_at) = 13 AND occurred_at < :exact""",
    """UPDATE change SET before = substr(before, 1, 10) WHERE what = 'occurred_at' AND before < :exact""",
    """UPDATE change SET after = substr(after, 1, 10) WHERE what = 'occurred_at' AND after < :exact""",
    # To whom a question about a shift went, and what nobody was asked about.
    """DELETE FROM shift_question WHERE substr(shift, 1, 13) < :asked""",
    """DELETE FROM shift WHERE step = 'open' AND substr(began, 1, 13) < :settled""",
)


async def forget(database: Database, *, now: Hour, own_hours: int) -> None:
    """Remove what is too old: the seat after ``own_hours``, a call's hour after a month, a shift's questions."""
    times = {
        "own": str(now.earlier(own_hours)),
        "exact": str(now.earlier(EXACT_DAYS * 24)),
        "settled": str(now.earlier(SETTLED_HOURS)),
        "asked": str(now.earlier(ASKED_HOURS)),
    }
    async with database.transaction() as connection:
        for statement in STATEMENTS:
            await connection.execute(statement, times)
