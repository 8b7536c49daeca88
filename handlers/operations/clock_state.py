"""Whether the machine's clock can be trusted: beside the world's time, the last moment noted, and time gone by."""

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

ClockState: TypeAlias = Literal["trusted", "ahead", "behind", "unconfirmed"]
"""``unconfirmed``: it has gone on by itself while the program was off, which looks like a leap."""

LEAP = timedelta(hours=1)
"""A clock that is further away than this from what is known has leapt."""
SLACK = timedelta(minutes=2)
"""A note is to the minute, and a clock that is set right may go back by less than this."""


def clock_state(
    now: datetime,
    *,
    world: datetime | None = None,
    expected: datetime | None = None,
    noted: datetime | None = None,
) -> ClockState:
    """Return whether a clock that tells ``now`` can be trusted; all times in UTC.

    ``world`` is the world's time. Only where it is not known do the others count: what the clock is ``expected``
    to tell, by the time gone by since it was trusted, and the last moment ``noted``, which it cannot go behind.
    """
    if world is not None:
        return _beside(now, world)
    if noted is not None and now < noted - SLACK:
        return "behind"
    if expected is not None:
        return _beside(now, expected)
    if noted is not None and now > noted + LEAP:
        return "unconfirmed"
    return "trusted"


def _beside(now: datetime, known: datetime) -> ClockState:
    if abs(now - known) <= LEAP:
        return "trusted"
    return "ahead" if now > known else "behind"
