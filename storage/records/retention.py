"""Keeping no more than statistics need: times are shortened and seats forgotten as records age."""

from dataclasses import dataclass

from storage.database.connection import Database
from storage.hour import Hour

LATE_DAYS = 31
"""How far back a call can be added late, and the figures of a shift corrected."""

SETTLED_HOURS = 48
"""How long after its beginning a shift can still be asked about."""

ASKED_HOURS = 7 * 24
"""How long a question that nobody answered can still be removed from the chat."""

SHORTEN = (
    # Of which shift a declined call was: it moves to the shift's month, out of what was counted and logged.
    """INSERT INTO declined_in_shifts (month, calls)
    SELECT substr(began, 1, 7), sum(min(declined, counted)) FROM shift
    WHERE substr(began, 1, 13) < :settled AND declined > 0 AND counted IS NOT NULL GROUP BY 1
    ON CONFLICT DO UPDATE SET calls = calls + excluded.calls""",
    """UPDATE shift SET counted = max(0, counted - declined), declined = 0
    WHERE substr(began, 1, 13) < :settled AND declined > 0""",
    # Who registered or corrected what, and in which hour: most calls are registered in their own.
    """UPDATE record
    SET recorded_by = iif(recorded_at < :own, NULL, recorded_by), recorded_at = substr(recorded_at, 1, 10)
    WHERE (length(recorded_at) = 13 OR recorded_by IS NOT NULL) AND recorded_at < max(:own, :exact)""",
    # Which chat a receipt stands in tells who registered its record: it may be known no longer than that.
    """UPDATE message SET source = NULL WHERE source IN (
        SELECT source FROM record WHERE length(recorded_at) = 10
    )""",
    """UPDATE change SET by = iif(at < :own, NULL, by), at = substr(at, 1, 10)
    WHERE (length(at) = 13 OR by IS NOT NULL) AND at < max(:own, :exact)""",
    """UPDATE shift_change SET by = iif(at < :own, NULL, by), at = substr(at, 1, 10)
    WHERE (length(at) = 13 OR by IS NOT NULL) AND at < max(:own, :exact)""",
    # How many calls a shift had, those added late too, while they name their shift; then the hours of its calls.
    """UPDATE shift
    SET logged = coalesce(logged, 0) + (SELECT count(*) FROM record WHERE shift = began AND voided_at IS NULL)
    WHERE substr(began, 1, 13) < :exact
        AND (logged IS NULL OR began IN (SELECT shift FROM record WHERE shift IS NOT NULL))""",
    """UPDATE record SET shift = NULL WHERE shift IS NOT NULL AND substr(shift, 1, 13) < :exact""",
    """UPDATE record SET occurred_at = substr(occurred_at, 1, 10)
    WHERE length(occurred_at) = 13 AND occurred_at < :exact""",
    """UPDATE change SET before = substr(before, 1, 10) WHERE what = 'occurred_at' AND before < :exact""",
    """UPDATE change SET after = substr(after, 1, 10) WHERE what = 'occurred_at' AND after < :exact""",
)
"""What is cut or forgotten of what stays: seats before ``:own``, hours before ``:exact``, and of which shift a
declined call was before ``:settled``."""

REMOVE = (
    # To whom a question about a shift went, and what nobody was asked about.
    """DELETE FROM shift_question WHERE substr(shift, 1, 13) < :asked""",
    """DELETE FROM shift WHERE step = 'open' AND substr(began, 1, 13) < :settled""",
    "DELETE FROM audit WHERE at < :audit",
)


@dataclass(frozen=True)
class Retention:
    """How long is kept what is not kept for ever.

    After ``own_hours`` it is forgotten who registered a call, after ``coarsen_days`` its hour; its day stays. The
    audit is kept for ``audit_days``.
    """

    own_hours: int
    coarsen_days: int
    audit_days: int = 365

    def exact_since(self, now: Hour) -> Hour:
        """Return the first hour that may still be kept."""
        return now.earlier(self.coarsen_days * 24)


async def forget(database: Database, retention: Retention, *, now: Hour) -> None:
    """Remove what is too old: the seat, a call's hour and shift, a shift's questions. Raises a `DatabaseFault`."""
    times = {
        "own": str(now.earlier(retention.own_hours)),
        "exact": str(retention.exact_since(now)),
        "settled": str(now.earlier(SETTLED_HOURS)),
        "asked": str(now.earlier(ASKED_HOURS)),
        "audit": str(now.earlier(retention.audit_days * 24)),
    }
    async with database.transaction() as connection:
        for statement in (*SHORTEN, *REMOVE):
            await connection.execute(statement, times)
