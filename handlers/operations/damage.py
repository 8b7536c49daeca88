"""Looking regularly whether the file holds what was saved, and saying aloud that it does not."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from handlers.conversation import NotShown
from handlers.operations.failed_saves import FailedSaves
from handlers.view import View
from storage.database.connection import DatabaseDamaged, DatabaseFault, DatabaseLocked, DatabaseMoved
from storage.operations.inspection import Inspection
from storage.records.recent_saves import RecentSaves

LOG = logging.getLogger(__name__)


class DamageWatch:
    """Tells the administrators, and once everybody who has saved since the file was last well."""

    def __init__(
        self, inspection: Inspection, saves: RecentSaves, failures: FailedSaves, clock: Callable[[], datetime]
    ) -> None:
        """Begin with a file that has just been looked at; ``clock`` is the local time."""
        self._inspection, self._saves, self._failures, self._clock = inspection, saves, failures, clock
        self._well_at = clock()
        self._told: set[int] = set()
        self._looking = asyncio.Lock()

    async def look_for_saves(self) -> None:
        """Look at the file where something was saved that has not been read back from it."""
        if self._saves.all:
            await self.look()

    async def look(self) -> None:
        """Look at the file, and tell what is wrong with it."""
        async with self._looking:
            await self._look()

    async def _look(self) -> None:
        now = self._clock()
        try:
            await self._inspection.look()
        except DatabaseLocked as fault:
            LOG.warning("The database could not be looked at, and will be: %s", fault)
        except DatabaseFault as fault:
            await self._failures.tell(fault)
            if isinstance(fault, DatabaseDamaged | DatabaseMoved):
                await self._tell_savers(fault)
        else:
            self._well_at = now
            self._told.clear()

    async def _tell_savers(self, fault: DatabaseFault) -> None:
        administrators = self._failures.alerts.administrators
        language = administrators.language
        text = language.text(
            "{reason} What you have saved since {time} may be lost. Calls that you remember: write them on paper,"
            " without names.",
            reason=fault.sentence(language.text),
            time=f"{self._well_at:%H:%M}",
        )
        for seat in set(self._saves.seats) - self._told:
            try:
                await administrators.conversations.in_private(seat).show(View(text))
            except NotShown as error:
                LOG.warning("Somebody could not be told that what they saved may be lost: %s", error)
            else:
                self._told.add(seat)
