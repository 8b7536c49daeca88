"""Statements that wait to be kept, and keeping several in one transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

REFUSALS = (sqlite3.Error, ValueError, OverflowError)
"""What a single statement can be refused with; the last two for facts that no column can hold."""


@dataclass(eq=False)
class Write:
    """A statement that waits to be kept, and what became of it."""

    statement: str
    facts: Sequence[object]
    rows: list[Any] = field(default_factory=list)
    error: BaseException | None = None

    def run(self, connection: sqlite3.Connection) -> None:
        """Run the statement and take the rows it returns. Raises one of `REFUSALS`."""
        self.rows = connection.execute(self.statement, self.facts).fetchall()


def write_all(connection: sqlite3.Connection, writes: Sequence[Write]) -> None:
    """Run them in one transaction; one that is refused does not keep the others back. Raises one of `REFUSALS`."""
    if len(writes) == 1:
        writes[0].run(connection)
        return
    connection.execute("BEGIN IMMEDIATE")
    for write in writes:
        try:
            write.run(connection)
        except REFUSALS as refusal:
            # One that ends the transaction, as a full disk does, is everybody's.
            if not connection.in_transaction:
                raise
            write.error = refusal
    connection.execute("COMMIT")
