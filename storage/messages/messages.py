"""The messages that have to be cleared: chat, message, hour and stage, held in memory too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from storage.database.connection import Database
from storage.deliveries.chats import KNOW
from storage.forms.question import Outcome

Stage = Literal["fresh", "form", "receipt", "closed", "cleared"]
"""What a message is: an untouched first screen; a form, or anything else with answers, that is taken away whole; a
receipt; one without its buttons; one without its answers."""

NO_HOUR = "0001-01-01T00"
"""The hour of an untouched first screen that has stood for long: when it came tells when a call was registered."""

ADDRESSED = "SELECT number FROM place WHERE id = ?1"
PUT = """
    INSERT INTO message (chat, message, hour, stage, source)
    SELECT number, ?2, ?3, ?4, iif(?5 IN (SELECT source FROM record WHERE outcome = 'declined'), NULL, ?5)
    FROM place WHERE id = ?1
    ON CONFLICT DO UPDATE SET hour = excluded.hour, stage = excluded.stage, source = excluded.source
    RETURNING chat
"""
TAKE = f"DELETE FROM message WHERE chat = ({ADDRESSED}) AND message = ?2"  # noqa: S608 - ours
ALL = """
    SELECT place.id, message, stage, hour, message.source, recorded_at, outcome, voided_at IS NOT NULL
    FROM message JOIN place ON number = chat LEFT JOIN record ON record.source = message.source
    ORDER BY hour, chat, message
"""
UNUSED = """
    DELETE FROM place WHERE number NOT IN (
        SELECT chat FROM message UNION SELECT chat FROM bound_chat UNION SELECT chat FROM delivery
        UNION SELECT chat FROM bind_code WHERE chat IS NOT NULL
    )
"""


@dataclass(frozen=True)
class MessageNote:
    """What is noted of a message: its stage, the local hour (`2026-11-03T14`), and the record of a receipt."""

    stage: Stage
    hour: str
    source: str | None = None


@dataclass(frozen=True)
class MessagePlace:
    """Where a message stands: the address of its chat, and its number there."""

    chat: int
    message: int


@dataclass(frozen=True)
class NotedMessage:
    """A message, what is noted of it, and what is known of its record, None where it has none."""

    place: MessagePlace
    note: MessageNote
    recorded_at: str | None = None
    outcome: Outcome | None = None
    voided: bool = False


class Messages:
    """The messages that have to be cleared; what they say is kept nowhere."""

    def __init__(self, database: Database) -> None:
        """Keep the notes in ``database``; `load` them before use."""
        self._database = database
        self._notes: dict[MessagePlace, MessageNote] = {}
        self._unwritten: set[MessagePlace] = set()
        self._changed: set[MessagePlace] = set()

    async def load(self) -> None:
        """Read the notes."""
        self._notes = {noted.place: noted.note for noted in await self.all()}

    def find(self, place: MessagePlace) -> MessageNote | None:
        """Return what is noted of a message."""
        return self._notes.get(place)

    def of(self, source: str) -> Sequence[tuple[MessagePlace, MessageNote]]:
        """Return the receipts of a record."""
        return [(place, note) for place, note in self._notes.items() if note.source == source]

    async def note(self, place: MessagePlace, note: MessageNote | None) -> None:
        """Note what a message is, None where nothing of it has to be cleared; what is noted already costs nothing.

        Raises a `DatabaseFault`; `write_rest` tries again then.
        """
        if self._notes.get(place) == note and place not in self._unwritten:
            return
        if note is None:
            self._notes.pop(place, None)
        else:
            self._notes[place] = note
        self._changed.add(place)
        self._unwritten.add(place)
        await self._write(place)

    async def write_rest(self) -> None:
        """Write the notes that the database has refused. Raises a `DatabaseFault`."""
        for place in list(self._unwritten):
            await self._write(place)

    async def _write(self, place: MessagePlace) -> None:
        note = self._notes.get(place)
        if note is None:
            await self._database.write(TAKE, (place.chat, place.message))
        else:
            row = (place.chat, place.message, note.hour, note.stage, note.source)
            if not await self._database.write(PUT, row):
                async with self._database.transaction() as connection:
                    await connection.execute_fetchall(KNOW, (place.chat,))
                    await connection.execute_fetchall(PUT, row)
        if self._notes.get(place) == note:
            self._unwritten.discard(place)

    async def all(self) -> Sequence[NotedMessage]:
        """Return every message, the oldest notes first. Raises a `DatabaseFault`."""
        self._changed.clear()
        return [
            NotedMessage(MessagePlace(*place), MessageNote(*note), recorded_at, outcome, bool(voided))
            for *row, recorded_at, outcome, voided in await self._database.read(ALL)
            for place, note in [(row[:2], row[2:])]
        ]

    def is_as_read(self, place: MessagePlace) -> bool:
        """Tell whether nothing else has been noted of a message than what `all` read."""
        return place not in self._changed and place not in self._unwritten

    async def forget_chats(self) -> None:
        """Forget the addresses of chats of which nothing is kept. Raises a `DatabaseFault`."""
        await self._database.write(UNUSED)
