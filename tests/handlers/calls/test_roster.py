from datetime import datetime, time

import pytest

from handlers.calls.roster import Roster
from storage.hour import Hour
from storage.shifts.shift import Shifts
from tests.example_forms import CALL, VISITS

SHIFTS = Shifts([time(7, 30), time(15), time(22, 30)], ["", "", ""])


def at(moment: str) -> Roster:
    """Return the roster at a local moment."""
    return Roster(SHIFTS, lambda: datetime.fromisoformat(moment), CALL)


@pytest.mark.parametrize(
    ("moment", "shift", "leaving"),
    [
        ("2026-11-03T14:20", "2026-11-03T07:30", False),
        ("2026-11-03T22:10", "2026-11-03T15:00", True),
        ("2026-11-03T22:30", "2026-11-03T22:30", False),
        ("2026-11-04T03:00", "2026-11-03T22:30", False),
    ],
)
def test_a_call_of_now_belongs_to_the_shift_on_duty(moment: str, shift: str, *, leaving: bool) -> None:
    roster = at(moment)

    assert roster.now == Hour.of(datetime.fromisoformat(moment))
    assert roster.on_duty.key == shift
    assert roster.is_leaving is leaving
    assert roster.shift_now(CALL) == shift


def test_a_form_that_the_telephone_does_not_count_has_no_shift() -> None:
    assert at("2026-11-03T14:20").shift_now(VISITS) is None
