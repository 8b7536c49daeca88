"""Failures of the way to Telegram, injected on purpose: refusals, broken answers, silence, slowness."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto


class Trouble(Enum):
    """What can go wrong with a call."""

    FLOOD = auto()
    """Refused with 429 and a number of seconds to wait; nothing was done."""

    BAD_GATEWAY = auto()
    """Answered with 502; nothing was done."""

    INTERNAL_ERROR = auto()
    """Refused with 500; nothing was done."""

    GATEWAY_PAGE = auto()
    """Answered with 502 and a page of HTML, as by a machine in between; nothing was done."""

    CONFLICT = auto()
    """Refused with 409, as if another program used the token; nothing was done."""

    UNAUTHORIZED = auto()
    """Refused with 401, as if the token were unknown; nothing was done."""

    NOT_FOUND = auto()
    """Refused with 404; nothing was done."""

    RUBBISH = auto()
    """Answered with 200 and something that is not JSON; nothing was done."""

    SILENCE = auto()
    """Never answered; nothing was done."""

    LOST_ANSWER = auto()
    """Done, but the connection breaks before the answer."""

    HALF_ANSWER = auto()
    """Done, and answered with 200, but the JSON ends in the middle."""

    LATE_ANSWER = auto()
    """Done, but never answered."""


@dataclass(slots=True)
class InjectedFault:
    """Trouble for every so many calls of some methods in some chats; none named means all."""

    trouble: Trouble
    every: int = 1
    methods: Collection[str] = ()
    chats: Collection[int] = ()
    retry_after: int = 1
    times: int | None = None
    seen: int = 0
    struck: int = 0

    def strikes(self, method: str, chat: int | None) -> bool:
        """Count a call and return whether it is to fail."""
        if (self.methods and method not in self.methods) or (self.chats and chat not in self.chats):
            return False
        if self.times is not None and self.struck >= self.times:
            return False
        self.seen += 1
        strikes = self.seen % self.every == 0
        self.struck += strikes
        return strikes


class InjectedFaults:
    """The faults that are switched on, at first none. Polls fail only where getUpdates is named."""

    def __init__(self) -> None:
        self._faults: list[InjectedFault] = []
        self._delays: dict[int | None, float] = {}

    def add(self, fault: InjectedFault) -> InjectedFault:
        """Switch a fault on, and return it."""
        self._faults.append(fault)
        return fault

    def delay(self, seconds: float, chat: int | None = None) -> None:
        """Make every call take longer, or those about one chat."""
        self._delays[chat] = seconds

    def clear(self) -> None:
        """Switch everything off."""
        self._faults.clear()
        self._delays.clear()

    def slowness(self, method: str, chat: int | None) -> float:
        """Return how many seconds a call about that chat takes longer; polls are not slowed down."""
        if method == "getUpdates":
            return 0.0
        return self._delays.get(chat, self._delays.get(None, 0.0))

    def next(self, method: str, chat: int | None) -> InjectedFault | None:
        """Return the fault of a call, if any; every fault that fits counts the call."""
        spared = method == "getUpdates"
        fitting = [each for each in self._faults if not spared or method in each.methods]
        struck = [each for each in fitting if each.strikes(method, chat)]
        return struck[0] if struck else None
