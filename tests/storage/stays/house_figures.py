"""Comparing what is counted of stays with the model."""

import calendar
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from storage.database.connection import Database
from storage.stays.full_house import FullMonth
from storage.stays.nights import Nights
from storage.stays.present import StayCounts
from tests.storage.rows import rows
from tests.storage.stays.house_model import House, next_month
from tests.storage.stays.staying import FORMS


async def compare(database: Database, house: House, today: date) -> None:
    """Compare every month and year that somebody was there in."""
    first = min((guest.arrived for guest in house.guests), default=today).replace(day=1)
    months = [first]
    while months[-1] <= today:
        months.append(next_month(months[-1]))
    await _compare_months(database, house, months, today)
    await _compare_years(database, house, range(first.year, today.year + 1), today)
    await _compare_fullness(database, house, months, today)


async def _compare_months(database: Database, house: House, months: list[date], today: date) -> None:
    nights = Nights(database)
    for form in FORMS.values():
        counted, expected = await nights.months(form.key, months[0], months[-1], today), house.nights(form, today)
        heads = [await nights.at_start_of(form.key, month, today) for month in months]

        assert [month.month for month in counted] == [str(month)[:7] for month in months[:-1]]
        for month, start, end in zip(counted, heads, heads[1:], strict=False):
            assert month.nights == expected[month.month]
            assert month.arrivals == house.arrivals(form, month.month)
            assert month.departures == house.departures(form, month.month)
            assert Counter(start) + month.arrivals == month.departures + Counter(end)
        for month_first, start in zip(months, heads, strict=True):
            assert start == house.heads(form, month_first - timedelta(days=1))
        for first, after in ((months[0], months[-1]), *pairwise(months)):
            assert await _present(StayCounts(database, form), first, after, today) == house.present(
                form, first, after, today
            )


async def _present(counts: StayCounts, first: date, after: date, today: date) -> Counter[tuple[str, str]]:
    found = Counter[tuple[str, str]]()
    for month, outcome, answers, stays in await counts.between(first, after, today):
        assert outcome == "registered" or not answers
        found[month, outcome] += stays
    return found


async def _compare_years(database: Database, house: House, years: range, today: date) -> None:
    nights = Nights(database)
    for form in FORMS.values():
        for year in years:
            persons = await nights.persons(form, year, today)
            assert persons == (house.persons(form, year) if form.house and form.house.first else {})


async def _compare_fullness(database: Database, house: House, months: list[date], today: date) -> None:
    noted = {month: tuple(told) for month, *told in rows(database.path, "SELECT * FROM full_house")}
    assert noted == house.full_months

    counted = house.fullness(today)
    nobody = (house.beds, 0, 0)
    for full in await Nights(database).fullness(list(FORMS), months[0], months[-1], today, house.beds):
        told = house.full_months.get(full.month) or counted.get(full.month, nobody)
        assert full == FullMonth(full.month, *told)
    assert await _occupancy(database, months, today, house.beds) == _occupied(house, months, today)


async def _occupancy(database: Database, months: list[date], today: date, beds: int) -> list[Fraction]:
    """Return how much of the beds was in use in each month."""
    counted = [await Nights(database).months(form, months[0], months[-1], today) for form in FORMS]
    nights = [sum(part.nights.total() for part in parts) for parts in zip(*counted, strict=True)]
    return [Fraction(n, beds * (b - a).days) for n, a, b in zip(nights, months, months[1:], strict=False)]


def _occupied(house: House, months: list[date], today: date) -> list[Fraction]:
    nights = Counter(str(night)[:7] for guest in house.guests for night in guest.nights(today))
    return [
        Fraction(nights[str(month)[:7]], house.beds * calendar.monthrange(month.year, month.month)[1])
        for month in months[:-1]
    ]
