"""Telling the administrators of trouble with the machine or the file: each kind once a day, not more."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from handlers.administrators import Administrators
from handlers.view import Rows, View
from reports.words.language import Language
from storage.database.connection import DatabaseFault
from storage.fault import Fault
from storage.operations.alert_days import AlertDays

LOG = logging.getLogger(__name__)

Trouble: TypeAlias = Literal[
    "backup", "clock", "damage", "disk_full", "disk_space", "locked", "moved", "read_only", "saving"
]
"""The kinds of trouble that the administrators are told of."""


@dataclass(frozen=True)
class Alerts:
    """Tells of trouble; where the file cannot keep that it was told, it is remembered until the program ends."""

    days: AlertDays
    administrators: Administrators
    language: Language
    clock: Callable[[], datetime]
    _told: dict[Trouble, date] = field(default_factory=dict)
    _telling: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def tell(self, trouble: Trouble, fault: Fault, rows: Rows = ()) -> None:
        """Log trouble, and tell the administrators of it unless they have been told of that kind today.

        Below what they are told stand the buttons in ``rows``.
        """
        LOG.error("%s", fault)
        today = self.clock().date()
        if today in {self._told.get(trouble), await self._kept(trouble)}:
            return
        if await self.administrators.tell(View(fault.sentence(self.language.text), rows)):
            self._told[trouble] = today
            await self._keep(trouble, today)

    async def tell_end(self, trouble: Trouble, words: str) -> None:
        """Tell in ``words`` that trouble is over to those who have been told of it, once a day at most."""
        ended, told = f"{trouble}_over", await self._kept(trouble)
        before = await self._kept(ended)
        if told is None or (before is not None and before >= told):
            return
        LOG.warning("%s", words)
        if await self.administrators.tell(View(self.language.text(words))):
            await self._keep(ended, self.clock().date())

    async def tell_now(self, trouble: Trouble, fault: Fault) -> bool:
        """Tell it likewise, of what keeps the file from being asked; return whether the administrators know.

        It is told once a day until the program ends.
        """
        LOG.error("%s", fault)
        today = self.clock().date()
        async with self._telling:
            if self._told.get(trouble) != today and await self.administrators.tell(
                View(fault.sentence(self.language.text))
            ):
                self._told[trouble] = today
            return self._told.get(trouble) == today

    async def _kept(self, trouble: str) -> date | None:
        try:
            return await self.days.read(trouble)
        except DatabaseFault:
            return None

    async def _keep(self, trouble: str, day: date) -> None:
        try:
            await self.days.keep(trouble, day)
        except DatabaseFault as fault:
            LOG.warning("It was not kept that the administrators know of it: %s", fault)
