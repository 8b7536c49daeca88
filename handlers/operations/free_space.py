"""Looking regularly whether the disks have room, before there is none."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handlers.operations.alerts import Alerts
from storage.operations.free_space import LittleSpace, UnknownSpace, free_space

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class FreeSpace:
    """Tells the administrators once a day where a disk of one of the folders has almost no room left."""

    folders: Sequence[Path]
    alerts: Alerts

    async def look(self) -> None:
        """Look at every folder."""
        for folder in self.folders:
            try:
                await asyncio.to_thread(free_space, folder)
            except LittleSpace as fault:
                await self.alerts.tell("disk_space", fault)
            except UnknownSpace as fault:
                LOG.warning("%s", fault)
