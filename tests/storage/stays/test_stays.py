import asyncio
from dataclasses import replace
from datetime import date

import pytest

from storage.database.connection import Database
from storage.records.corrections import Correction, Corrections
from storage.records.records import Records
from storage.stays.stay import StayChanged
from storage.stays.stays import Stays
from tests.example_forms import CALL
from tests.storage.rows import draft, rows
from tests.storage.stays.staying import ARRIVED, NOW, SEAT, WOMAN, arrival, as_it_is, begun

LATER = NOW.earlier(-50)
LEFT = date(2016, 8, 10)
RECORD = "SELECT form, occurred_at, recorded_at, recorded_by, outcome, answers, revision, shift FROM record"
STAY = "SELECT form, person, arrived, left, last_night, bond, label FROM stay"
ANSWERS = '{"sex":"woman","first":"yes","stays":"3","help":[]}'


async def test_an_arrival_is_a_record_of_its_month_and_a_stay_with_its_day(
    database: Database, stays: Stays
) -> None:
    saved = await stays.begin(arrival(label="3"), by=SEAT, now=NOW)

    assert not saved.repeated
    assert saved.stay == await stays.find("adult")
    assert (saved.stay.is_open, saved.stay.is_exact, saved.stay.answers) == (True, True, WOMAN)
    assert rows(database.path, RECORD) == [
        ("adult", "2016-07", "2016-07-20T14", SEAT, "registered", ANSWERS, 1, None)
    ]
    assert rows(database.path, STAY) == [("adult", "woman", "2016-07-14", None, None, None, "3")]


async def test_the_same_arrival_twice_at_once_is_kept_once(database: Database, stays: Stays) -> None:
    saved = await asyncio.gather(*(stays.begin(arrival(), by=SEAT, now=NOW) for _ in range(2)))

    assert sorted(one.repeated for one in saved) == [False, True]
    assert saved[0].stay == saved[1].stay
    assert len(rows(database.path, STAY)) == 1


async def test_a_late_entry_is_over_at_once_and_has_no_label(database: Database, stays: Stays) -> None:
    stay = await begun(stays, left=LEFT, label="3")

    assert (stay.left, stay.label, stay.is_open) == ("2016-08-10", "", False)
    assert rows(database.path, STAY) == [("adult", "woman", "2016-07-14", "2016-08-10", "2016-08-09", None, None)]


async def test_one_who_is_not_to_be_registered_keeps_days_but_no_answers_and_no_day_of_the_record(
    database: Database, stays: Stays
) -> None:
    await begun(stays, declined=True)

    assert rows(database.path, RECORD) == [("adult", "2016-07", "2016-07", None, "declined", "{}", 1, None)]
    assert rows(database.path, STAY) == [("adult", "woman", "2016-07-14", None, None, None, None)]


async def test_no_id_tells_in_which_order_people_arrived(database: Database, stays: Stays) -> None:
    for number in range(20):
        await begun(stays, f"adult-{number}")

    numbers = [record for (record,) in rows(database.path, "SELECT id FROM record ORDER BY recorded_at, source")]
    assert all(number < 0 for number in numbers)
    assert numbers != sorted(numbers)


async def test_neither_do_the_ids_of_calls_that_come_after_it(
    database: Database, stays: Stays, records: Records
) -> None:
    await begun(stays)
    for source in ("first", "second"):
        await records.save(draft(source), by=SEAT, now=NOW)

    assert rows(database.path, "SELECT id FROM record WHERE form = 'call'") == [(1,), (2,)]


async def test_no_stay_is_among_the_calls(database: Database, stays: Stays) -> None:
    records = Records(database)
    stay = await begun(stays)
    await begun(stays, "another", declined=True)

    assert await records.latest(10, 0) == []
    assert await records.latest_of(SEAT, "2016-07-20T07:30", 10, 0) == []
    assert await records.find(stay.source) is None
    assert await records.declined("2016-07") == 0


async def test_a_departure_ends_a_stay_with_what_is_asked_then(database: Database, stays: Stays) -> None:
    stay = await begun(stays, label="3")
    change = replace(as_it_is(stay), left=LEFT, answers={**WOMAN, "to": "own"})

    ended = await stays.change(arrival().form, stay.source, stay.revision, change, now=LATER)

    assert (ended.left, ended.label, ended.answers["to"], ended.revision) == ("2016-08-10", "", "own", 2)
    assert rows(database.path, STAY) == [("adult", "woman", "2016-07-14", "2016-08-10", "2016-08-09", None, None)]
    assert await stays.open() == []
    assert await stays.closed(LEFT) == [ended]
    assert await stays.closed(date(2016, 8, 11)) == []


