"""Logs without the token: a formatter removes it from every line."""

import logging
import re
import sys
from typing import TextIO

TOKEN = re.compile(r"\d{3,}:[\w-]{20,}")
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
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


def keep_log(level: int, secret: str, stream: TextIO = sys.stderr) -> None:
    """Send all logs to ``stream``, redacted; libraries log warnings and errors only."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacting(secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
