import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from storage.own_thread import NoAnswer, in_own_thread


async def test_what_comes_of_work_is_handed_back_and_others_go_on_meanwhile() -> None:
    going_on = threading.Event()

    waiting = asyncio.create_task(in_own_thread(lambda _stopped: going_on.wait(10), 20))
    await asyncio.sleep(0)
    going_on.set()

    assert await waiting is True


async def test_what_work_raises_is_raised_a_timeout_of_its_own_too() -> None:
    for error in (ValueError, TimeoutError):

        def work(_stopped: Callable[[], bool], error: type[Exception] = error) -> None:
            raise error

        with pytest.raises(error):
            await in_own_thread(work, 20)


async def test_work_that_takes_too_long_is_told_to_stop_and_given_up() -> None:
    ended = threading.Event()

    def work(stopped: Callable[[], bool]) -> None:
        while not stopped():
            pass
        ended.set()

    with pytest.raises(NoAnswer, match="given up"):
        await in_own_thread(work, 0.01)

    assert ended.wait(10)


async def test_cancelled_work_is_told_to_stop() -> None:
    begun, ended = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def work(stopped: Callable[[], bool]) -> None:
        loop.call_soon_threadsafe(begun.set)
        while not stopped():
            pass
        ended.set()

    task = asyncio.create_task(in_own_thread(work, 60))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert ended.wait(10)


HANGING = """
import asyncio, os
from storage.own_thread import NoAnswer, in_own_thread

reading, _ = os.pipe()
try:
    asyncio.run(in_own_thread(lambda _stopped: os.read(reading, 1), 0.01))
except NoAnswer:
    print("given up")
"""


def test_work_that_hangs_in_the_system_does_not_keep_the_program_from_ending() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HANGING], capture_output=True, text=True, timeout=60, check=False
    )

    assert (ended.stdout, ended.stderr, ended.returncode) == ("given up\n", "", 0)
