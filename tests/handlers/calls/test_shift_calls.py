from datetime import time

import pytest

from handlers.calls.shift_calls import is_listed
from storage.records.records import Record
from storage.shifts.shift import Shifts

SHIFTS = Shifts((time(7, 30), time(15), time(22)), ("", "", ""))
DAY, NIGHT = "2026-11-03T07:30", "2026-11-02T22:00"


def _record(shift: str | None, occurred_at: str, recorded_at: str) -> Record:
    return Record("call", occurred_at, "registered", {}, False, "source", 1, recorded_at, 11, shift, 1)  # noqa: FBT003


@pytest.mark.parametrize(
    ("shift", "occurred_at", "recorded_at", "listed"),
    [
        (DAY, "2026-11-03T14", "2026-11-03T14", True),
        # Registered after the handover, or by a leader the day after.
        (DAY, "2026-11-03T14", "2026-11-03T15", True),
        (DAY, "2026-11-03T14", "2026-11-04", True),
        # Remembered during the shift.
        (NIGHT, "2026-11-03T02", "2026-11-03T09", True),
        (NIGHT, "2026-11-03T02", "2026-11-03T07", True),
        # In the hour of the handover, before it.
        (NIGHT, "2026-11-03T07", "2026-11-03T07", False),
        (NIGHT, "2026-11-03T02", "2026-11-03T02", False),
        # Only the day is known any more.
        (NIGHT, "2026-11-03T02", "2026-11-03", False),
        # The telephone does not count it.
        (None, "2026-11-03T07", "2026-11-03T07", True),
        (None, "2026-11-03T06", "2026-11-03T06", False),
    ],
)
def test_a_call_is_listed_with_the_shift_that_it_is_of_or_was_registered_on(
    shift: str | None, occurred_at: str, recorded_at: str, *, listed: bool
) -> None:
    day = SHIFTS.named(DAY)
    assert day is not None

    assert is_listed(_record(shift, occurred_at, recorded_at), day, SHIFTS.before(day)) is listed
