"""Logs without the token, which a formatter removes from every line, and without floods by strangers."""

import logging
import math
import re
import sys
from typing import TextIO

from handlers.people.unhandled import STRANGERS

TOKEN = re.compile(r"\d{3,}:[\w-]{20,}")
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MINUTE = 60.0
CHATTY = ("telegram", "httpx", "httpcore", "apscheduler", "aiosqlite", "asyncio", "aiohttp")


class Redacting(logging.Formatter):
    """Formats a line with its traceback, then removes everything that looks like a token, and the secret."""

    def __init__(self, secret: str = "") -> None:
        """Remove ``secret`` too, whatever it looks like."""
        super().__init__(LINE)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without a token."""
        line = super().format(record)
        if self._secret:
            line = line.replace(self._secret, "…")
        return TOKEN.sub("…", line)


class OnceAMinute(logging.Filter):
    """Lets one line a minute through, and says how many there have been since the last one."""

    def __init__(self) -> None:
        """Let the first line through."""
        super().__init__()
        self._count = 0
        self._last = -math.inf

    def filter(self, record: logging.LogRecord) -> bool:
        """Count the line, and tell whether it is let through."""
        self._count += 1
        # A clock that was set back must not silence it.
        if 0 <= record.created - self._last < MINUTE:
            return False
        record.msg, record.args = f"{record.getMessage()} ({self._count} since the last such line)", ()
        self._count, self._last = 0, record.created
        return True


def keep_log(level: int, secret: str, stream: TextIO = sys.stderr) -> None:
    """Send all logs to ``stream``, redacted; libraries log warnings and errors only, strangers a line a minute."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacting(secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    # It warns of each turn that is left out since the one before still goes on, which is how it should be.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    STRANGERS.filters[:] = [OnceAMinute()]
