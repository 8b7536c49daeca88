"""The clock that everything goes by: the machine's as long as it can be trusted, else the best estimate."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from handlers.operations.clock_state import ClockState, clock_state


@dataclass(frozen=True)
class Reading:
    """A moment in UTC, and when it was read, in seconds that go on whatever the clock is set to."""

    moment: datetime
    at: float

    def later(self, at: float) -> datetime:
        """Return the moment that it has become by then."""
        return self.moment + timedelta(seconds=at - self.at)


class WorldTime(Protocol):
    """Knows the time from outside the machine."""

    @property
    def source(self) -> str:
        """Whose time it is, as people call it."""

    @property
    def latest(self) -> Reading | None:
        """What was heard last; None where nothing ever was."""

    async def ask(self) -> None:
        """Ask anew; where no answer comes, ``latest`` stays as it is."""


class WatchedClock:
    """Tells the centre's local time, with its zone, and whether it can be trusted.

    ``clock`` is the machine's, with the centre's zone; ``since_boot`` counts seconds, also while the machine
    sleeps; ``noted`` is the last moment noted before this start.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        since_boot: Callable[[], float],
        world: WorldTime,
        noted: datetime | None = None,
    ) -> None:
        """Begin with what was ``noted``, which has a time zone."""
        self.world = world
        self.since_boot = since_boot
        self._clock = clock
        self._noted = Reading(noted.astimezone(UTC), since_boot()) if noted else None
        self._latest = self._noted.moment if self._noted else None
        self._anchor: Reading | None = None
        self._allowed = timedelta()
        self._doubted_at: float | None = None

    def __call__(self) -> datetime:
        """Return the local time: the machine's, or where that is ahead or behind, the best estimate."""
        shown = self._clock()
        at, now = self.since_boot(), shown.astimezone(UTC)
        if self._state_of(now, at) in {"trusted", "unconfirmed"}:
            return shown
        return (self._estimate(at) or now).astimezone(shown.tzinfo)

    @property
    def state(self) -> ClockState:
        """Whether the machine's clock can be trusted just now."""
        return self._state_of(self._clock().astimezone(UTC), self.since_boot())

    @property
    def trusted(self) -> bool:
        """Whether the machine's clock can be trusted just now; where it cannot, what goes by it has to wait."""
        return self.state == "trusted"

    @property
    def shown(self) -> datetime:
        """The local time that the machine's clock shows, right or wrong."""
        return self._clock()

    @property
    def known(self) -> datetime | None:
        """The local time by all that is known besides the machine's clock; None where nothing is."""
        estimate = self._estimate(self.since_boot())
        return estimate and estimate.astimezone(self._clock().tzinfo)

    @property
    def day_reached(self) -> date:
        """The latest local day that has come for sure: where nobody confirms the time, that of the last note."""
        if self.state == "unconfirmed" and self._noted:
            return self._noted.moment.astimezone(self._clock().tzinfo).date()
        return self().date()

    @property
    def answered(self) -> bool:
        """Whether the world has told the time since the clock came into doubt."""
        heard = self.world.latest
        return heard is not None and self._doubted_at is not None and heard.at > self._doubted_at

    def believe(self) -> None:
        """Trust the clock as it is now, also beside what the world says: somebody has looked at another clock."""
        now, at = self._clock().astimezone(UTC), self.since_boot()
        heard = self.world.latest
        self._allowed = now - heard.later(at) if heard else timedelta()
        self._anchor, self._latest = Reading(now, at), now

    def _state_of(self, now: datetime, at: float) -> ClockState:
        state = self._judged(now, at)
        if state == "trusted":
            self._latest, self._doubted_at = now, None
            self._anchor = self._anchor or Reading(now, at)
        elif self._doubted_at is None:
            self._doubted_at = at
        return state

    def _judged(self, now: datetime, at: float) -> ClockState:
        heard = self.world.latest
        if heard is None:
            expected = self._anchor.later(at) if self._anchor else None
            return clock_state(now, expected=expected, noted=self._latest)
        state = clock_state(now, world=heard.later(at))
        if state != "trusted" and self._allowed:
            return clock_state(now, world=heard.later(at) + self._allowed)
        return state

    def _estimate(self, at: float) -> datetime | None:
        if heard := self.world.latest:
            return heard.later(at) + self._allowed
        known = self._anchor or self._noted
        return known.later(at) if known else None
