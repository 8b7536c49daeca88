"""How polling goes on: whether polls end at all, and for how long none has brought an answer."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

LOG = logging.getLogger(__name__)
LONGEST_POLL = 120.0
"""Seconds within which a poll ends, well or badly: it gives up after 35."""
LONG_AWAY = 1800.0
"""Seconds without an answer after which Telegram's absence is told of."""


@dataclass
class Polls:
    """Polls that ended, by ``moment``, a clock of seconds that never jumps."""

    moment: Callable[[], float]
    _due: float = field(init=False)
    _away_since: float | None = field(init=False, default=None)
    _was_away: float = field(init=False, default=0.0)
    _logged: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Expect the first poll."""
        self._due = self.moment() + LONGEST_POLL

    @property
    def go_round(self) -> bool:
        """Whether the latest poll ended in time, however it ended."""
        return self.moment() <= self._due

    @property
    def away(self) -> float:
        """How many seconds ago the first poll failed of those that have failed since the last answer."""
        return 0.0 if self._away_since is None else self.moment() - self._away_since

    @property
    def was_away(self) -> float:
        """For how many seconds Telegram was away, where that was long, is over and is not told of; else 0."""
        return self._was_away

    def answered(self) -> None:
        """Note a poll, or another call in its place, that brought an answer."""
        if self.away >= LONG_AWAY:
            self._was_away = self.away
        self._away_since, self._logged = None, False
        self._expect(0)

    def failed(self, pause: float) -> None:
        """Note one that did not; the next begins after so many seconds."""
        if self._away_since is None:
            self._away_since = self.moment()
        if self.away >= LONG_AWAY and not self._logged:
            LOG.error("Telegram has not answered for %d minutes; it is tried on and on", self.away // 60)
            self._logged = True
        self._expect(pause)

    def told(self) -> None:
        """Note that the administrators know of the absence that is over."""
        self._was_away = 0.0

    def _expect(self, pause: float) -> None:
        self._due = self.moment() + pause + LONGEST_POLL


class NoPolls(Polls):
    """No polls at all, where the desk alone is served: none is ever late."""

    @property
    def go_round(self) -> bool:
        """Nothing is waited for."""
        return True
