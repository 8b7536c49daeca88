"""Waking the bot regularly; what is due is a question to the database."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from storage.fault import Fault

LOG = logging.getLogger(__name__)
SOON = timedelta(seconds=1)
LAST_SECONDS = 1.0

Work = Callable[[], Awaitable[object]]


@contextlib.asynccontextmanager
async def regularly(intervals: Mapping[Work, float]) -> AsyncIterator[None]:
    """Do each work soon, and again after so many seconds.

    What runs at the end has `LAST_SECONDS` to finish, and is cancelled and awaited then.
    """
    running: set[asyncio.Task[None]] = set()

    async def do(work: Work) -> None:
        task = asyncio.create_task(_logged(work))
        running.add(task)
        task.add_done_callback(running.discard)
        await asyncio.wait([task])

    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None})
    for work, seconds in intervals.items():
        scheduler.add_job(do, "interval", [work], seconds=seconds, next_run_time=datetime.now(UTC) + SOON)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await asyncio.sleep(0)  # what has just been woken begins first, and is seen below
        if running:
            _, late = await asyncio.wait(running, timeout=LAST_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        scheduler.shutdown()


async def _logged(work: Work) -> None:
    try:
        await work()
    except Fault as fault:
        LOG.error("Regular work failed, and is tried again: %s", fault)  # noqa: TRY400 - the sentence says it all
