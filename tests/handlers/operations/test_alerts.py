"""Telling the administrators of trouble, and not telling it again and again."""

import pytest

from handlers.conversation import Refused
from handlers.operations.alerts import Alerts
from handlers.tap.operation_actions import TrustClock
from handlers.view import Button
from storage.fault import Fault
from tests.handlers.centre import DUTY, OWNER, Centre

FULL, BROKEN = Fault("no room"), Fault("broken")


@pytest.fixture
def alerts(centre: Centre) -> Alerts:
    """Tell the centre's administrators."""
    return centre.cases.operations.alerts


async def test_the_administrators_are_told_of_each_kind_of_trouble_once_a_day(
    centre: Centre, alerts: Alerts
) -> None:
    await alerts.tell("disk_space", FULL)
    await alerts.tell("damage", BROKEN)
    await alerts.tell("disk_space", FULL)
    centre.move(days=1)
    await alerts.tell("disk_space", FULL)

    assert centre.sees(OWNER).texts == [str(FULL), str(BROKEN), str(FULL)]
    assert centre.sees(DUTY).texts == []


async def test_a_restart_does_not_tell_it_again(centre: Centre, alerts: Alerts) -> None:
    await alerts.tell("backup", FULL)
    await Alerts(alerts.days, alerts.administrators, alerts.language, alerts.clock).tell("backup", FULL)

    assert centre.sees(OWNER).texts == [str(FULL)]


async def test_where_nobody_could_be_told_it_is_told_the_next_time(centre: Centre, alerts: Alerts) -> None:
    centre.sees(OWNER).trouble = Refused("blocked")
    await alerts.tell("backup", FULL)
    centre.sees(OWNER).trouble = None
    await alerts.tell("backup", FULL)

    assert centre.sees(OWNER).texts == [str(FULL)]


async def test_where_the_file_cannot_be_written_it_is_told_once_all_the_same(
    centre: Centre, alerts: Alerts
) -> None:
    await centre.cases.stores.alert_days._database.write("PRAGMA query_only = ON")
    await alerts.tell("damage", BROKEN)
    await alerts.tell("damage", BROKEN)

    assert centre.sees(OWNER).texts == [str(BROKEN)]


async def test_who_has_been_told_of_trouble_is_told_once_that_it_is_over(centre: Centre, alerts: Alerts) -> None:
    await alerts.tell_end("clock", "It is over.")
    await alerts.tell("clock", FULL)
    for _ in range(2):
        await Alerts(alerts.days, alerts.administrators, alerts.language, alerts.clock).tell_end(
            "clock", "It is over."
        )
    await alerts.tell("clock", FULL)
    await alerts.tell_end("clock", "It is over.")
    centre.move(days=1)
    await alerts.tell("clock", BROKEN)
    await alerts.tell_end("clock", "It is over.")

    assert centre.sees(OWNER).texts == [str(FULL), "It is over.", str(BROKEN), "It is over."]


async def test_trouble_comes_with_what_can_be_done(centre: Centre, alerts: Alerts) -> None:
    await alerts.tell("clock", FULL, [[Button("Do", TrustClock())]])

    assert centre.sees(OWNER).newest.rows == [[Button("Do", TrustClock())]]
