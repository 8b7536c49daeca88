"""The watchdog: whether everything goes round, told to the service manager again and again.

Where that is told no more, the service manager ends the program and starts it anew. A restart mends a loop, a
database's thread or a poll that hangs, and nothing else. So a database that answers with a fault, such as a full
disk, does not starve the watchdog: nobody could register or be told that nothing is saved while the program starts
again and again. It is told to the administrators instead. That Telegram does not answer starves it neither.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.host.notify import ALIVE, Notifier
from bot.host.polls import LONG_AWAY, Polls
from handlers.operations.failed_saves import FailedSaves
from reports.words.language import Language
from storage.database.connection import DatabaseFault
from storage.operations.heartbeat import Heartbeat

LOG = logging.getLogger(__name__)
BEAT_SECONDS = 30.0
"""How often the watchdog is fed, which `WATCHDOG_SECONDS` is a multiple of."""
WATCHDOG_SECONDS = 120
PATIENCE = 2
"""How many writes in a row have to fail before that is told of: another program may hold the file for a moment."""


@dataclass
class Watchdog:
    """Feeds the service manager's watchdog from the event loop, once the database has answered a small write.

    ``clock`` is the machine's.
    """

    polls: Polls
    heartbeat: Heartbeat
    notifier: Notifier
    failures: FailedSaves
    language: Language
    clock: Callable[[], datetime]
    _failures: int = field(init=False, default=0)
    _fault: DatabaseFault | None = field(init=False, default=None)
    _well_at: float | None = field(init=False, default=None)

    @property
    def well(self) -> bool:
        """Whether the latest beat is fresh and saved what it wrote."""
        return self._well_at is not None and self.polls.moment() - self._well_at < 2 * BEAT_SECONDS

    async def beat(self) -> None:
        """Feed the watchdog, unless polls end no more; never returns where the database's thread hangs."""
        if not self.polls.go_round:
            LOG.error("No poll has ended for long; the service manager is not told that all goes round")
            return
        try:
            await self.heartbeat.beat(self.clock())
        except DatabaseFault as fault:
            self._failures, self._fault = self._failures + 1, fault
        else:
            self._failures, self._fault, self._well_at = 0, None, self.polls.moment()
        self.notifier.tell(ALIVE, status=self.status)

    @property
    def status(self) -> str:
        """One sentence for whoever asks the service manager."""
        text = self.language.text
        if self._fault is not None:
            return text("Nothing can be saved: {reason}", reason=self._fault.sentence(text))
        if self.polls.away >= LONG_AWAY:
            minutes = self.language.number(int(self.polls.away // 60))
            return text("Telegram has not answered for {n} minutes.", n=minutes)
        return text("Everything works.")

    async def tell_trouble(self) -> None:
        """Tell the administrators that nothing can be saved, where that has lasted."""
        if self._fault is not None and self._failures >= PATIENCE:
            await self.failures.tell(self._fault)