async def test_other_days_are_kept_as_recorded_now_and_other_answers_are_not(
    database: Database, stays: Stays
) -> None:
    stay = await begun(stays)
    answered = replace(as_it_is(stay), answers={**WOMAN, "help": ("nav",)})
    moved = replace(answered, arrived=date(2016, 6, 30))
    recorded = []

    for revision, change in enumerate([answered, moved], 1):
        await stays.change(arrival().form, stay.source, revision, change, now=LATER)
        recorded += rows(database.path, "SELECT occurred_at, recorded_at, recorded_by FROM record")

    assert recorded == [("2016-07", "2016-07-20T14", SEAT), ("2016-06", "2016-07-22T16", None)]


async def test_a_departure_can_be_taken_back(stays: Stays) -> None:
    stay = await begun(stays, left=LEFT)

    opened = await stays.change(
        arrival().form, stay.source, 1, replace(as_it_is(stay), left=None, label="7"), now=LATER
    )

    assert (opened.is_open, opened.label) == (True, "7")
    assert await stays.open() == [opened]


async def test_the_same_change_again_returns_the_stay_as_it_is(stays: Stays) -> None:
    stay = await begun(stays)
    change = replace(as_it_is(stay), left=LEFT, label="gone by then")

    first = await stays.change(arrival().form, stay.source, 1, change, now=LATER)
    again = await stays.change(arrival().form, stay.source, 1, change, now=LATER)

    assert first == again
    assert again.revision == 2


async def test_a_change_from_an_earlier_revision_is_refused_and_says_that_nothing_was_saved(stays: Stays) -> None:
    stay = await begun(stays)
    changed = await stays.change(arrival().form, stay.source, 1, replace(as_it_is(stay), label="2"), now=LATER)

    with pytest.raises(StayChanged, match="not saved"):
        await stays.change(arrival().form, stay.source, 1, replace(as_it_is(stay), label="3"), now=LATER)
    with pytest.raises(StayChanged):
        await stays.remove(stay.source, 1)

    assert await stays.find(stay.source) == changed


async def test_a_mistake_is_removed_with_all_that_is_known_of_it(database: Database, stays: Stays) -> None:
    stay = await begun(stays, label="3")

    for _ in range(2):
        await stays.remove(stay.source, stay.revision)

    assert await stays.find("adult") is None
    assert rows(database.path, "SELECT source FROM record UNION SELECT arrived FROM stay") == []
    assert rows(database.path, "SELECT * FROM answer_count") == []
    with pytest.raises(StayChanged):
        await stays.change(arrival().form, stay.source, 1, as_it_is(stay), now=LATER)


async def test_the_open_ones_stand_by_label_and_those_without_one_by_arrival_below(stays: Stays) -> None:
    for source, label, day in (("a", "", 14), ("b", "10", 14), ("c", "2", 15), ("d", "2", 14), ("e", "", 13)):
        await begun(stays, source, label=label, arrived=ARRIVED.replace(day=day))

    assert [(stay.label, stay.arrived[8:]) for stay in await stays.open()] == [
        ("2", "14"),
        ("2", "15"),
        ("10", "14"),
        ("", "13"),
        ("", "14"),
    ]


async def test_a_stay_does_not_end_before_it_begins(database: Database, stays: Stays) -> None:
    with pytest.raises(ValueError, match="2016"):
        await begun(stays, left=date(2016, 7, 13))

    assert rows(database.path, RECORD) == []


async def test_a_call_that_is_declined_after_all_closes_its_gap_beside_stays(
    database: Database, stays: Stays, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await begun(stays)
    await database.write("UPDATE record SET id = 9 WHERE id < 0")

    await corrections.answer(Correction("nonce", 1, "declined", {}, by=SEAT, at=NOW), CALL)

    assert rows(database.path, "SELECT id FROM record JOIN stay ON record = id") == [(8,)]
    assert await stays.find("adult") is not None


async def test_no_call_is_corrected_in_the_place_of_a_stay(
    database: Database, stays: Stays, corrections: Corrections
) -> None:
    stay = await begun(stays)

    assert await corrections.answer(Correction(stay.source, 1, "irrelevant", {}, by=SEAT, at=NOW), CALL) is None
    assert await corrections.move(stay.source, NOW, None, by=SEAT, now=NOW) is None
    assert not await corrections.void(stay.source, by=SEAT, now=NOW)
    assert await stays.find("adult") == stay
    assert rows(database.path, "SELECT * FROM change") == []
