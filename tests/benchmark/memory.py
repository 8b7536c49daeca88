"""What the bot's own process weighs: `vaktlogg run` as it is started on a centre's machine."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from bot.demo.telegram.server import PretendTelegram
from tests.benchmark.rounds import Line
from tests.benchmark.tapping import PATIENCE, pictures, register
from tests.bot.chat_desk import DUTY, LEADER, OSLO, TOKEN, pretend_telegram

CALLS = 100
MOST = 75.0
KIBIBYTES = 1024
CONFIG = """
[telegram]
token = "{token}"
api_url = "{api_url}"
[access]
leaders = [{leader}]
staff = [{duty}]
"""


async def resident(folder: Path) -> Line | None:
    """Weigh the bot after a hundred calls and a picture; None on a system that has no /proc."""
    if sys.platform != "linux":
        return None
    async with pretend_telegram(lambda: datetime.now(OSLO)) as telegram, _running(folder, telegram) as process:
        duty, leader = telegram.person(DUTY), telegram.person(LEADER)
        duty.send("/log")
        for _ in range(CALLS):
            await register(duty)
        leader.send("/stats")
        await leader.wait_for(lambda _: pictures(leader) > 0, timeout=PATIENCE)
        weight = mebibytes(process)
    return Line(f"resident after {CALLS} calls and /stats", "the promise", [weight], [MOST], 1.0, unit="MiB")


@contextlib.asynccontextmanager
async def _running(folder: Path, telegram: PretendTelegram) -> AsyncIterator[int]:
    config = folder / "config.toml"
    words = CONFIG.format(token=TOKEN, api_url=telegram.api_url, leader=LEADER, duty=DUTY)
    config.write_text(words, encoding="utf-8")
    command = (sys.executable, "-m", "bot", "run", "--config", str(config))
    bot = await asyncio.create_subprocess_exec(*command, stdout=DEVNULL, stderr=DEVNULL)
    try:
        yield bot.pid
    finally:
        bot.terminate()
        await bot.wait()


def mebibytes(process: int) -> float:
    """Return what a process weighs just now; nothing where it is gone, or the system has no /proc."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(line.split()[1]) / KIBIBYTES for line in status.splitlines() if line.startswith("VmRSS"))
