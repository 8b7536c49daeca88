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
LOOK_SECONDS = 10.0
"""How often it is looked whether the machine's clock was set back."""

Work = Callable[[], Awaitable[object]]


def _now() -> datetime:
    return datetime.now(UTC)


@contextlib.asynccontextmanager
async def regularly(
    intervals: Mapping[Work, float], *, clock: Callable[[], datetime] = _now, look: float = LOOK_SECONDS
) -> AsyncIterator[None]:
    """Do each work soon, and again so many seconds after it ended.

    All of it comes soon once the machine's ``clock`` was set back. What runs at the end has `LAST_SECONDS` to
    finish, and is cancelled and awaited then.
    """
    running: set[asyncio.Task[None]] = set()

    async def do(work: Work, seconds: float) -> None:
        task = asyncio.create_task(_logged(work))
        running.add(task)
        task.add_done_callback(running.discard)
        await asyncio.wait([task])
        wake(work, seconds, timedelta(seconds=seconds))

    # Each time anew: of a job that repeats itself, all the turns are counted that a clock leapt over.
    def wake(work: Work, seconds: float, pause: timedelta = SOON) -> None:
        scheduler.add_job(do, "date", [work, seconds], run_date=_now() + pause)

    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None})
    for work, seconds in intervals.items():
        wake(work, seconds)
    scheduler.start()
    heeding = asyncio.create_task(_heed_leaps(scheduler, clock, look))
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
        heeding.cancel()
        await asyncio.gather(heeding, return_exceptions=True)


async def _heed_leaps(scheduler: AsyncIOScheduler, clock: Callable[[], datetime], look: float) -> None:
    """Wake everything after a leap back, since the scheduler waits until the clock shows its time again."""
    before = clock()
    while True:
        await asyncio.sleep(look)
        now = clock()
        if now < before:
            for job in scheduler.get_jobs():
                job.modify(next_run_time=_now() + SOON)
        before = now


async def _logged(work: Work) -> None:
    try:
        await work()
    except Fault as fault:
        LOG.error("Regular work failed, and is tried again: %s", fault)  # noqa: TRY400 - the sentence says it all
