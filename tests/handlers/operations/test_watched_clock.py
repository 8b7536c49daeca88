"""The clock that everything goes by, on machines whose own goes wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.operations.watched_clock import WatchedClock
from tests.handlers.operations.clocks import NOON, OSLO, Machine

YEAR, WEEK, DAY = timedelta(days=365), timedelta(days=7), timedelta(days=1)
LEAPS = [YEAR, -YEAR, DAY, -DAY, timedelta(hours=2), timedelta(hours=-2)]


@pytest.fixture
def machine() -> Machine:
    """Have a machine whose clock is right."""
    return Machine()


async def heard(machine: Machine, noted: datetime | None = None) -> WatchedClock:
    """Start the program, and let the world tell the time."""
    clock = machine.start(noted)
    await machine.world.ask()
    return clock


async def test_a_clock_that_is_right_is_told_as_it_is(machine: Machine) -> None:
    clock = await heard(machine)
    machine.wait(days=3, minutes=7)

    assert (clock.trusted, clock(), clock.shown) == (True, machine.true, machine.true)


@pytest.mark.parametrize("leap", LEAPS)
@pytest.mark.parametrize("is_heard", [True, False])
async def test_a_clock_that_leaps_is_not_trusted_and_the_time_goes_on_by_what_is_known(
    machine: Machine, leap: timedelta, is_heard: bool
) -> None:
    clock = await heard(machine) if is_heard else machine.start(NOON)
    before = clock()
    machine.off_by = leap
    machine.wait(seconds=25)

    assert before == NOON
    assert clock.state == ("ahead" if leap > timedelta() else "behind")
    assert (clock(), clock.known, clock.shown) == (machine.true, machine.true, machine.shown())
    assert clock().tzinfo is OSLO
    machine.off_by = timedelta()
    assert (clock.trusted, clock()) == (True, machine.true)


@given(
    leap=st.timedeltas(-timedelta(days=4000), timedelta(days=4000)),
    gone=st.floats(0, 1e7),
    set_right=st.booleans(),
)
def test_nothing_is_ever_told_that_is_more_than_an_hour_beside_the_truth(
    leap: timedelta, gone: float, set_right: bool
) -> None:
    machine = Machine()
    clock = machine.start(NOON)
    clock()
    machine.off_by = leap
    machine.wait(seconds=gone)
    if set_right:
        clock()
        machine.off_by = timedelta()

    assert abs(clock() - machine.true) <= timedelta(hours=1)


@pytest.mark.parametrize(
    "summer", [datetime(2026, 3, 29, 1, 59, tzinfo=OSLO), datetime(2026, 10, 25, 2, 59, tzinfo=OSLO)]
)
async def test_summer_time_is_no_leap(summer: datetime) -> None:
    machine = Machine()
    machine.gone_by = (summer.astimezone(UTC) - NOON.astimezone(UTC)).total_seconds()
    clock = machine.start(summer)
    assert clock.trusted
    machine.wait(minutes=2)

    assert (clock.trusted, clock()) == (True, machine.true)


async def test_a_machine_that_was_off_for_a_week_is_right_but_waits_for_somebody_to_confirm_it(
    machine: Machine,
) -> None:
    clock = machine.start(NOON - WEEK)

    assert (clock.state, clock()) == ("unconfirmed", machine.true)
    assert clock.day_reached == (NOON - WEEK).date()
    await machine.world.ask()
    assert (clock.trusted, clock.day_reached) == (True, NOON.date())


async def test_a_clock_behind_the_last_note_tells_the_time_from_there_on(machine: Machine) -> None:
    machine.off_by = -YEAR
    clock = machine.start(NOON)
    machine.wait(minutes=5)

    assert (clock.state, clock(), clock.day_reached) == ("behind", machine.true, NOON.date())


async def test_a_note_that_lies_in_the_future_is_wrong_once_the_world_is_heard(machine: Machine) -> None:
    clock = machine.start(NOON + YEAR)
    before = clock.state
    await machine.world.ask()

    assert (before, clock.state, clock()) == ("behind", "trusted", NOON)


async def test_without_the_world_a_clock_may_not_go_behind_what_it_has_told(machine: Machine) -> None:
    clock = machine.start()
    assert clock.trusted
    machine.wait(minutes=30)
    assert clock.trusted
    machine.off_by = timedelta(minutes=-10)

    assert clock.state == "behind"
    machine.wait(minutes=9)
    assert clock.trusted


async def test_a_machine_that_stood_still_has_missed_nothing(machine: Machine) -> None:
    clock = await heard(machine)
    assert clock.trusted
    machine.wait(hours=9)  # also where it slept: these seconds go on then

    assert clock.trusted


async def test_the_world_has_answered_only_what_was_heard_after_the_doubt(machine: Machine) -> None:
    clock = await heard(machine)
    machine.wait(seconds=1)
    machine.off_by = YEAR

    assert (clock.trusted, clock.answered) == (False, False)
    machine.wait(seconds=1)
    await machine.world.ask()
    assert (clock.trusted, clock.answered) == (False, True)


@pytest.mark.parametrize("is_heard", [True, False])
async def test_who_says_that_the_clock_is_right_is_believed_until_it_leaps_again(
    machine: Machine, is_heard: bool
) -> None:
    clock = await heard(machine) if is_heard else machine.start(NOON)
    assert clock.trusted
    machine.off_by = YEAR
    clock.believe()
    machine.wait(days=2)
    if is_heard:
        await machine.world.ask()

    assert (clock.trusted, clock()) == (True, machine.shown())
    machine.off_by = 2 * YEAR
    assert (clock.state, clock()) == ("ahead", machine.true + YEAR)


async def test_a_clock_that_somebody_believed_wrongly_is_trusted_where_the_world_agrees(machine: Machine) -> None:
    clock = await heard(machine)
    machine.off_by = YEAR
    clock.believe()
    machine.off_by = timedelta()

    assert (clock.trusted, clock()) == (True, machine.true)


async def test_who_confirms_the_clock_after_a_week_off_lets_it_go_on(machine: Machine) -> None:
    clock = machine.start(NOON - WEEK)
    clock.believe()

    assert (clock.trusted, clock.day_reached) == (True, NOON.date())


async def test_of_a_first_start_nothing_is_known_but_the_clock(machine: Machine) -> None:
    clock = machine.start()

    assert (clock.known, clock.trusted, clock()) == (None, True, NOON)
