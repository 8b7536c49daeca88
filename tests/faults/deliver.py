"""One run of the bot that delivers what is due, and is killed at a point: `python -m tests.faults.deliver`."""

import asyncio
import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from bot.config.config import read_config
from tests.bot.chat_desk import OSLO
from tests.faults.mortal import Death, deliver


def _killed() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("nobody outlives this signal")


if __name__ == "__main__":
    config, moment, point = sys.argv[1:]
    now = datetime.fromisoformat(moment).astimezone(OSLO)
    asyncio.run(deliver(read_config(Path(config)), lambda: now, Death(point, _killed)))
