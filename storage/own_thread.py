"""Work that may hang, as on a network share: in a thread that nothing waits for at the program's end."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

from storage.fault import N_, Fault

T = TypeVar("T")

LAST_SECONDS = 0.5
"""How long work that is given up may take to end, before it is left to itself."""


class NoAnswer(Fault):
    """Something took too long, and was given up."""


async def in_own_thread(work: Callable[[Callable[[], bool]], T], seconds: float) -> T:
    """Do work in a thread of its own, for so many seconds at most; it is handed what tells whether to stop.

    Where it hangs, it is left behind. Raises `NoAnswer`, and what the work raises.
    """
    stop, future = threading.Event(), Future[T]()
    threading.Thread(target=_run, args=(work, stop, future), daemon=True).start()
    done = asyncio.wrap_future(future)
    done.add_done_callback(_be_seen)
    try:
        await asyncio.wait([done], timeout=seconds)
        late = not done.done()
    finally:
        stop.set()
        if not done.done():
            await asyncio.wait([done], timeout=LAST_SECONDS)
    if late:
        raise NoAnswer(N_("It took more than {seconds} seconds, and was given up."), seconds=round(seconds))
    return done.result()


async def in_own_loop(work: Callable[[Callable[[], bool]], Coroutine[Any, Any, T]], seconds: float) -> T:
    """Do asynchronous work in the same way, so that however busy it is, whoever waits for an answer gets one.

    Raises `NoAnswer`, and what the work raises.
    """
    return await in_own_thread(lambda stopped: asyncio.run(work(stopped)), seconds)


def _run(work: Callable[[Callable[[], bool]], T], stop: threading.Event, future: Future[T]) -> None:
    future.set_running_or_notify_cancel()
    try:
        result = work(stop.is_set)
    except BaseException as error:  # noqa: BLE001 - whoever waits for the work raises it
        future.set_exception(error)
    else:
        future.set_result(result)


def _be_seen(done: asyncio.Future[T]) -> None:
    """Let nobody be told that an error of work that was given up went unseen."""
    if not done.cancelled():
        done.exception()
