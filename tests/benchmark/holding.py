"""How long others wait for their turn while a year is counted and told in words, in the bot's own process."""

import asyncio
import time
from datetime import date
from pathlib import Path

from bot.telegram.limits import TELEGRAM_LIMITS
from reports.words.caption import caption
from reports.words.language import Language
from reports.words.wording_reading import wording_of
from storage.forms.form import Form
from tests.benchmark.counting import YEAR, counts_of
from tests.benchmark.rounds import Line

ROUNDS = 25
TODAY = date(2020, 12, 31)
PROMISE = 20.0


async def longest_wait(path: Path, form: Form) -> Line:
    """Tell a year several times; each time the longest wait of another task counts."""
    async with counts_of(path) as counts:
        waits = []
        for _ in range(ROUNDS + 1):
            telling = asyncio.Event()
            waiting = asyncio.create_task(_longest_turn(telling))
            told = await wording_of(counts, form, YEAR, TODAY, Language("nb"))
            await asyncio.sleep(0)
            caption(told, TELEGRAM_LIMITS)
            telling.set()
            waits.append(await waiting)
    return Line("longest wait while a year is told", "the promise", waits[1:], [PROMISE], limit=1.0)


async def _longest_turn(over: asyncio.Event) -> float:
    longest, before = 0.0, time.perf_counter()
    while not over.is_set():
        await asyncio.sleep(0)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    return longest * 1000
