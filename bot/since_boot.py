"""Seconds that go on whatever the machine's clock is set to."""

import time

ASLEEP_TOO: int | None = getattr(time, "CLOCK_BOOTTIME", None)
"""The system's clock that also counts while the machine sleeps; Linux has one."""


def since_boot() -> float:
    """Return the seconds since the machine started; those it slept through count where the system tells them."""
    return time.monotonic() if ASLEEP_TOO is None else time.clock_gettime(ASLEEP_TOO)
