"""Waking the bot regularly; what is due is a question to the database.

The pauses are counted in seconds gone by, not by the machine's clock: after a leap of a year, nothing is made up
for, and nothing waits for a year.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

from storage.fault import Fault

LOG = logging.getLogger(__name__)
SOON = 1.0
LAST_SECONDS = 1.0

Work = Callable[[], Awaitable[object]]


@contextlib.asynccontextmanager
async def regularly(intervals: Mapping[Work, float]) -> AsyncIterator[None]:
    """Do each work soon, and again so many seconds after it ended.

    What runs at the end has `LAST_SECONDS` to finish, and is cancelled and awaited then.
    """
    running: set[asyncio.Task[None]] = set()

    async def wake(work: Work, seconds: float) -> None:
        await asyncio.sleep(SOON)
        while True:
            task = asyncio.create_task(_logged(work))
            running.add(task)
            task.add_done_callback(running.discard)
            await asyncio.wait([task])
            await asyncio.sleep(seconds)

    waking = [asyncio.create_task(wake(work, seconds)) for work, seconds in intervals.items()]
    try:
        yield
    finally:
        for waker in waking:
            waker.cancel()
        await asyncio.gather(*waking, return_exceptions=True)
        if running:
            _, late = await asyncio.wait(running, timeout=LAST_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


async def _logged(work: Work) -> None:
    try:
        await work()
    except Fault as fault:
        LOG.error("Regular work failed, and is tried again: %s", fault)  # noqa: TRY400 - the sentence says it all
