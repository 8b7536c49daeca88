"""What goes on beside the bot as long as it runs: the watchdog, and a sign to the outside."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.host.dead_man import DeadMan
from bot.host.notify import READY, STOPPING, Notifier
from bot.host.watchdog import BEAT_SECONDS, Watchdog


@dataclass(frozen=True)
class Host:
    """Tells the service manager that the program has begun, goes on and ends; looks every so many ``seconds``."""

    notifier: Notifier
    watchdog: Watchdog
    dead_man: DeadMan | None
    seconds: float = BEAT_SECONDS

    async def watch(self) -> None:
        """Say that the database is open, then feed the watchdog until cancelled, with Telegram or without."""
        self.notifier.tell(READY, status=self.watchdog.status)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_again(self.watchdog.beat, self.seconds))
                if self.dead_man is not None:
                    tasks.create_task(_again(self.dead_man.ping, self.seconds))
        finally:
            self.notifier.tell(STOPPING)


async def _again(work: Callable[[], Awaitable[None]], seconds: float) -> None:
    """Do the work, and again so many seconds after it was done, whatever the clock on the wall does."""
    while True:
        await work()
        await asyncio.sleep(seconds)
