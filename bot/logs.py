"""Logs that hold no token and nobody's number, nor what anybody wrote, and without floods by strangers."""

import logging
import math
import re
import sys
import traceback
from types import TracebackType
from typing import TextIO, TypeAlias

from handlers.people.unhandled import STRANGERS

TOKEN = re.compile(r"\d{3,}:[\w-]{20,}")
NUMBER = re.compile(r"-?\d{6,}")
"""Such as the id of a person or a chat; times, periods and line numbers have fewer digits in a row."""

ExceptionInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MINUTE = 60.0
CHATTY = ("telegram", "httpx", "httpcore", "apscheduler", "aiosqlite", "asyncio", "aiohttp")


class Redacting(logging.Formatter):
    """Formats a line, then removes the secret, and what looks like a token or somebody's number.

    Of an error there stands where it came from and of which kind it is, never its message: that of another
    library may hold what a person wrote.
    """

    def __init__(self, secret: str = "") -> None:
        """Remove ``secret`` too, whatever it looks like."""
        super().__init__(LINE)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without a token or a number."""
        line = super().format(record)
        if self._secret:
            line = line.replace(self._secret, "…")
        return NUMBER.sub("…", TOKEN.sub("…", line))

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - the library's own name
        """Return the traceback of an error and of those that led to it, the first one first, without messages."""
        errors: list[BaseException] = []
        error = ei[1]
        # An error may be raised from itself.
        while error is not None and error not in errors:
            errors.append(error)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n\n".join(map(_without_message, reversed(errors)))


def _without_message(error: BaseException) -> str:
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"Traceback (most recent call last):\n{places}{type(error).__qualname__}"


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
    STRANGERS.filters[:] = [OnceAMinute()]
