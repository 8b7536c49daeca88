from collections.abc import Awaitable, Callable

import pytest

from storage.database.connection import Database
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Draft, Records
from storage.shifts.shift_states import ShiftStates
from tests.example_forms import CALL
from tests.storage.rows import NAV, SEAT

DAY, NIGHT, NOW = "2026-11-03T07:30", "2026-11-02T22:00", Hour.parse("2026-11-03T14")
Change = Callable[[Database], Awaitable[object]]


async def _keep(database: Database, source: str, shift: str, at: str = "2026-11-03T14") -> None:
    await Records(database).save(Draft(CALL, at, "registered", NAV, source, shift), by=SEAT, now=NOW)


async def _decline(database: Database) -> None:
    draft = Draft(CALL, "2026-11-03T14", "declined", {}, "declined", DAY)
    await Records(database).save(draft, by=SEAT, now=NOW)


@pytest.mark.parametrize(
    "change",
    [
        lambda database: _keep(database, "another", DAY),
        lambda database: _keep(database, "late", NIGHT, "2026-11-03T03"),
        _decline,
        lambda database: Corrections(database).void("kept", by=SEAT, now=NOW, shift=DAY),
        lambda database: Corrections(database).move("kept", NOW.earlier(3), DAY, by=SEAT, now=NOW),
    ],
    ids=["new", "late", "declined", "undone", "moved"],
)
async def test_a_shift_stands_otherwise_once_a_call_has_changed(database: Database, change: Change) -> None:
    await _keep(database, "kept", DAY)
    before = await ShiftStates(database).look(DAY)

    await change(database)

    assert await ShiftStates(database).look(DAY) != before


async def test_a_call_brought_back_is_another_state_than_before_it_was_undone(database: Database) -> None:
    await _keep(database, "kept", DAY)
    before = await ShiftStates(database).look(DAY)

    await Corrections(database).void("kept", by=SEAT, now=NOW, shift=DAY)
    await Corrections(database).restore("kept", by=SEAT, now=NOW, shift=DAY)

    assert await ShiftStates(database).look(DAY) != before


async def test_what_is_about_no_call_leaves_it_as_it_is(database: Database) -> None:
    await _keep(database, "kept", DAY)
    before = await ShiftStates(database).look(DAY)

    await database.write("INSERT INTO seat (role, used_on) VALUES ('staff', '2026-11-03')")

    assert await ShiftStates(database).look(DAY) == before
