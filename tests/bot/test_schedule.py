"""Regular work: it comes soon and again, a fault does not end it, and leaving lets it finish or ends it."""

import asyncio
import gc
import logging
from dataclasses import dataclass, field

import pytest

from bot.schedule import regularly
from storage.fault import Fault
from tests.bot.chat_desk import Clock

AN_HOUR = 3600.0
OFTEN = 0.01
PATIENCE = 20.0


@dataclass
class Work:
    """Work that counts how often it came, and waits until it is let go; it needs a moment to clean up."""

    fails: list[Exception] = field(default_factory=list)
    came: int = 0
    ended: int = 0
    cleaned_up: int = 0
    coming: asyncio.Condition = field(default_factory=asyncio.Condition)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def do(self) -> None:
        """Do it once."""
        async with self.coming:
            self.came += 1
            self.coming.notify_all()
        if self.fails:
            raise self.fails.pop(0)
        try:
            await self.let_go.wait()
            self.ended += 1
        finally:
            await asyncio.sleep(0)
            self.cleaned_up += 1

    async def has_come(self, times: int = 1) -> None:
        """Wait until it has come so often."""
        async with asyncio.timeout(PATIENCE), self.coming:
            await self.coming.wait_for(lambda: self.came >= times)


@pytest.fixture
def done_at_once() -> Work:
    """Have work that never waits."""
    work = Work()
    work.let_go.set()
    return work


def _others() -> set[asyncio.Task[object]]:
    return asyncio.all_tasks() - {asyncio.current_task()}


def _complaints(caplog: pytest.LogCaptureFixture) -> list[str]:
    gc.collect()  # a task whose error nobody asked for complains when it is thrown away
    return [record.getMessage() for record in caplog.records if record.exc_info or record.levelno > logging.INFO]


async def test_every_work_comes_soon_though_its_interval_is_long() -> None:
    works = [Work(), Work(), Work()]

    async with regularly({work.do: AN_HOUR for work in works}):
        for work in works:
            await work.has_come()
            work.let_go.set()

    assert [work.came for work in works] == [1, 1, 1]


async def test_all_work_comes_soon_once_the_clock_was_set_back_a_year(done_at_once: Work) -> None:
    clock = Clock()

    async with regularly({done_at_once.do: AN_HOUR}, clock=clock, look=OFTEN):
        await done_at_once.has_come()
        clock.move(days=-365)
        await done_at_once.has_come(times=2)


async def test_work_comes_again_after_its_interval_and_no_more_once_it_is_left(done_at_once: Work) -> None:
    async with regularly({done_at_once.do: OFTEN}):
        await done_at_once.has_come(times=3)
    came = done_at_once.came
    await asyncio.sleep(10 * OFTEN)

    assert done_at_once.came == came
    assert _others() == set()


async def test_work_that_takes_long_holds_up_no_other_and_is_not_begun_twice(done_at_once: Work) -> None:
    slow = Work()
    async with regularly({slow.do: OFTEN, done_at_once.do: OFTEN}):
        await slow.has_come()
        await done_at_once.has_come(times=5)

        assert slow.came == 1
        slow.let_go.set()


async def test_a_fault_is_logged_in_one_line_and_the_work_comes_again(
    done_at_once: Work, caplog: pytest.LogCaptureFixture
) -> None:
    done_at_once.fails = [Fault("The disk is full."), Fault("It is {what}.", what="locked")]
    async with regularly({done_at_once.do: OFTEN}):
        await done_at_once.has_come(times=3)

    faults = [record for record in caplog.records if record.name == "bot.schedule"]
    assert [(record.levelname, record.getMessage(), record.exc_info) for record in faults] == [
        ("ERROR", "Regular work failed, and is tried again: The disk is full.", None),
        ("ERROR", "Regular work failed, and is tried again: It is locked.", None),
    ]
    assert [record for record in caplog.records if record.exc_info] == []


async def test_an_error_that_is_no_fault_ends_nothing_either(done_at_once: Work) -> None:
    other = Work()
    other.let_go.set()
    done_at_once.fails = [ZeroDivisionError()]

    async with regularly({done_at_once.do: OFTEN, other.do: OFTEN}):
        await done_at_once.has_come(times=3)
        await other.has_come(times=3)

    assert done_at_once.fails == []


async def test_work_that_runs_when_it_is_left_may_finish(caplog: pytest.LogCaptureFixture) -> None:
    work = Work()
    async with regularly({work.do: AN_HOUR}):
        await work.has_come()
        asyncio.get_running_loop().call_soon(work.let_go.set)  # once leaving has begun

    assert (work.ended, work.cleaned_up) == (1, 1)
    assert _others() == set()
    assert _complaints(caplog) == []


async def test_work_that_does_not_end_is_cancelled_and_awaited(caplog: pytest.LogCaptureFixture) -> None:
    works = [Work(), Work()]
    async with regularly({work.do: AN_HOUR for work in works}):
        for work in works:
            await work.has_come()

    assert [(work.ended, work.cleaned_up) for work in works] == [(0, 1), (0, 1)]
    assert _others() == set()
    await asyncio.sleep(0)
    assert _complaints(caplog) == []


async def test_nothing_comes_any_more_while_what_runs_is_waited_for(done_at_once: Work) -> None:
    slow = Work()
    async with regularly({slow.do: AN_HOUR, done_at_once.do: OFTEN}):
        await slow.has_come()
        await done_at_once.has_come()
        came = done_at_once.came

    assert done_at_once.came <= came + 1  # it may just have been due


async def test_a_fault_while_it_is_left_is_logged_like_any_other(caplog: pytest.LogCaptureFixture) -> None:
    begun, let_go = asyncio.Event(), asyncio.Event()

    async def fail() -> None:
        begun.set()
        await let_go.wait()
        raise Fault("The disk is full.")

    async with regularly({fail: AN_HOUR}):
        await begun.wait()
        asyncio.get_running_loop().call_soon(let_go.set)

    assert _complaints(caplog) == ["Regular work failed, and is tried again: The disk is full."]
    assert [record for record in caplog.records if record.exc_info] == []


async def test_what_is_left_before_any_work_came_is_left_at_once(caplog: pytest.LogCaptureFixture) -> None:
    work = Work()

    async with regularly({work.do: AN_HOUR}):
        pass

    assert _others() == set()
    assert _complaints(caplog) == []
    assert work.came == 0


async def test_the_works_are_left_too_when_what_they_run_beside_fails() -> None:
    work = Work()

    with pytest.raises(ZeroDivisionError):
        await _fail_beside(work)

    assert work.cleaned_up == 1
    assert _others() == set()


async def _fail_beside(work: Work) -> None:
    async with regularly({work.do: AN_HOUR}):
        await work.has_come()
        raise ZeroDivisionError


async def test_work_that_begins_in_the_moment_of_leaving_is_not_left_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    work = Work()
    before = asyncio.all_tasks()

    async with regularly({work.do: AN_HOUR}):
        while asyncio.all_tasks() <= before:  # noqa: ASYNC110 - nothing tells when the work is due
            await asyncio.sleep(0)
    left = _others()
    await asyncio.sleep(0.1)

    assert left == set()
    assert work.came == work.cleaned_up
    assert _complaints(caplog) == []
