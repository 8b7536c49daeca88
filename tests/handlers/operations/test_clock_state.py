"""When a clock can be trusted: a table, and what holds for every clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.operations.clock_state import LEAP, SLACK, ClockState, clock_state

NOW = datetime(2026, 11, 3, 13, 20, tzinfo=UTC)
HOUR, YEAR, SECOND = timedelta(hours=1), timedelta(days=365), timedelta(seconds=1)
moments = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
maybe = st.none() | moments


@pytest.mark.parametrize(
    ("world", "expected", "noted", "state"),
    [
        (None, None, None, "trusted"),  # the very first start
        (NOW, None, None, "trusted"),
        (NOW - HOUR, None, None, "trusted"),
        (NOW - HOUR - SECOND, None, None, "ahead"),
        (NOW + HOUR + SECOND, None, None, "behind"),
        (NOW - YEAR, NOW, NOW, "ahead"),
        (NOW, NOW - YEAR, NOW + YEAR, "trusted"),  # the note was wrong, and so was what was expected by it
        (None, NOW - HOUR, None, "trusted"),
        (None, NOW - HOUR - SECOND, None, "ahead"),
        (None, NOW + HOUR + SECOND, None, "behind"),
        (None, None, NOW - HOUR, "trusted"),  # a restart
        (None, None, NOW - HOUR - SECOND, "unconfirmed"),  # was it off for so long, or has the clock leapt?
        (None, None, NOW + SLACK, "trusted"),
        (None, None, NOW + SLACK + SECOND, "behind"),
        (None, NOW + HOUR, NOW + HOUR, "behind"),
        (None, NOW - HOUR, NOW - 7 * HOUR, "trusted"),
    ],
)
def test_the_world_counts_first_then_time_gone_by_and_the_last_note(
    world: datetime | None, expected: datetime | None, noted: datetime | None, state: ClockState
) -> None:
    assert clock_state(NOW, world=world, expected=expected, noted=noted) == state


@given(now=moments, world=moments, expected=maybe, noted=maybe)
def test_where_the_world_is_known_a_clock_is_trusted_within_an_hour_of_it_and_never_else(
    now: datetime, world: datetime, expected: datetime | None, noted: datetime | None
) -> None:
    state = clock_state(now, world=world, expected=expected, noted=noted)

    assert (state == "trusted") == (abs(now - world) <= LEAP)
    assert state != "unconfirmed"


@given(now=moments, expected=maybe, noted=maybe)
def test_without_the_world_no_clock_is_trusted_behind_the_last_note_or_far_from_what_is_expected(
    now: datetime, expected: datetime | None, noted: datetime | None
) -> None:
    state = clock_state(now, expected=expected, noted=noted)

    if noted is not None and now < noted - SLACK:
        assert state == "behind"
    elif expected is not None:
        assert (state == "trusted") == (abs(now - expected) <= LEAP)
    else:
        assert (state == "trusted") == (noted is None or now <= noted + LEAP)
