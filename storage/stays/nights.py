"""The nights of the house, and who came and went, by month."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from storage.database.connection import Database
from storage.forms.form import Form
from storage.stays.full_house import FullMonth, HouseDays

# Who was there before counts as coming on the first day, who is still there as going today. Of those there when a
# month ends it has all nights but the days before they came, of those who left the days before they did.
MONTHS = """
    WITH RECURSIVE month (day) AS (
        SELECT :first WHERE :first < :after
        UNION ALL SELECT date(day, '+1 month') FROM month WHERE date(day, '+1 month') < :after
    ), present AS (
        SELECT person, arrived, iif(left <= :today, left, NULL) AS left FROM stay JOIN record ON id = record
        WHERE stay.form = :form AND length(arrived) = 10 AND voided_at IS NULL
            AND arrived < :after AND arrived <= :today AND (left IS NULL OR left >= :first)
    ), move (day, person, arrivals, departures, heads) AS (
        SELECT max(arrived, :first), person, arrived >= :first, 0, 1 FROM present
        UNION ALL SELECT coalesce(left, max(:today, :first)), person, 0, left IS NOT NULL, -1 FROM present
        UNION ALL SELECT day, person, 0, 0, 0 FROM month JOIN (SELECT DISTINCT person FROM present)
    ), total (month, person, arrivals, departures, heads, days) AS (
        SELECT substr(day, 1, 7), person, sum(arrivals), sum(departures), sum(heads),
            sum(heads * (substr(day, 9) - 1))
        FROM move WHERE day < :after GROUP BY 1, 2
    )
    SELECT month, person,
        substr(date(month || '-01', '+1 month', '-1 day'), 9)
            * sum(heads) OVER (PARTITION BY person ORDER BY month) - days AS nights,
        arrivals, departures
    FROM total
    UNION ALL
    SELECT month, person, nights, arrivals, departures FROM house_month
    WHERE form = :form AND month >= substr(:first, 1, 7) AND month || '-01' < :after
"""
KNOWN = """
    FROM stay JOIN record ON id = record WHERE stay.form = :form AND voided_at IS NULL AND arrived <= :today
"""
# A month or a year is less than each of its days and of its months.
AT_START = "arrived < :time AND (left IS NULL OR left >= :time OR left > :today)"
HEADS = f"SELECT person, count(*) {KNOWN} AND {AT_START} GROUP BY 1"
PERSONS = f"""
    SELECT person, count(*) {KNOWN} AND (
        ({AT_START}) OR (arrived >= :time AND arrived < :next AND json_extract(answers, :first) = 'yes')
    ) GROUP BY 1
"""


@dataclass(frozen=True)
class HouseMonth:
    """The nights of a month (`2016-07`), and who came and went in it, by person; none of who is not named."""

    month: str
    nights: Counter[str] = field(default_factory=Counter)
    arrivals: Counter[str] = field(default_factory=Counter)
    departures: Counter[str] = field(default_factory=Counter)


class Nights:
    """Counts nights, arrivals and departures of everybody, also of those who did not want to be registered.

    A night is a midnight: a stay has that of its first day and not that of its last, an open one those before
    ``today``. What is registered as later than today is not counted yet.
    """

    def __init__(self, database: Database) -> None:
        """Count in ``database``."""
        self._database = database

    async def months(self, form: str, first: date, after: date, today: date) -> list[HouseMonth]:
        """Return every month from one first day of a month to another. Raises a `DatabaseFault`."""
        facts = {"form": form, "first": str(first), "after": str(after), "today": str(today)}
        months = {month: HouseMonth(month) for month in _months(first, after)}
        for month, person, nights, arrivals, departures in await self._database.read(MONTHS, facts):
            months[month].nights[person] += nights
            months[month].arrivals[person] += arrivals
            months[month].departures[person] += departures
        return list(months.values())

    async def at_start_of(self, form: str, month_first: date, today: date) -> Mapping[str, int]:
        """Return how many were in the house in the night before a month began, by person.

        With those who came, without those who left, it is as many as in the night before the next month.
        Raises a `DatabaseFault`.
        """
        facts = {"form": form, "time": str(month_first)[:7], "today": str(today)}
        return Counter(dict(await self._database.read(HEADS, facts)))

    async def persons(self, form: Form, year: int, today: date) -> Mapping[str, int]:
        """Return how many different people had a stay in a year, by person: nobody where the form does not ask.

        They were there when it began, or came to their first stay of the year. Raises a `DatabaseFault`.
        """
        if form.house is None or form.house.first is None:
            return Counter()
        times = {"time": f"{year:04}", "next": f"{year + 1:04}", "today": str(today)}
        facts = {"form": form.key, "first": f"$.{form.house.first}", **times}
        return Counter(dict(await self._database.read(PERSONS, facts)))

    async def fullness(
        self, forms: Collection[str], first: date, after: date, today: date, beds: int | None
    ) -> list[FullMonth]:
        """Return how full the house was in each month that has begun, all forms together.

        A month is as it was noted while its days were known. Raises a `DatabaseFault`.
        """
        return await HouseDays(forms, first, min(after, today), beds).fullness(self._database)


def _months(first: date, after: date) -> Iterator[str]:
    while first < after:
        yield str(first)[:7]
        first = (first + timedelta(days=31)).replace(day=1)
