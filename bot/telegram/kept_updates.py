"""Kept updates: what takes long to answer is kept here, so that Telegram needs not keep it.

Telegram gives at most a hundred updates at a time, from the first that is not confirmed on: one that takes long
would come again with every poll, and hold up all others once a hundred have come after it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from bot.telegram.arrival import Arrival
from storage.database.connection import DatabaseFault
from storage.database.update_store import UpdateStore
from storage.deliveries.chats import Chats
from storage.people.seats import Seats

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeptArrival:
    """An arrival as it is kept: the numbers of seat and chat here stand in place of those at Telegram.

    A private chat has no number here unless it is bound. The number of a tap, which tells who tapped, is left out:
    Telegram takes no answer to it by then.
    """

    arrival: Arrival
    seat: int | None
    chat: int | None


KEPT_ARRIVAL = TypeAdapter(KeptArrival)


class KeptUpdates:
    """Knows the updates that are kept, here or in memory, until they are answered."""

    def __init__(self, store: UpdateStore, seats: Seats, chats: Chats) -> None:
        """Keep them in ``store``; ``seats`` and ``chats`` know the numbers at Telegram."""
        self._store = store
        self._seats = seats
        self._chats = chats
        self._kept: set[int] = set()

    def __contains__(self, update: int) -> bool:
        """Tell whether Telegram needs not keep the update."""
        return update in self._kept

    async def keep(self, arrival: Arrival) -> None:
        """Keep an update; where the database refuses, Telegram goes on keeping it."""
        if arrival.update not in self._kept:
            with _logged():
                await self._store.add(arrival.update, KEPT_ARRIVAL.dump_json(self._numbered(arrival)).decode())
                self._kept.add(arrival.update)

    async def answered(self, update: int) -> None:
        """Forget an update."""
        if update in self._kept:
            with _logged():
                await self._store.remove(update)
            self._kept.remove(update)

    async def left_over(self) -> list[Arrival]:
        """Return what was not answered when the bot ended, as if it came now.

        From here on it is in memory alone: should it be what ends the bot, it does so once more and not again.
        """
        left: list[str] = []
        with _logged():
            left = await self._store.take()
        arrivals = [arrival for text in left for kept in _read(text) for arrival in self._addressed(kept)]
        self._kept.update(arrival.update for arrival in arrivals)
        return arrivals

    def _numbered(self, arrival: Arrival) -> KeptArrival:
        seat = self._seats.of(arrival.sender)
        bare = replace(arrival, sender=0, chat=0, query="" if arrival.tap else None)
        return KeptArrival(bare, seat.number if seat else None, self._chats.number_of(arrival.chat))

    def _addressed(self, kept: KeptArrival) -> Iterator[Arrival]:
        """Yield the arrival with the numbers at Telegram, unless its seat or chat is gone."""
        seat = None if kept.seat is None else self._seats.find(kept.seat)
        bound = None if kept.chat is None else self._chats.find(kept.chat)
        account = seat.account if seat else None
        chat = bound.address if bound else account
        sender = chat if account is None and kept.seat is None and kept.arrival.private else account
        if sender is not None and chat is not None:
            yield replace(kept.arrival, sender=sender, chat=chat)


@contextmanager
def _logged() -> Iterator[None]:
    try:
        yield
    except DatabaseFault as fault:
        LOG.error("An update that takes long was not kept, or not forgotten: %s", fault)  # noqa: TRY400 - it says all


def _read(kept: str) -> Iterator[KeptArrival]:
    """Read one; nothing comes of what another version of the program has kept in another way."""
    try:
        yield KEPT_ARRIVAL.validate_json(kept)
    except ValidationError as error:
        LOG.warning("An update that was kept could not be read: %s", error.error_count())
