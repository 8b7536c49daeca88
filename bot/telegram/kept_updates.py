"""Kept updates: what takes long to answer is kept here, so that Telegram needs not keep it.

Telegram gives at most a hundred updates at a time, from the first that is not confirmed on: one that takes long
would come again with every poll, and hold up all others once a hundred have come after it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import TypeAdapter, ValidationError

from bot.telegram.arrival import Arrival
from storage.database.connection import DatabaseFault
from storage.database.update_store import UpdateStore

LOG = logging.getLogger(__name__)
ARRIVAL = TypeAdapter(Arrival)


class KeptUpdates:
    """Knows the updates that are kept, here or in memory, until they are answered."""

    def __init__(self, store: UpdateStore) -> None:
        """Keep them in ``store``."""
        self._store = store
        self._kept: set[int] = set()

    def __contains__(self, update: int) -> bool:
        """Tell whether Telegram needs not keep the update."""
        return update in self._kept

    async def keep(self, arrival: Arrival) -> None:
        """Keep an update; where the database refuses, Telegram goes on keeping it."""
        if arrival.update not in self._kept:
            with _logged():
                await self._store.add(arrival.update, ARRIVAL.dump_json(arrival).decode())
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
        arrivals = [arrival for kept in left for arrival in _read(kept)]
        self._kept.update(arrival.update for arrival in arrivals)
        return arrivals


@contextmanager
def _logged() -> Iterator[None]:
    try:
        yield
    except DatabaseFault as fault:
        LOG.error("An update that takes long was not kept, or not forgotten: %s", fault)  # noqa: TRY400 - it says all


def _read(kept: str) -> Iterator[Arrival]:
    """Read one; nothing comes of what another version of the program has kept in another way."""
    try:
        yield ARRIVAL.validate_json(kept)
    except ValidationError as error:
        LOG.warning("An update that was kept could not be read: %s", error.error_count())
