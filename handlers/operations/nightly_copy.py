"""The copy of every night: made once a day, tried again each hour, and told of where it fails."""

import asyncio
import functools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from handlers.operations.alerts import Alerts
from storage.backup.copy_folder import remove_surplus
from storage.backup.last_copy import LastCopy
from storage.backup.making import CopyPlan, make_copy
from storage.backup.workplace import remove_leftovers
from storage.fault import N_, Fault, why
from storage.own_thread import in_own_thread

LOG = logging.getLogger(__name__)
FROM_HOUR = 3
"""The local hour from which on the day's copy is made."""

LONGEST = 600.0
"""Seconds that a copy may take; a share that does not answer takes for ever."""


class CopyNotMade(Fault):
    """The day's copy was not made."""


class CopiesNotRemoved(Fault):
    """The day's copy was made, but the old ones could not be removed."""


@dataclass(frozen=True)
class NightlyCopy:
    """Makes the day's copy of ``database`` by a ``plan``, None where there is none; ``clock`` is local."""

    database: Path
    plan: CopyPlan | None
    last_copy: LastCopy
    alerts: Alerts
    clock: Callable[[], datetime]
    longest: float = LONGEST

    async def due(self) -> None:
        """Make the day's copy unless it is made already; trouble is told. Raises a `DatabaseFault`."""
        await asyncio.to_thread(self._remove_leftovers)
        now = self.clock()
        if self.plan is None or now.hour < FROM_HOUR or (latest := await self.last_copy.read()) == now.date():
            return
        try:
            await self._make(self.plan, now.date(), latest)
        except (CopyNotMade, CopiesNotRemoved) as fault:
            await self.alerts.tell("backup", fault)

    def _remove_leftovers(self) -> None:
        try:
            remove_leftovers(self.database)
        except OSError as error:
            LOG.error("What a copy that was broken off has left is still there: %s", error.strerror)  # noqa: TRY400 - enough

    async def _make(self, plan: CopyPlan, day: date, latest: date | None) -> None:
        try:
            made = await in_own_thread(
                lambda stopped: make_copy(plan, day, latest=latest, stopped=stopped), self.longest
            )
        except Fault as fault:
            words = N_("Today’s copy was not made. {reason} It is tried again each hour.")
            raise CopyNotMade(words, reason=fault) from fault
        await self.last_copy.keep(day)
        LOG.info("A copy of %d bytes was made.", made.size)
        try:
            await in_own_thread(functools.partial(_tidy, plan.folder, day), self.longest)
        except Fault as fault:
            words = N_("Today’s copy was made, but older ones could not be removed: {reason}")
            raise CopiesNotRemoved(words, reason=fault) from fault


def _tidy(folder: Path, day: date, _stopped: Callable[[], bool]) -> None:
    try:
        remove_surplus(folder, day)
    except OSError as error:
        raise CopiesNotRemoved(N_("{folder}: {reason}."), folder=folder, reason=why(error)) from error
