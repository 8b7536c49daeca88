from datetime import date

from storage.database.connection import Database
from storage.stays.nights import HouseMonth, Nights
from storage.stays.stays import Stays
from tests.storage.rows import rows
from tests.storage.stays.staying import ADULT, CHILD, WOMAN, begun

JUNE, JULY, AUGUST, SEPTEMBER = (date(2016, month, 1) for month in (6, 7, 8, 9))
TODAY = date(2016, 8, 11)
MAN = {**WOMAN, "sex": "man"}


async def told(nights: Nights, form: str = "adult", today: date = TODAY) -> list[tuple[dict[str, int], ...]]:
    """Return nights, arrivals and departures of three summer months."""
    months = await nights.months(form, JUNE, SEPTEMBER, today)
    assert [month.month for month in months] == ["2016-06", "2016-07", "2016-08"]
    return [tuple({**+part} for part in (month.nights, month.arrivals, month.departures)) for month in months]


async def test_a_night_is_a_midnight_in_its_month(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=date(2016, 6, 30), left=date(2016, 8, 2))

    assert await told(Nights(database)) == [
        ({"woman": 1}, {"woman": 1}, {}),
        ({"woman": 31}, {}, {}),
        ({"woman": 1}, {}, {"woman": 1}),
    ]


async def test_who_leaves_on_the_first_has_no_night_in_that_month(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=JULY, left=AUGUST)

    assert await told(Nights(database)) == [
        ({}, {}, {}),
        ({"woman": 31}, {"woman": 1}, {}),
        ({}, {}, {"woman": 1}),
    ]


async def test_an_open_stay_has_its_nights_until_today(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=date(2016, 7, 30))

    assert await told(Nights(database)) == [
        ({}, {}, {}),
        ({"woman": 2}, {"woman": 1}, {}),
        ({"woman": 10}, {}, {}),
    ]
    assert await told(Nights(database), today=date(2016, 7, 31)) == [
        ({}, {}, {}),
        ({"woman": 1}, {"woman": 1}, {}),
        ({}, {}, {}),
    ]


async def test_what_is_to_come_is_not_counted_yet(database: Database, stays: Stays) -> None:
    await begun(stays, "leaves", arrived=date(2016, 8, 9), left=date(2016, 8, 20))
    await begun(stays, "comes", arrived=date(2016, 8, 12), answers=MAN)

    nights = Nights(database)

    assert (await told(nights))[2] == ({"woman": 2}, {"woman": 1}, {})
    assert await nights.at_start_of("adult", SEPTEMBER, TODAY) == {"woman": 1}


async def test_persons_and_forms_are_told_apart(database: Database, stays: Stays) -> None:
    await begun(stays, "woman", arrived=JULY, left=date(2016, 7, 3))
    await begun(stays, "man", arrived=JULY, left=date(2016, 7, 4), answers=MAN)
    await begun(stays, "declined", arrived=JULY, left=date(2016, 7, 5), declined=True)
    await begun(stays, "child", CHILD, arrived=JULY, left=date(2016, 7, 6))

    assert (await told(Nights(database)))[1][0] == {"woman": 6, "man": 3}
    assert (await told(Nights(database), "child"))[1][0] == {"child": 5}


async def test_those_at_start_and_who_came_without_who_left_are_those_at_the_end(
    database: Database, stays: Stays
) -> None:
    await begun(stays, "before", arrived=date(2016, 6, 28), left=date(2016, 7, 2))
    await begun(stays, "through", arrived=date(2016, 6, 29))
    await begun(stays, "first day", arrived=JULY, left=AUGUST)
    await begun(stays, "last day", arrived=date(2016, 7, 31), left=date(2016, 8, 3))
    nights = Nights(database)

    heads = [await nights.at_start_of("adult", first, TODAY) for first in (JUNE, JULY, AUGUST, SEPTEMBER)]
    moves = await nights.months("adult", JUNE, SEPTEMBER, TODAY)

    assert [month["woman"] for month in heads] == [0, 2, 3, 1]
    assert [heads[n]["woman"] + m.arrivals["woman"] - m.departures["woman"] for n, m in enumerate(moves)] == [
        2,
        3,
        1,
    ]


async def test_what_stays_had_whose_days_are_gone_is_added(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=date(2016, 7, 30), left=date(2016, 8, 2))
    await database.write("INSERT INTO house_month VALUES ('adult', '2016-07', 'woman', 40, 2, 1)")
    await database.write("INSERT INTO house_month VALUES ('adult', '2016-06', 'man', 5, 1, 0)")
    await database.write("INSERT INTO house_month VALUES ('child', '2016-07', 'child', 3, 1, 0)")

    assert await told(Nights(database)) == [
        ({"man": 5}, {"man": 1}, {}),
        ({"woman": 42}, {"woman": 3}, {"woman": 1}),
        ({"woman": 1}, {}, {"woman": 1}),
    ]


async def test_what_does_not_count_yet_has_no_nights_and_no_head(database: Database, stays: Stays) -> None:
    await begun(stays, arrived=JULY)
    await database.write("UPDATE record SET voided_at = ''")
    nights = Nights(database)

    assert await nights.months("adult", JULY, AUGUST, TODAY) == [HouseMonth("2016-07")]
    assert await nights.at_start_of("adult", AUGUST, TODAY) == {}
    assert await nights.persons(ADULT, 2016, TODAY) == {}
    assert [month.highest for month in await nights.fullness(["adult"], JULY, AUGUST, TODAY, 2)] == [0]


async def test_persons_of_a_year_were_there_when_it_began_or_came_to_their_first_stay(
    database: Database, stays: Stays
) -> None:
    days = (date(2015, 12, 31), date(2016, 1, 1), date(2016, 12, 31), date(2017, 1, 1))
    for number, arrived in enumerate(days):
        await begun(stays, f"first-{number}", arrived=arrived, left=arrived.replace(day=31, month=12, year=2018))
        await begun(
            stays, f"again-{number}", arrived=arrived, answers={**WOMAN, "first": "no"}, left=date(2019, 1, 1)
        )
    await begun(stays, "gone", arrived=date(2015, 12, 30), left=date(2015, 12, 31))
    await begun(stays, "declined", arrived=date(2015, 12, 30), declined=True)
    nights = Nights(database)

    assert await nights.persons(ADULT, 2016, date(2020, 1, 1)) == {"woman": 2 + 1 + 2}
    assert await nights.persons(CHILD, 2016, date(2020, 1, 1)) == {}


async def test_nothing_but_months_is_enough_for_heads_and_persons(database: Database, stays: Stays) -> None:
    for source, arrived, left in (
        ("in", (2015, 12, 31), (2016, 1, 1)),
        ("out", (2015, 12, 30), (2015, 12, 31)),
        ("new", (2016, 1, 1), (2016, 1, 2)),
    ):
        await begun(stays, source, arrived=date(*arrived), left=date(*left))
    await database.write(
        "UPDATE stay SET arrived = substr(arrived, 1, 7), left = substr(left, 1, 7),"
        " last_night = substr(last_night, 1, 7)"
    )
    nights = Nights(database)

    heads = [await nights.at_start_of("adult", date(2016, month, 1), TODAY) for month in (1, 2)]
    assert heads == [{"woman": 1}, {}]
    assert await nights.persons(ADULT, 2016, TODAY) == {"woman": 2}
    assert rows(database.path, "SELECT * FROM house_month") == []
