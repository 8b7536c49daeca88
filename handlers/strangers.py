"""Strangers: how many have knocked, and whose codes are looked at no longer. Nothing of it is kept."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from storage.hour import Hour

T = TypeVar("T")
MOST_WRONG = 10
REMEMBERED = 10_000
"""How many of the latest senders of wrong codes are known."""


@dataclass
class Strangers:
    """Counts messages and taps of people who are not on the list, a day at a time. ``clock`` is the local time."""

    clock: Callable[[], datetime]
    _day: date = date.min
    _today: int = 0

    def knocked(self) -> None:
        """Count one."""
        self._today, self._day = self.today + 1, self.clock().date()

    @property
    def today(self) -> int:
        """How many there were today, since the bot was started."""
        return self._today if self._day == self.clock().date() else 0


@dataclass
class WrongCodes:
    """Counts the wrong codes of each sender: after ten no more are looked at in that hour. ``clock`` is local."""

    clock: Callable[[], datetime]
    _wrong: OrderedDict[int | None, tuple[Hour, int]] = field(default_factory=OrderedDict)

    def _count(self, account: int | None) -> int:
        hour, count = self._wrong.get(account, (None, 0))
        return count if hour == Hour.of(self.clock()) else 0

    async def tried(self, account: int | None, looking_up: Callable[[], Awaitable[T]]) -> T | None:
        """Look a code up and return what it opens; None unseen for the anonymous, and after ten wrong ones.

        It is counted before it is looked at, since many may come at once.
        """
        if account is None or self.are_too_many(account):
            return None
        self.add(account)
        opened = await looking_up()
        if opened:
            self.take_back(account)
        return opened

    def are_too_many(self, account: int | None) -> bool:
        """Tell whether an account has sent so many wrong codes that the next is not looked at."""
        return self._count(account) >= MOST_WRONG

    def take_back(self, account: int | None) -> None:
        """Note that the code that was counted last was right after all."""
        hour, count = self._wrong.get(account, (None, 0))
        if hour is not None:
            self._wrong[account] = hour, max(0, count - 1)

    def add(self, account: int | None) -> None:
        """Count a code as wrong."""
        self._wrong[account] = Hour.of(self.clock()), self._count(account) + 1
        self._wrong.move_to_end(account)
        if len(self._wrong) > REMEMBERED:
            self._wrong.popitem(last=False)
