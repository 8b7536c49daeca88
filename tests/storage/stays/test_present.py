from datetime import date

from storage.database.connection import Database
from storage.figures.counts import AnswerCount
from storage.stays.present import StayCounts
from storage.stays.stays import Stays
from tests.storage.stays.staying import ADULT, WOMAN, begun

JULY, AUGUST, SEPTEMBER = (date(2016, month, 1) for month in (7, 8, 9))
TODAY = date(2016, 8, 11)
COARSE = (
    "UPDATE stay SET arrived = substr(arrived, 1, 7), left = substr(left, 1, 7),"
    " last_night = substr(last_night, 1, 7)"
)


async def months(database: Database, first: date, after: date, today: date = TODAY) -> list[tuple[str, int]]:
    """Return how many stays are counted in which month."""
    return [(count.month, count.calls) for count in await StayCounts(database, ADULT).between(first, after, today)]


async def test_each_stay_counts_once_in_the_first_month_it_has_a_night_in(
    database: Database, stays: Stays
) -> None:
    await begun(stays, arrived=date(2016, 7, 31), left=date(2016, 8, 2))

    assert await months(database, JULY, SEPTEMBER) == [("2016-07", 1)]
    assert await months(database, AUGUST, SEPTEMBER) == [("2016-08", 1)]
    assert await months(database, date(2016, 6, 1), JULY) == []
    assert await months(database, date(2016, 7, 1), date(2016, 7, 31)) == []


async def test_who_left_on_the_first_was_not_there_in_that_month(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=date(2016, 7, 20), left=AUGUST)

    assert await months(database, AUGUST, SEPTEMBER) == []
    await database.write(COARSE)
    assert await months(database, AUGUST, SEPTEMBER) == []
    assert await months(database, JULY, AUGUST) == [("2016-07", 1)]


async def test_a_stay_whose_days_are_gone_counts_by_its_months(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=date(2016, 7, 20), left=date(2016, 8, 5))
    await database.write(COARSE)

    assert await months(database, JULY, SEPTEMBER) == [("2016-07", 1)]
    assert await months(database, AUGUST, SEPTEMBER) == [("2016-08", 1)]
    assert await months(database, SEPTEMBER, date(2016, 10, 1), date(2017, 1, 1)) == []
    assert await months(database, date(2016, 6, 1), JULY) == []


async def test_an_open_stay_counts_once_it_has_had_a_night(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=TODAY)

    assert await months(database, AUGUST, SEPTEMBER) == []
    assert await months(database, AUGUST, SEPTEMBER, date(2016, 8, 12)) == [("2016-08", 1)]
    assert await months(database, SEPTEMBER, date(2016, 10, 1)) == []


async def test_equal_answers_are_one_count_with_numbers_in_their_bands(database: Database, stays: Stays) -> None:
    for source, number in (("a", "2"), ("b", "4"), ("c", "9")):
        answers = {**WOMAN, "stays": number, "help": ("nav", "police")}
        await begun(stays, source, arrived=JULY, answers=answers)
    await begun(stays, "declined", declined=True)
    given: dict[str, str | list[str]] = {"sex": "woman", "first": "yes", "help": ["police", "nav"]}

    counted = await StayCounts(database, ADULT).between(JULY, AUGUST, TODAY)

    assert sorted(counted, key=str) == sorted(
        [
            AnswerCount("2016-07", "registered", {**given, "stays": "2-4"}, 2),
            AnswerCount("2016-07", "registered", {**given, "stays": "5+"}, 1),
            AnswerCount("2016-07", "declined", {}, 1),
        ],
        key=str,
    )


async def test_what_does_not_count_yet_is_not_there(database: Database, stays: Stays) -> None:
    await begun(stays)
    await database.write("UPDATE record SET voided_at = ''")

    assert await months(database, JULY, AUGUST) == []
