"""Cards: what the desk has to tell a seat, each a text and its buttons, never anything of a call."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from storage.database.connection import Database

KEPT = timedelta(days=31)
NEXT = "SELECT coalesce(min(message), 0) - 1 FROM card WHERE seat = ? AND message < 0"
PUT = """
    INSERT INTO card (seat, message, day, text, buttons) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET text = excluded.text, buttons = excluded.buttons
"""
CHANGE = "UPDATE card SET text = ?, buttons = ? WHERE seat = ? AND message = ? RETURNING 1"

Buttons = Sequence[Sequence[tuple[str, str]]]
"""Rows of buttons, each a label and what its tap carries."""


@dataclass(frozen=True)
class Card:
    """What is told in a ``message`` of a seat: below zero is one that stands at the desk alone."""

    seat: int
    message: int
    day: date
    text: str
    buttons: Buttons


class Cards:
    """The cards of all seats. ``today`` is the local day."""

    def __init__(self, database: Database, today: Callable[[], date]) -> None:
        """Keep the cards in ``database``; `load` them before use."""
        self._database = database
        self._today = today
        self._there: set[tuple[int, int]] = set()
        self._changes: Counter[int] = Counter()

    async def load(self) -> None:
        """Read which cards there are."""
        self._there = set(map(tuple, await self._database.read("SELECT seat, message FROM card")))

    def has(self, seat: int, message: int) -> bool:
        """Tell whether there is a card of a message."""
        return (seat, message) in self._there

    def changes(self, seat: int) -> int:
        """Return how often the cards of a seat have changed since the program began."""
        return self._changes[seat]

    @property
    def all_changes(self) -> int:
        """How often any card has."""
        return self._changes.total()

    async def put(self, seat: int, text: str, buttons: Buttons, message: int | None = None) -> int:
        """Keep a card, that of a ``message`` in the seat's chat or one of its own; return its number.

        Raises a `DatabaseFault`.
        """
        async with self._database.transaction() as connection:
            if message is None:
                [(message,)] = await connection.execute_fetchall(NEXT, (seat,))
            row = (seat, message, self._today().isoformat(), text, json.dumps(buttons))
            await connection.execute(PUT, row)
        self._there.add((seat, message))
        self._changes[seat] += 1
        return int(message)

    async def change(self, seat: int, message: int, text: str, buttons: Buttons) -> bool:
        """Let a card say something else; tell whether it is there. Raises a `DatabaseFault`."""
        if not self.has(seat, message):
            return False
        changed = await self._database.write(CHANGE, (text, json.dumps(buttons), seat, message))
        self._changes[seat] += 1
        return bool(changed)

    async def remove(self, seat: int, message: int) -> None:
        """Take a card away. Raises a `DatabaseFault`."""
        if not self.has(seat, message):
            return
        self._there.discard((seat, message))
        await self._database.write("DELETE FROM card WHERE seat = ? AND message = ?", (seat, message))
        self._changes[seat] += 1

    async def of(self, seat: int) -> list[Card]:
        """Return the cards of a seat, the newest first. Raises a `DatabaseFault`."""
        rows = await self._database.read(
            "SELECT seat, message, day, text, buttons FROM card WHERE seat = ?"
            " ORDER BY day DESC, abs(message) DESC",
            (seat,),
        )
        return [
            Card(owner, message, date.fromisoformat(day), text, json.loads(buttons))
            for owner, message, day, text, buttons in rows
        ]

    async def forget_old(self) -> None:
        """Forget the cards that have stood for a month. Raises a `DatabaseFault`."""
        await self._database.write("DELETE FROM card WHERE day <= ?", ((self._today() - KEPT).isoformat(),))
        await self.load()
