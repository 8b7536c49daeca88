"""`vaktlogg run` with a clock that is wrong, and that reads back what was saved more often.

`python -m tests.faults.launch CONFIG OFFSET SECONDS`: the file ``OFFSET`` holds by how many seconds the clock is
wrong, and ``SECONDS`` is how often it reads back.
"""

import asyncio
import logging
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot import operations
from bot.config.config import read_config
from bot.logs import keep_log
from bot.run import run, stopped_by_signals

COMMAND = (sys.executable, "-m", "tests.faults.launch")


async def _run(config_path: Path, offset: Path) -> None:
    config = read_config(config_path)
    keep_log(logging.INFO, config.token())

    def clock() -> datetime:
        return config.now() + timedelta(seconds=float(offset.read_text(encoding="utf-8")))

    stop = asyncio.Event()
    with stopped_by_signals(stop):
        await run(config, say=print, stop=stop, clock=clock)


if __name__ == "__main__":
    config_file, offset_file, seconds = sys.argv[1:]
    operations.READ_BACK = float(seconds)
    asyncio.run(_run(Path(config_file), Path(offset_file)))
