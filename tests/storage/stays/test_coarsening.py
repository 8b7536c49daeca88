from dataclasses import replace
from datetime import date

import pytest

from storage.database.connection import Database
from storage.figures.recount import Recount
from storage.hour import Hour
from storage.stays import coarsening
from storage.stays.coarsening import coarsen
from storage.stays.nights import Nights
from storage.stays.stay import DaysGone
from storage.stays.stays import Stays
from tests.storage.rows import rows
from tests.storage.stays.staying import ADULT, CHILD, WOMAN, as_it_is, begun

BOTH = ("adult", "child")
ARRIVED, LEFT = date(2016, 7, 14), date(2016, 8, 3)
REPORTED, TOO_EARLY = Hour.parse("2016-10-02T00"), Hour.parse("2016-10-01T23")
TODAY = REPORTED.day
STAYS = "SELECT arrived, left, last_night FROM stay ORDER BY stay.form, arrived"
DAYS = "SELECT arrived FROM stay WHERE length(arrived) = 10 ORDER BY arrived DESC"
MONTHS = "SELECT * FROM house_month"


async def test_once_its_month_is_reported_only_months_are_left_of_a_stay(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=ARRIVED, left=LEFT)

    await coarsen(database, BOTH, 4, now=TOO_EARLY)
    early = rows(database.path, STAYS)
    await coarsen(database, BOTH, 4, now=REPORTED)

    assert early == [("2016-07-14", "2016-08-03", "2016-08-02")]
    assert rows(database.path, STAYS) == [("2016-07", "2016-08", "2016-08")]
    assert rows(database.path, MONTHS) == [
        ("adult", "2016-07", "woman", 18, 1, 0),
        ("adult", "2016-08", "woman", 2, 0, 1),
    ]
    assert rows(database.path, "SELECT * FROM full_house") == [("2016-07", 4, 0, 1), ("2016-08", 4, 0, 1)]
    assert rows(database.path, "SELECT occurred_at, recorded_at, recorded_by FROM record") == [
        ("2016-07", "2016-07", None)
    ]


async def test_a_second_time_changes_nothing(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=ARRIVED, left=LEFT)
    await coarsen(database, BOTH, 4, now=REPORTED)
    before = [rows(database.path, query) for query in (STAYS, MONTHS)]

    await coarsen(database, BOTH, 4, now=REPORTED)

    assert [rows(database.path, query) for query in (STAYS, MONTHS)] == before


async def test_all_figures_are_as_they_were(
    database: Database, stays: Stays, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coarsening, "AT_ONCE", 3)
    for day in range(1, 29):
        left = date(2016, 8, 1 + day % 3)
        await begun(stays, f"adult-{day}", arrived=date(2016, 7, day), left=left, declined=day % 5 == 0)
        await begun(stays, f"child-{day}", CHILD, arrived=date(2016, 6, day), left=date(2016, 7, day))
    await begun(stays, "open", arrived=date(2016, 6, 1))
    nights, stretch = Nights(database), (date(2016, 6, 1), date(2016, 9, 1), TODAY)

    async def figures() -> list[object]:
        return [
            await nights.fullness(BOTH, *stretch, 4),
            *[await nights.months(form, *stretch) for form in BOTH],
            *[await nights.at_start_of(form, date(2016, month, 1), TODAY) for form in BOTH for month in (6, 7, 8)],
            await nights.persons(ADULT, 2016, TODAY),
        ]

    before = await figures()
    await coarsen(database, BOTH, 4, now=REPORTED)

    assert await figures() == before
    assert rows(database.path, DAYS) == [("2016-06-01",)]
    assert await Recount(database).differences() == []


async def test_how_full_the_house_was_is_noted_before_the_first_day_goes(database: Database, stays: Stays) -> None:
    await begun(stays, "goes", arrived=date(2016, 7, 1), left=date(2016, 7, 5))
    await begun(stays, "stays until the next month", arrived=date(2016, 7, 2), left=date(2016, 9, 1))
    await begun(stays, "is still there", CHILD, arrived=date(2016, 6, 1))

    await coarsen(database, BOTH, 3, now=Hour.parse("2016-09-01T12"))

    assert rows(database.path, DAYS) == [("2016-07-02",), ("2016-06-01",)]
    assert rows(database.path, "SELECT * FROM full_house") == [("2016-06", 3, 0, 1), ("2016-07", 3, 3, 3)]


