"""Telling the administrators that nothing can be saved, and what they can do about it."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from handlers.operations.alerts import Alerts, Trouble
from storage.database.connection import (
    DatabaseDamaged,
    DatabaseFault,
    DatabaseLocked,
    DatabaseMoved,
    DatabaseReadOnly,
    DiskFull,
)
from storage.database.faults import RESTORE
from storage.fault import N_, Fault

TELL_SECONDS = 3.0
"""How long whoever tapped waits for the administrators to be told, before hearing that the call is not saved."""
ADMINISTRATORS_TOLD = N_("The administrator has been told.")


class NothingSaved(Fault):
    """No call can be saved."""


@dataclass(frozen=True)
class FailedSaves:
    """Tells of each reason once a day; ``path`` is the database."""

    alerts: Alerts
    path: Path

    async def tell(self, fault: DatabaseFault) -> bool:
        """Log the fault, and tell the administrators of it within `TELL_SECONDS`; return whether they know."""
        trouble, advice = self._advice(fault)
        words = N_("Calls cannot be saved. {reason} The staff are told to write them on paper. {advice}")
        try:
            async with asyncio.timeout(TELL_SECONDS):
                return await self.alerts.tell_now(trouble, NothingSaved(words, reason=fault, advice=advice))
        except TimeoutError:
            return False

    def _advice(self, fault: DatabaseFault) -> tuple[Trouble, Fault]:
        match fault:
            case DatabaseDamaged():
                words = N_("Stop Vaktlogg and restore a copy: {command}. What was found in {path}: {found}.")
                return "damage", Fault(words, command=Fault(RESTORE), path=self.path, found=fault.found)
            case DatabaseMoved():
                words = N_(
                    "Put {path} back, and saving goes on by itself."
                    " If it cannot be found, stop Vaktlogg and restore a copy: {command}."
                )
                return "moved", Fault(words, path=self.path, command=Fault(RESTORE))
            case DatabaseReadOnly():
                words = N_("Let Vaktlogg write to {path} and its folder, and saving goes on by itself.")
                return "read_only", Fault(words, path=self.path)
            case DiskFull():
                return "disk_full", Fault(N_("Make room on the disk, and saving goes on by itself."))
            case DatabaseLocked():
                return "locked", Fault(N_("End the other program, and saving goes on by itself."))
        return "saving", Fault(N_("Vaktlogg’s log tells more."))
