"""Watching the clock: who is told what, what waits, and how an administrator settles it."""

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from handlers.operations.clock_watch import AGED, ASKED_EVERY, TOLD_EVERY, ClockWatch
from handlers.operations.watched_clock import Reading, WatchedClock
from handlers.tap.codec import encode
from handlers.tap.form_tap import UnreadableTap
from handlers.tap.operation_actions import TrustClock
from storage.hour import Hour
from tests.handlers.centre import DUTY, OWNER, Centre, open_centre
from tests.handlers.operations.clocks import NOON, Machine

YEAR = timedelta(days=365)
AHEAD = (
    "Klokka på maskinen er ikke til å stole på: Den viser 3. november 2027 kl. 14:20, men Telegram sier"
    " 3. november 2026 kl. 14:20.\nSamtaler blir lagret, og timen blir spurt om."
)
AGAIN = "Klokka er riktig igjen. Det som ventet, fortsetter."


@pytest.fixture
def machine() -> Machine:
    """Have a machine whose clock is right."""
    return Machine()


@pytest.fixture
def clock(machine: Machine) -> WatchedClock:
    """Start the program a minute after it was stopped."""
    return machine.start(NOON - timedelta(minutes=1))


@pytest.fixture
async def centre(tmp_path: Path, clock: WatchedClock) -> AsyncIterator[Centre]:
    """Open a centre that goes by that clock."""
    async with open_centre(tmp_path, clock=clock) as centre:
        yield centre


@pytest.fixture
def watch(centre: Centre) -> ClockWatch:
    """Watch the clock."""
    return centre.cases.operations.clock_watch


async def test_of_a_clock_that_is_right_nothing_is_said(centre: Centre, watch: ClockWatch) -> None:
    await watch.check()

    assert await watch.settle()
    assert centre.sees(OWNER).texts == []


