"""Ten years of monthly summaries whose deliveries are killed at every named point."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from bot.config.config import Config, read_config
from bot.demo.telegram.server import PretendTelegram
from reports.words.language import Language
from tests.bot.chat_desk import LEADER, OSLO, TOKEN, Clock, pretend_telegram
from tests.faults.mortal import POINTS, Death, deliver, mortal_delivery
from tests.faults.tally import Row
from tests.storage.binding import bind

NAME = "deliveries killed at six points"
HEAD = "Månedsrapport for "
DOUBT = "Denne rapporten kan ha kommet før."
FIRST_YEAR = 2021
CONFIG = """
[telegram]
token = "{token}"
api_url = "{api_url}"
[database]
path = "{folder}/vaktlogg.db"
[access]
leaders = [{leader}]
[reports]
tertial = false
annual = false
"""

Deliver = Callable[[Path, Clock, str], Awaitable[None]]


async def in_this_process(config: Path, clock: Clock, point: str) -> None:
    """Deliver what is due, and die at a point so that a test lives on."""
    await deliver(read_config(config), clock, Death(point))


async def in_its_own_process(config: Path, clock: Clock, point: str) -> None:
    """Deliver what is due in another process, which kills itself at a point."""
    command = (sys.executable, "-m", "tests.faults.deliver", str(config), clock().isoformat(), point)
    process = await asyncio.create_subprocess_exec(*command, stdout=DEVNULL, stderr=DEVNULL)
    code = await process.wait()
    if code != (-9 if point else 0):
        raise RuntimeError(f"delivering ended with {code}, to be killed {point or 'nowhere'}")


async def decade(folder: Path, months: int, run: Deliver) -> Row:
    """Kill the delivery of each month at the next point, and let the machine come back."""
    clock = Clock(datetime(FIRST_YEAR, 1, 1, 12, tzinfo=OSLO))
    async with pretend_telegram(clock) as telegram:
        telegram.person(LEADER)
        config = folder / "config.toml"
        config.write_text(
            CONFIG.format(token=TOKEN, api_url=telegram.api_url, folder=folder, leader=LEADER), "utf-8"
        )
        await _bound(read_config(config), clock)
        for number in range(months):
            clock.now = datetime(FIRST_YEAR + (number + 1) // 12, (number + 1) % 12 + 1, 3, 9, tzinfo=OSLO)
            for point in (POINTS[number % len(POINTS)], ""):
                await run(config, clock, point)
        return _row(telegram, months)


async def _bound(config: Config, clock: Clock) -> None:
    async with mortal_delivery(config, clock, Death()) as delivery:
        await bind(delivery.chats, LEADER, clock.now.replace(tzinfo=None).isoformat("T", "minutes"))


def _row(telegram: PretendTelegram, months: int) -> Row:
    texts = [shown.text for shown in telegram.person(LEADER).messages if shown.text.startswith(HEAD)]
    came = Counter(text.splitlines()[0] for text in texts)
    unmarked = Counter(text.splitlines()[0] for text in texts if DOUBT not in text)
    due = set(_heads(months))
    again = sum(came.values()) - len(came)
    marked = sum(DOUBT in text for text in texts)
    return Row(
        fault=NAME,
        struck=months,
        taps=0,
        repeated=0,
        acknowledged=months,
        lost=len(due - set(came)),
        doubled=sum(count > 1 for count in unmarked.values()) + sum(count > 2 for count in came.values()),
        denied=0,
        unanswered=0,
        recovery=None,
        growth=None,
        remark=f"{len(came)} summaries came, {again} of them twice; {marked} say that they may have come before",
    )


def _heads(months: int) -> Iterator[str]:
    for number in range(months):
        first = date(FIRST_YEAR + number // 12, number % 12 + 1, 1)
        yield HEAD + Language("nb").month(f"{first:%Y-%m}")
