"""Clocks to watch, and a world that tells the time or does not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.operations.watched_clock import Reading, WatchedClock

OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2026, 11, 3, 14, 20, tzinfo=OSLO)


@dataclass
class World:
    """Tells its time when it is asked, as long as it can be reached."""

    time: Callable[[], Reading]
    source: str = "Telegram"
    reachable: bool = True
    latest: Reading | None = None
    asked: int = 0

    async def ask(self) -> None:
        """Answer, if it can be reached."""
        self.asked += 1
        if self.reachable:
            self.latest = self.time()


@dataclass
class Machine:
    """A machine whose clock goes wrong, while time goes by all the same."""

    off_by: timedelta = timedelta()
    gone_by: float = 0.0
    world: World = field(init=False)

    def __post_init__(self) -> None:
        self.world = World(lambda: Reading(self.true.astimezone(UTC), self.gone_by))

    @property
    def true(self) -> datetime:
        """The true local time."""
        return (NOON.astimezone(UTC) + timedelta(seconds=self.gone_by)).astimezone(OSLO)

    def shown(self) -> datetime:
        """Return what the clock shows."""
        return (self.true.astimezone(UTC) + self.off_by).astimezone(OSLO)

    def wait(self, **time: float) -> None:
        """Let time go by."""
        self.gone_by += timedelta(**time).total_seconds()

    def start(self, noted: datetime | None = None) -> WatchedClock:
        """Start the program, where the last moment that was noted is known."""
        return WatchedClock(self.shown, lambda: self.gone_by, self.world, noted)


def watched(clock: Callable[[], datetime]) -> WatchedClock:
    """Return a clock that can always be trusted: as much time goes by as it shows."""
    silent = World(lambda: Reading(clock().astimezone(UTC), 0.0), reachable=False)
    return WatchedClock(clock, lambda: clock().timestamp(), silent)
