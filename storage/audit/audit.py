"""The audit: one row for each act; what was done to records of others is read from the changes of those."""

from dataclasses import dataclass
from typing import Literal, get_args

from storage.database.connection import Database
from storage.hour import Hour

Act = Literal[
    "invited",
    "revoked",
    "revoked_all",
    "opened",
    "admitted",
    "rejected",
    "renewed",
    "role",
    "named",
    "removed",
    "one_more",
    "browser_removed",
    "code_freed",
    "bound",
    "unbound",
    "chat",
    "exported",
    "exported_rows",
    "exported_counts",
    "imported",
    "import_undone",
    "published",
    "withdrawn",
    "settings",
    "clock",
    "restored",
    "other_record",
]
ACTS: tuple[Act, ...] = get_args(Act)

# A change says by whom only as long as whoever registered the record may correct it, and so does this.
ENTRIES = """
    SELECT at, by, act, about FROM (
        SELECT number, at, by, act, about FROM audit
        UNION ALL
        SELECT 0, substr(at, 1, 10), by, 'other_record', '' FROM change JOIN record ON record = id
        WHERE by IS NOT NULL AND by IS NOT recorded_by GROUP BY record, at, by
    ) ORDER BY substr(at, 1, 10) DESC, number DESC LIMIT ? OFFSET ?
"""


@dataclass(frozen=True)
class AuditEntry:
    """An act: when, in local civil time to the hour or the day; ``by`` which seat, None at the console; on what.

    ``about`` is made of numbers and keys with a colon between, never of names.
    """

    at: str
    by: int | None
    act: Act
    about: str


class Audit:
    """Notes acts, and lists them."""

    def __init__(self, database: Database) -> None:
        """Keep the acts in ``database``."""
        self._database = database

    async def note(self, act: Act, *about: object, by: int | None, now: Hour) -> None:
        """Note an act. Raises a `DatabaseFault`."""
        await self._database.write(
            "INSERT INTO audit (at, by, act, about) VALUES (?, ?, ?, ?)",
            (str(now), by, act, ":".join(map(str, about))),
        )

    async def entries(self, most: int = -1, skipped: int = 0) -> list[AuditEntry]:
        """Return at most so many acts after those skipped, the latest first; all if ``most`` is negative."""
        return [AuditEntry(*row) for row in await self._database.read(ENTRIES, (most, skipped))]
