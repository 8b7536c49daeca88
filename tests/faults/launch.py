"""`vaktlogg run` on a machine whose clock is wrong, by so many seconds as stand in a file."""

import asyncio
import logging
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.config.config import read_config
from bot.logs import keep_log
from bot.run import run, stopped_by_signals


async def _run(config_path: Path, offset: Path) -> None:
    config = read_config(config_path)
    keep_log(logging.INFO, config.token())

    def clock() -> datetime:
        return config.now() + timedelta(seconds=float(offset.read_text(encoding="utf-8")))

    stop = asyncio.Event()
    with stopped_by_signals(stop):
        await run(config, say=print, stop=stop, clock=clock)


if __name__ == "__main__":
    asyncio.run(_run(*map(Path, sys.argv[1:])))