async def test_nothing_is_noted_while_no_days_have_to_go(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=ARRIVED)

    await coarsen(database, BOTH, 3, now=REPORTED)

    assert rows(database.path, "SELECT * FROM full_house") == []


async def test_without_beds_the_most_of_a_night_is_noted(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=ARRIVED, left=date(2016, 7, 20))

    await coarsen(database, BOTH, None, now=REPORTED)

    assert rows(database.path, "SELECT * FROM full_house") == [("2016-07", None, None, 1)]


async def test_what_was_recorded_or_moved_lately_keeps_its_days_until_it_has_been_looked_at(
    database: Database, stays: Stays
) -> None:
    stay = await begun(stays, arrived=ARRIVED, left=date(2016, 7, 20))
    moved = replace(as_it_is(stay), left=date(2016, 7, 19))
    await stays.change(ADULT, stay.source, 1, moved, now=Hour.parse("2016-12-01T12"))

    lengths = []
    for day in ("2016-12-31T23", "2017-01-01T00"):
        await coarsen(database, BOTH, 3, now=Hour.parse(day))
        lengths += rows(database.path, "SELECT length(arrived) FROM stay")

    assert lengths == [(10,), (7,)]


async def test_a_declined_stay_becomes_a_count_and_its_nights(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=ARRIVED, left=LEFT, declined=True)

    await coarsen(database, BOTH, 4, now=REPORTED)

    assert rows(database.path, STAYS) == [("2016-07", "2016-08", "2016-08")]
    assert [row[2:] for row in rows(database.path, MONTHS)] == [("woman", 18, 1, 0), ("woman", 2, 0, 1)]


async def test_what_does_not_count_yet_keeps_its_days_until_it_does(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=ARRIVED, left=LEFT)
    await database.write("UPDATE record SET voided_at = ''")

    await coarsen(database, BOTH, 4, now=REPORTED)
    waiting = rows(database.path, STAYS)
    await database.write("UPDATE record SET voided_at = NULL")
    await coarsen(database, BOTH, 4, now=REPORTED)

    assert waiting == [("2016-07-14", "2016-08-03", "2016-08-02")]
    assert rows(database.path, STAYS) == [("2016-07", "2016-08", "2016-08")]


async def test_afterwards_answers_can_be_corrected_but_nothing_that_nights_hang_on(
    database: Database, stays: Stays
) -> None:
    stay = await begun(stays, arrived=ARRIVED, left=LEFT)
    await coarsen(database, BOTH, 4, now=REPORTED)
    coarse = await stays.find(stay.source)
    assert coarse is not None
    as_is = as_it_is(coarse)
    answered = replace(as_is, answers={**WOMAN, "to": "own"})

    for change in (
        replace(as_is, arrived=date(2016, 6, 30)),
        replace(as_is, left=None),
        replace(as_is, person="man"),
        replace(as_is, answers={**WOMAN, "sex": "man"}),
    ):
        with pytest.raises(DaysGone, match="Nothing was saved"):
            await stays.change(ADULT, stay.source, 1, change, now=REPORTED)
    with pytest.raises(DaysGone):
        await stays.remove(stay.source, 1)
    corrected = await stays.change(ADULT, stay.source, 1, answered, now=REPORTED)
    declined = await stays.change(ADULT, stay.source, 2, answered.declined, now=REPORTED)

    assert corrected == replace(coarse, answers={**WOMAN, "to": "own"}, revision=2)
    assert (declined.outcome, declined.answers) == ("declined", {})
    assert rows(database.path, STAYS) == [("2016-07", "2016-08", "2016-08")]
    assert rows(database.path, "SELECT recorded_at FROM record") == [("2016-07",)]