async def test_of_a_clock_ahead_the_administrators_are_told_once_and_once_that_it_is_right_again(
    centre: Centre, watch: ClockWatch, machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    await watch.check()
    for off_by in (YEAR, YEAR, timedelta(), timedelta(), YEAR, timedelta()):
        machine.off_by = off_by
        await watch.check()

    first, second = centre.sees(OWNER).texts
    assert first.startswith(AHEAD)
    assert second == AGAIN
    assert centre.sees(DUTY).texts == []
    assert len([line for line in caplog.messages if line.startswith("The machine’s clock cannot be trusted")]) == 2


@pytest.mark.parametrize(
    ("off_by", "reachable", "noted", "told"),
    [
        (
            -YEAR,
            True,
            1.0,
            "Den viser 3. november 2025 kl. 14:20, men Telegram sier 3. november 2026 kl. 14:20.",
        ),
        (-YEAR, False, 0.0, "Den viser 3. november 2025 kl. 14:20, men skulle vist omtrent 3. november 2026"),
        (timedelta(), False, 7.0, "Klokka på maskinen viser 3. november 2026 kl. 14:20, og ingen bekrefter det:"),
    ],
)
async def test_what_is_wrong_is_said_as_far_as_it_is_known(
    tmp_path: Path, machine: Machine, off_by: timedelta, reachable: bool, noted: float, told: str
) -> None:
    machine.off_by, machine.world.reachable = off_by, reachable
    async with open_centre(tmp_path, clock=machine.start(NOON - timedelta(days=noted))) as centre:
        await centre.cases.operations.clock_watch.check()

        [text] = centre.sees(OWNER).texts
        assert told in text


async def test_work_that_goes_by_the_clock_waits_for_it(watch: ClockWatch, machine: Machine) -> None:
    done = list[str]()

    async def work() -> None:
        done.append("done")

    do = watch.only_trusted(work)
    for off_by in (timedelta(), YEAR, YEAR, timedelta()):
        machine.off_by = off_by
        await do()

    assert done == ["done", "done"]


async def test_a_clock_that_only_seems_to_leap_is_settled_by_asking(watch: ClockWatch, machine: Machine) -> None:
    await watch.check()
    machine.off_by = timedelta(days=9)  # such as a machine that was frozen as a whole, and has counted no seconds
    machine.world.time = lambda: Reading(machine.shown().astimezone(UTC), machine.gone_by)
    before = watch.clock.trusted

    assert (before, await watch.settle()) == (False, True)


async def test_the_world_is_asked_again_now_and_then_and_not_all_the_time(
    watch: ClockWatch, machine: Machine
) -> None:
    await watch.settle()
    asked = [machine.world.asked]
    machine.off_by, machine.world.reachable = YEAR, False
    for wait in (0.0, ASKED_EVERY - 1, 1.0, 0.0):
        machine.wait(seconds=wait)
        await watch.settle()
        asked.append(machine.world.asked)
    machine.wait(seconds=ASKED_EVERY)
    machine.world.reachable = True
    for wait in (0.0, 1.0, AGED, 0.0):
        machine.wait(seconds=wait)
        await watch.settle()
        asked.append(machine.world.asked)

    assert asked == [1, 2, 2, 3, 3, 4, 4, 5, 5]


async def test_a_doubt_that_lasts_is_logged_now_and_then(
    watch: ClockWatch, machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    machine.off_by = YEAR
    for _ in range(3):
        await watch.check()
        machine.wait(seconds=TOLD_EVERY / 2)

    assert len([line for line in caplog.messages if "cannot be trusted" in line]) == 2


async def test_an_administrator_who_has_seen_what_it_shows_settles_that_the_clock_is_right(
    centre: Centre, watch: ClockWatch, machine: Machine
) -> None:
    machine.off_by = YEAR
    await watch.check()
    asked = await centre.tap("Klokka er riktig", seat=OWNER)
    machine.wait(minutes=50)
    answer = await centre.tap("Ja, det er riktig", seat=OWNER)
    await watch.check()

    assert asked.text == "Klokka på maskinen viser 3. november 2027 kl. 14:20. Er det riktig?"
    assert answer.text == AGAIN
    assert watch.clock.trusted
    assert watch.clock() == machine.shown()
    assert await centre.rows("SELECT act, about FROM audit") == [("clock", "2027-11-03T15")]


async def test_a_yes_to_what_the_clock_showed_long_ago_is_asked_again(
    centre: Centre, watch: ClockWatch, machine: Machine
) -> None:
    machine.off_by = YEAR
    await watch.check()
    await centre.tap("Klokka er riktig", seat=OWNER)
    machine.off_by = 2 * YEAR
    asked = await centre.tap("Ja, det er riktig", seat=OWNER)

    assert asked.text == "Klokka på maskinen viser 2. november 2028 kl. 14:20. Er det riktig?"
    assert not watch.clock.trusted


async def test_once_the_clock_is_right_there_is_nothing_to_settle(
    centre: Centre, watch: ClockWatch, machine: Machine
) -> None:
    machine.off_by = YEAR
    await watch.check()
    machine.off_by = timedelta()

    assert (await centre.tap("Klokka er riktig", seat=OWNER)).text == "Klokka er til å stole på allerede."


async def test_nobody_else_settles_it(centre: Centre, watch: ClockWatch, machine: Machine) -> None:
    machine.off_by = YEAR
    await centre.write("log")
    [handle] = centre.sees(DUTY).views
    await centre.send(handle, encode(TrustClock(Hour.of(machine.shown()))))
    with pytest.raises(UnreadableTap):
        await watch.trust(centre.request(handle), TrustClock())

    assert not watch.clock.trusted


async def test_what_a_wrong_clock_left_behind_is_mended_before_anything_goes_on_and_told_in_a_line(
    centre: Centre, watch: ClockWatch
) -> None:
    with sqlite3.connect(centre.database.path) as file:
        file.execute("INSERT INTO place VALUES (1, -1001)")
        file.execute(
            "INSERT INTO bound_chat (chat, language, monthly_since, tertial_since, annual_since)"
            " VALUES (1, 'nb', '2027-11-03T08:00', '2026-01-01T08:00', '2026-01-01T08:00')"
        )
        for period in ("2027-09", "2027-10", "2026-10"):
            file.execute(
                "INSERT INTO delivery (report, period, chat, state) VALUES ('monthly', ?, 1, 'sent')", (period,)
            )
    file.close()
    await watch.check()

    assert centre.sees(OWNER).texts == [
        "Merket som sendt før periodene var over: 2 rapporter. De kommer når de skal."
    ]
    assert await centre.cases.stores.deliveries.done(1) == {("monthly", "2026-10")}
    [chat] = centre.cases.stores.chats.all
    assert chat.since["monthly"] == "2026-11-03T14:20"
