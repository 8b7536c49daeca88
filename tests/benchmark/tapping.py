"""The slowest tap while a year is drawn: the real bot against the pretend Telegram."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from bot.demo.telegram.chats import ChatMessage
from bot.demo.telegram.person import Person
from bot.run import search_for_garbage_seldom
from tests.benchmark.counting import YEAR
from tests.benchmark.rounds import Line
from tests.bot.chat_desk import LEADER, Clock, Desk, pretend_telegram

LABELS = ("NAV", "Vold", "Ja")
YEARS_DRAWN = 7
PROMISE = 20.0
PATIENCE = 60.0


async def slowest_tap(path: Path) -> Line:
    """Tap all the while a year is counted and drawn, several times; each time the slowest tap counts."""
    search_for_garbage_seldom()  # as the program does when it starts
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
    form = await _newest(duty, "Hvem ringte")
    took = []
    for label in LABELS:
        text = duty.chat.messages[form.id].text
        started = time.perf_counter()
        duty.tap(label, message_id=form.id)
        await _once(duty, lambda text=text: duty.chat.messages[form.id].text != text)  # type: ignore[misc]
        took.append((time.perf_counter() - started) * 1000)
    return max(took)


async def _newest(duty: Person, text: str) -> ChatMessage:
    """Wait until the newest message says this; who reads the whole chat each time is slower with each call."""

    def newest() -> ChatMessage:
        return next(reversed(duty.chat.messages.values()))

    await _once(duty, lambda: text in newest().text)
    return newest()


async def _once(duty: Person, holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await duty.chat.changed.wait()


def pictures(person: Person) -> int:
    """Count the pictures on the screen."""
    return sum(shown.photo is not None for shown in person.messages)
