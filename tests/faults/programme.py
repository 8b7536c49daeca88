"""The long programme: every fault by the name it is chosen by."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path

from tests.faults.clocks import ClockJumps
from tests.faults.damage import Corrupted, Deleted, Swapped
from tests.faults.decade import decade, in_its_own_process
from tests.faults.disk import Full, Held, ReadOnly
from tests.faults.fault import LONG, Fault, play
from tests.faults.machine import Killed, Stopped
from tests.faults.tally import Row
from tests.faults.way import troubles

KILLS = 500
STANDS_STILL = 600.0
IN_TROUBLE = 20.0
ROUNDS = 4
CLOCK_OFF = 25.0
MONTHS = 120

Play = Callable[[Path], Awaitable[Row]]


def _played(fault: Fault) -> Play:
    return partial(play, fault, load=LONG)


PROGRAMME: Mapping[str, Play] = {
    "kill": _played(Killed(KILLS)),
    "stop": _played(Stopped(STANDS_STILL)),
    **{trouble.key: _played(trouble) for trouble in troubles(IN_TROUBLE, ROUNDS)},
    "full": _played(Full(IN_TROUBLE, ROUNDS)),
    "read-only": _played(ReadOnly(IN_TROUBLE, ROUNDS)),
    "locked": _played(Held(IN_TROUBLE, ROUNDS)),
    "deleted": _played(Deleted()),
    "swapped": _played(Swapped()),
    "corrupted": _played(Corrupted()),
    "clock": _played(ClockJumps(CLOCK_OFF)),
    "decade": partial(decade, months=MONTHS, run=in_its_own_process),
}
