"""Each fault once, with few taps: nobody loses, doubles or is denied a call, and everybody is answered again."""

from pathlib import Path

import pytest

from tests.faults.clocks import DAY, YEAR, ClockJumps
from tests.faults.damage import Corrupted, Deleted, Swapped
from tests.faults.decade import decade, in_this_process
from tests.faults.disk import Full, Held, ReadOnly
from tests.faults.fault import SHORT, Fault, OneAfterAnother, play
from tests.faults.machine import Killed, Stopped
from tests.faults.mortal import POINTS
from tests.faults.way import TROUBLES, EveryTrouble


@pytest.mark.parametrize(
    "fault",
    [
        Killed(times=3),
        Stopped(seconds=2),
        OneAfterAnother((Full(0), ReadOnly(0), Held(6))),
        OneAfterAnother((Deleted(0), Swapped(0), Corrupted(0, look=0.5))),
        ClockJumps(0, (YEAR, -DAY)),
    ],
    ids=lambda fault: fault.name,
)
@pytest.mark.timeout(400)
async def test_no_call_is_lost_doubled_or_denied(tmp_path: Path, fault: Fault) -> None:
    row = await play(fault, tmp_path, SHORT)

    assert row.broken == []
    assert row.acknowledged > 0


@pytest.mark.timeout(400)
async def test_no_call_is_lost_doubled_or_denied_whatever_troubles_the_way(tmp_path: Path) -> None:
    row = await play(EveryTrouble(), tmp_path, SHORT, seats=range(11, 11 + len(TROUBLES)))

    assert row.broken == []
    assert row.acknowledged > len(TROUBLES)


async def test_a_summary_whose_delivery_is_killed_comes_once_or_says_that_it_may_have_come(tmp_path: Path) -> None:
    row = await decade(tmp_path, len(POINTS), in_this_process)

    assert row.broken == []
    assert row.acknowledged == len(POINTS)
