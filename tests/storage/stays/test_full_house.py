from datetime import date

from storage.database.connection import Database
from storage.stays.full_house import FullMonth
from storage.stays.nights import Nights
from storage.stays.stays import Stays
from tests.storage.stays.staying import CHILD, begun

JUNE, JULY, AUGUST, SEPTEMBER = (date(2016, month, 1) for month in (6, 7, 8, 9))
TODAY = date(2016, 8, 11)
BOTH = ("adult", "child")


async def three(stays: Stays) -> None:
    """Begin three stays that are all there in the nights of 3 to 5 July, and one that is there still."""
    await begun(stays, "a", arrived=date(2016, 6, 29), left=date(2016, 7, 6))
    await begun(stays, "b", arrived=JULY, left=date(2016, 7, 9))
    await begun(stays, "c", CHILD, arrived=date(2016, 7, 3))


async def test_a_day_is_full_when_all_beds_are_in_use_the_night_after(database: Database, stays: Stays) -> None:
    await three(stays)

    assert await Nights(database).fullness(BOTH, JUNE, SEPTEMBER, TODAY, 3) == [
        FullMonth("2016-06", 3, 0, 1),
        FullMonth("2016-07", 3, 3, 3),
        FullMonth("2016-08", 3, 0, 1),
    ]
    assert [m.full_days for m in await Nights(database).fullness(BOTH, JUNE, SEPTEMBER, TODAY, 1)] == [2, 31, 10]


async def test_where_nobody_said_how_many_beds_there_are_only_the_highest_is_known(
    database: Database, stays: Stays
) -> None:
    await three(stays)

    assert await Nights(database).fullness(BOTH, JULY, AUGUST, TODAY, None) == [
        FullMonth("2016-07", None, None, 3)
    ]


async def test_only_the_forms_that_are_named_sleep_in_the_house(database: Database, stays: Stays) -> None:
    await three(stays)

    assert await Nights(database).fullness(["adult"], JULY, AUGUST, TODAY, 2) == [FullMonth("2016-07", 2, 5, 2)]


async def test_a_month_that_was_noted_stays_as_it_was(database: Database, stays: Stays) -> None:
    await three(stays)
    await database.write("INSERT INTO full_house VALUES ('2016-07', 20, 4, 21)")

    fullness = await Nights(database).fullness(BOTH, JUNE, AUGUST, TODAY, 3)

    assert fullness == [FullMonth("2016-06", 3, 0, 1), FullMonth("2016-07", 20, 4, 21)]


async def test_a_month_that_has_not_begun_is_not_told_of(database: Database, stays: Stays) -> None:
    await three(stays)

    assert await Nights(database).fullness(BOTH, SEPTEMBER, date(2016, 10, 1), TODAY, 3) == []
    assert [m.month for m in await Nights(database).fullness(BOTH, JULY, SEPTEMBER, AUGUST, 3)] == ["2016-07"]
