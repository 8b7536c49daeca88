"""The slowest tap while a year is drawn: the real bot against the pretend Telegram."""

import asyncio
import contextlib
import gc
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

from bot.demo.telegram.person import Person, Shown
from bot.demo.telegram.server import PretendTelegram
from tests.benchmark.counting import YEAR
from tests.benchmark.rounds import Line
from tests.bot.desk import LEADER, TOKEN, Clock, Desk

LABELS = ("NAV", "Vold", "Ja")
YEARS_DRAWN = 7
PROMISE = 20.0
PATIENCE = 60.0


@contextlib.asynccontextmanager
async def pretend_telegram(clock: Callable[[], datetime]) -> AsyncIterator[PretendTelegram]:
    """Serve the Bot API meanwhile."""
    telegram = PretendTelegram(token=TOKEN, clock=clock)
    await telegram.start()
    try:
        yield telegram
    finally:
        await telegram.stop()


async def slowest_tap(path: Path) -> Line:
    """Tap all the while a year is counted and drawn, several times; each time the slowest tap counts."""
    gc.freeze()  # as the program does when it starts
    async with pretend_telegram(Clock()) as telegram:
        desk = Desk(path.parent, telegram, Clock())
        async with desk.open():
            duty, leader = await desk.fresh_form(), desk.person(LEADER)
            await register(duty)
            slowest = [await _slowest_while_drawn(duty, leader) for _ in range(YEARS_DRAWN)]
    return Line("slowest tap while a year is drawn", "the promise", slowest, [PROMISE], limit=1.0)


async def _slowest_while_drawn(duty: Person, leader: Person) -> float:
    before = pictures(leader)
    leader.send(f"/stats {YEAR.name}")
    drawn = asyncio.create_task(leader.wait_for(lambda _: pictures(leader) > before, timeout=PATIENCE))
    slowest = 0.0
    while not drawn.done():
        slowest = max(slowest, await register(duty))
    await drawn
    return slowest


async def register(duty: Person) -> float:
    """Register a call, and return the milliseconds of its slowest tap."""
    shown = await duty.wait_for("Hvem ringte", timeout=PATIENCE)
    took = []
    for label in LABELS:
        text = shown.text
        started = time.perf_counter()
        duty.tap(label, message_id=shown.id)
        shown = await duty.wait_for(_next(shown.id, text), timeout=PATIENCE)
        took.append((time.perf_counter() - started) * 1000)
    return max(took)


def _next(message: int, text: str) -> Callable[[Shown], bool]:
    return lambda shown: shown.id == message and shown.text != text


def pictures(person: Person) -> int:
    """Count the pictures on the screen."""
    return sum(shown.photo is not None for shown in person.messages)
