from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.hour import Hour
from storage.shifts.shift import Shifts

CENTRE = Shifts([time(7, 30), time(15), time(22, 30)], ["Dag", "Kveld", "Natt"])
WHOLE_DAYS = Shifts([time(8)], [""])
MIDNIGHT = Shifts([time(0), time(12)], ["", ""])
EVERY = st.sampled_from([CENTRE, WHOLE_DAYS, MIDNIGHT])
MOMENTS = st.datetimes(datetime(2016, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001 - civil time has no zone
    lambda moment: moment.replace(second=0, microsecond=0)
)


def moment(text: str) -> datetime:
    """Read `2026-11-03T14:20`."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("at", "began", "ended", "name"),
    [
        ("2026-11-03T07:29", "2026-11-02T22:30", "2026-11-03T07:30", "Natt"),
        ("2026-11-03T07:30", "2026-11-03T07:30", "2026-11-03T15:00", "Dag"),
        ("2026-11-03T15:00", "2026-11-03T15:00", "2026-11-03T22:30", "Kveld"),
        ("2026-10-31T23:59", "2026-10-31T22:30", "2026-11-01T07:30", "Natt"),
        ("2027-01-01T00:00", "2026-12-31T22:30", "2027-01-01T07:30", "Natt"),
    ],
)
def test_a_shift_lasts_from_its_handover_until_just_before_the_next(
    at: str, began: str, ended: str, name: str
) -> None:
    shift = CENTRE.at(moment(at))

    assert (shift.key, shift.until, shift.name) == (began, ended, name)


@given(EVERY, MOMENTS)
def test_every_moment_has_one_shift_and_each_hands_over_to_the_next(shifts: Shifts, now: datetime) -> None:
    shift = shifts.at(now)

    assert shift.began <= now < shift.ended
    assert shifts.at(shift.ended - timedelta(minutes=1)) == shift
    assert shifts.before(shifts.at(shift.ended)) == shift


@given(EVERY, MOMENTS)
def test_a_shift_is_found_by_its_key_and_by_no_moment_within(shifts: Shifts, now: datetime) -> None:
    shift = shifts.at(now)

    assert shifts.named(shift.key) == shift
    assert shifts.named(f"{shift.began + timedelta(minutes=1):%Y-%m-%dT%H:%M}") is None


@pytest.mark.parametrize(
    "key",
    [
        "",
        ":",
        "2026-11-03",
        "2026-11-03T0730",
        "2026-11-3T7:30",
        "2026-11-31T07:30",
        "2026-11-03T07:30Z",
        "0001-01-01T07:30",
        "9999-12-31T22:30",
    ],
)
def test_every_other_text_names_no_shift(key: str) -> None:
    assert CENTRE.named(key) is None


@pytest.mark.parametrize(
    ("at", "first", "last", "number"),
    [
        ("2026-11-03T12:00", "2026-11-03T07", "2026-11-03T14", 8),
        ("2026-11-03T16:00", "2026-11-03T15", "2026-11-03T22", 8),
        ("2026-10-31T23:00", "2026-10-31T22", "2026-11-01T07", 10),
        ("2026-10-25T02:30", "2026-10-24T22", "2026-10-25T07", 10),
    ],
)
def test_its_hours_are_all_that_it_has_a_part_of(at: str, first: str, last: str, number: int) -> None:
    hours = list(CENTRE.at(moment(at)).hours)

    assert (str(hours[0]), str(hours[-1]), len(hours)) == (first, last, number)


@given(EVERY, MOMENTS)
def test_a_call_goes_by_its_hour_to_the_shift_that_leaves_or_to_the_one_that_comes(
    shifts: Shifts, now: datetime
) -> None:
    hour = Hour.of(now)
    leaving, coming = shifts.of(hour, leaving=True), shifts.of(hour, leaving=False)

    assert shifts.at(now) == (leaving if shifts.is_leaving(now) else coming)
    assert hour in set(leaving.hours) & set(coming.hours)
    assert leaving in {coming, shifts.before(coming)}


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        ("2026-11-03T07:29", True),
        ("2026-11-03T07:30", False),
        ("2026-11-03T14:59", False),
        ("2026-11-03T15:00", False),
        ("2026-11-03T22:10", True),
    ],
)
def test_a_shift_leaves_in_the_hour_that_it_shares_with_the_next(at: str, leaves: bool) -> None:
    assert CENTRE.is_leaving(moment(at)) == leaves
