"""The clock on the centre's wall."""

from collections.abc import Callable
from datetime import datetime

from bot.config.config import Config

Clock = Callable[[], datetime]


def local_clock(config: Config) -> Clock:
    """Return a clock that shows the centre's local time."""
    return lambda: datetime.now(config.zone)
