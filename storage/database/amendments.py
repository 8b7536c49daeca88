"""Databases made while a migration was not yet what it is now, brought to what it makes of them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import aiosqlite


@dataclass(frozen=True)
class Amendment:
    """What a database needs in which ``found`` finds a row."""

    found: str
    statements: tuple[str, ...]


def _lacks(table: str, column: str) -> str:
    """Return a query that finds a row where there is the table, but not the column."""
    return (
        f"SELECT 1 FROM sqlite_master WHERE name = '{table}'"  # noqa: S608 - ours
        f" AND '{column}' NOT IN (SELECT name FROM pragma_table_info('{table}'))"
    )


AMENDMENTS = (
    # The total alone was kept of what was sent, of which no change can be told.
    Amendment(
        _lacks("delivery", "tally"),
        ("ALTER TABLE delivery ADD COLUMN tally TEXT", "ALTER TABLE delivery ADD COLUMN retold TEXT"),
    ),
    Amendment(
        _lacks("change", "number"),
        (
            "ALTER TABLE change RENAME TO unnumbered",
            """
            CREATE TABLE change (
                record INTEGER NOT NULL REFERENCES record (id) ON UPDATE CASCADE,
                number INTEGER NOT NULL,
                what   TEXT NOT NULL CHECK (what IN ('answers', 'outcome', 'occurred_at', 'voided_at')),
                at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
                by     INTEGER,
                before TEXT NOT NULL,
                after  TEXT NOT NULL,
                PRIMARY KEY (record, number)
            ) STRICT, WITHOUT ROWID
            """,
            """
            INSERT INTO change
            SELECT record, row_number() OVER (PARTITION BY record ORDER BY rowid), what, at, by, before, after
            FROM unnumbered
            """,
            "DROP TABLE unnumbered",
        ),
    ),
    # When a shift ended was not kept: when the next one began, or as it is where the config says nothing else.
    Amendment(
        _lacks("shift", "ended"),
        (
            "ALTER TABLE shift ADD COLUMN ended TEXT CHECK (length(ended) = 16)",
            """
            UPDATE shift SET ended = coalesce(
                (
                    SELECT min(began) FROM shift AS later
                    WHERE began > shift.began AND began <= strftime('%Y-%m-%dT%H:%M', shift.began, '+12 hours')
                ),
                CASE
                    WHEN substr(began, 12) < '15:00' THEN substr(began, 1, 11) || '15:00'
                    WHEN substr(began, 12) < '22:30' THEN substr(began, 1, 11) || '22:30'
                    ELSE date(began, '+1 day') || 'T07:30'
                END
            )
            WHERE step <> 'open'
            """,
        ),
    ),
    Amendment(
        """
        SELECT 1 FROM pragma_user_version
        WHERE user_version >= 10 AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'shift_change')
        """,
        (
            """
            CREATE TABLE shift_change (
                shift  TEXT NOT NULL REFERENCES shift (began),
                number INTEGER NOT NULL,
                what   TEXT NOT NULL CHECK (what IN ('counted', 'outgoing')),
                at     TEXT NOT NULL CHECK (length(at) IN (10, 13)),
                by     INTEGER,
                before INTEGER CHECK (before >= 0),
                after  INTEGER CHECK (after BETWEEN 0 AND 999),
                PRIMARY KEY (shift, number)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
    # The question of a seat that is removed has still to be taken away in its chat.
    Amendment(
        "SELECT 1 FROM pragma_foreign_key_list('shift_question') WHERE \"table\" = 'seat'",
        (
            "ALTER TABLE shift_question RENAME TO bound_question",
            """
            CREATE TABLE shift_question (
                shift   TEXT NOT NULL REFERENCES shift (began),
                seat    INTEGER NOT NULL,
                message INTEGER,
                PRIMARY KEY (shift, seat)
            ) STRICT, WITHOUT ROWID
            """,
            "INSERT INTO shift_question SELECT shift, seat, message FROM bound_question",
            "DROP TABLE bound_question",
        ),
    ),
)


async def amend(
    connection: aiosqlite.Connection, transaction: Callable[[], AbstractAsyncContextManager[aiosqlite.Connection]]
) -> None:
    """Bring tables that a migration has made to what it makes today, each in one ``transaction``."""
    for amendment in AMENDMENTS:
        if await connection.execute_fetchall(amendment.found):
            async with transaction():
                # Another program may have done it meanwhile.
                if await connection.execute_fetchall(amendment.found):
                    for statement in amendment.statements:
                        await connection.execute(statement)
