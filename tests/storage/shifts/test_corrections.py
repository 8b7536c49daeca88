"""Correcting what a shift answered: what it becomes, what is kept of it, and for how long it can be done."""

import asyncio
from collections.abc import Sequence

import pytest

from storage.database.connection import Database, DatabaseFault
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.shifts.corrections import MOST_OF_A_SHIFT, AnsweredShift, Figure, FigureChange, ShiftCorrections
from storage.shifts.handovers import Handovers
from tests.storage.rows import SEAT, rows
from tests.storage.shifts.answered_shifts import DAY, ENDS, EVENING, LEADER, NIGHT, NOW, answered, kept

SHIFTS = "SELECT began, counted, outgoing FROM shift ORDER BY began"
HISTORY = "SELECT number, what, at, by, before, after FROM shift_change ORDER BY number"


@pytest.fixture
def shifts(database: Database) -> ShiftCorrections:
    """Correct the shifts of the fresh database."""
    return ShiftCorrections(database)


@pytest.mark.parametrize(
    ("figure", "calls", "left"),
    [
        ("counted", 5, (DAY, 5, 2)),
        ("counted", 0, (DAY, 0, 2)),
        ("counted", None, (DAY, None, 2)),
        ("counted", MOST_OF_A_SHIFT, (DAY, MOST_OF_A_SHIFT, 2)),
        ("outgoing", 7, (DAY, 30, 7)),
        ("outgoing", None, (DAY, 30, None)),
    ],
)
async def test_a_figure_becomes_another_and_what_it_was_is_kept(
    database: Database, shifts: ShiftCorrections, figure: Figure, calls: int | None, left: tuple[object, ...]
) -> None:
    await answered(database, DAY, 30, 2)

    change = await shifts.correct(DAY, figure, calls, by=LEADER, now=NOW)

    before = 30 if figure == "counted" else 2
    assert change == FigureChange(1, figure, before, calls)
    assert await shifts.changes(DAY) == [change]
    assert rows(database.path, SHIFTS) == [left]
    assert rows(database.path, HISTORY) == [(1, figure, "2026-11-04T09", LEADER, before, calls)]


async def test_what_nobody_knew_can_be_told_later(database: Database, shifts: ShiftCorrections) -> None:
    await answered(database, DAY, None)

    for figure, calls in (("counted", 4), ("outgoing", 9)):
        await shifts.correct(DAY, figure, calls, by=LEADER, now=NOW)  # type: ignore[arg-type]

    assert rows(database.path, SHIFTS) == [(DAY, 4, 9)]


async def test_the_same_number_changes_nothing_and_leaves_no_history(
    database: Database, shifts: ShiftCorrections
) -> None:
    await answered(database, DAY, 30)

    again = await asyncio.gather(*(shifts.correct(DAY, "counted", 5, by=LEADER, now=NOW) for _ in range(3)))

    assert sum(change is not None for change in again) == 1
    assert await shifts.correct(DAY, "outgoing", None, by=LEADER, now=NOW) is None
    assert len(rows(database.path, HISTORY)) == 1


async def test_a_number_too_great_is_refused_and_changes_nothing(
    database: Database, shifts: ShiftCorrections
) -> None:
    await answered(database, DAY, 30)

    with pytest.raises(DatabaseFault):
        await shifts.correct(DAY, "counted", MOST_OF_A_SHIFT + 1, by=LEADER, now=NOW)

    assert rows(database.path, SHIFTS) == [(DAY, 30, None)]
    assert rows(database.path, HISTORY) == []


async def test_a_change_is_taken_back_as_long_as_no_other_has_followed(
    database: Database, shifts: ShiftCorrections
) -> None:
    await answered(database, DAY, 30, 2)
    await shifts.correct(DAY, "counted", 5, by=LEADER, now=NOW)
    await shifts.correct(DAY, "outgoing", 3, by=LEADER, now=NOW)

    taken_back = await shifts.take_back(DAY, 1, by=LEADER, now=NOW)
    again = await shifts.take_back(DAY, 1, by=LEADER, now=NOW)
    unknown = await shifts.take_back(DAY, 9, by=LEADER, now=NOW)

    assert (taken_back, again, unknown) == (FigureChange(3, "counted", 5, 30), None, None)
    assert rows(database.path, SHIFTS) == [(DAY, 30, 3)]


@pytest.mark.parametrize(
    ("asked", "answers", "found"),
    [(False, (), False), (True, (), False), (True, ("count",), False), (True, ("count", "finish"), True)],
)
async def test_only_a_shift_whose_questions_are_over_is_listed_found_and_corrected(
    database: Database, shifts: ShiftCorrections, *, asked: bool, answers: Sequence[str], found: bool
) -> None:
    await kept(database, 0, 1)
    handovers = Handovers(database)
    if asked:
        await handovers.ask(DAY, ENDS[DAY], [SEAT])
    for answer in answers:
        await getattr(handovers, answer)(DAY, 1)

    changed = await shifts.correct(DAY, "counted", 8, by=LEADER, now=NOW)

    assert (changed is not None) == found
    assert (await shifts.find(DAY, now=NOW) is not None) == found
    assert [shift.began for shift in await shifts.latest(9, 0, now=NOW)] == [DAY] * found


async def test_a_shift_that_was_closed_can_be_corrected(database: Database, shifts: ShiftCorrections) -> None:
    handovers = Handovers(database)
    await handovers.ask(DAY, ENDS[DAY], [SEAT])
    await handovers.close(DAY)

    await shifts.correct(DAY, "counted", 8, by=LEADER, now=NOW)

    assert await shifts.find(DAY, now=NOW) == AnsweredShift(DAY, EVENING, 0, 8, None, 0)
    assert await handovers.count(DAY, 2) is None


@pytest.mark.parametrize(("now", "found"), [("2026-12-04T07", True), ("2026-12-04T08", False)])
async def test_a_shift_can_be_corrected_for_31_days(
    database: Database, shifts: ShiftCorrections, now: str, *, found: bool
) -> None:
    await answered(database, DAY, 30)
    await shifts.correct(DAY, "counted", 5, by=LEADER, now=NOW)
    later = Hour.parse(now)

    assert (await shifts.find(DAY, now=later) is not None) == found
    assert bool(await shifts.latest(9, 0, now=later)) == found
    assert (await shifts.take_back(DAY, 1, by=LEADER, now=later) is not None) == found
    assert (await shifts.correct(DAY, "counted", 7, by=LEADER, now=later) is not None) == found


async def test_the_newest_shift_comes_first_and_each_knows_how_many_come_before_it(
    database: Database, shifts: ShiftCorrections, corrections: Corrections
) -> None:
    for shift in (NIGHT, DAY, EVENING):
        await answered(database, shift, None)
    await kept(database, 2, 0, EVENING)
    await corrections.void(f"{EVENING}r0", by=SEAT, now=NOW)

    listed = await shifts.latest(2, 0, now=NOW) + await shifts.latest(2, 2, now=NOW)

    assert [(shift.began, shift.registered, shift.later) for shift in listed] == [
        (NIGHT, 0, 0),
        (EVENING, 1, 1),
        (DAY, 0, 2),
    ]
    assert await shifts.find(EVENING, now=NOW) == listed[1]
