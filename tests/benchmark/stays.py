"""Ten years of nights of a full house, beside what they may take, and beside counting them one by one."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from storage.database.connection import Database
from storage.forms.reader import read_form
from storage.hour import Hour
from storage.stays.nights import Nights
from storage.stays.rows import INSERT_RECORD, INSERT_STAY, record_row, stay_row
from storage.stays.stay import Arrival
from tests.benchmark.rounds import Line, in_turn
from tests.example_forms import TEST_FORMS

ADULT, CHILD = (read_form(TEST_FORMS / "house" / name) for name in ("adult.toml", "child.toml"))
BEDS, FIRST, AFTER = 30, date(2011, 1, 1), date(2021, 1, 1)
SHORTEST, LONGEST = 26, 30
ADULTS_IN = 3
"""Of so many beds two are adults'."""
ROUNDS = 100
PROMISE = 50.0
DAYS = "SELECT person, arrived, left FROM stay JOIN record ON id = record WHERE voided_at IS NULL"


async def nights_of_a_house(folder: Path) -> list[Line]:
    """Count the nights of each month, by person, and how full the house was in it."""
    async with Database.open(folder / "house.db") as database:
        stays = await _fill(database)
        nights = Nights(database)

        async def by_month() -> Counter[tuple[str, str]]:
            months = [await nights.months(form.key, FIRST, AFTER, AFTER) for form in (ADULT, CHILD)]
            counted = [(m.month, person, n) for part in months for m in part for person, n in m.nights.items()]
            return Counter({(month, person): n for month, person, n in counted if n})

        async def one_by_one() -> Counter[tuple[str, str]]:
            return Counter(_nights(await database.read(DAYS)))

        async def full() -> object:
            return await nights.fullness(["adult", "child"], FIRST, AFTER, AFTER, BEDS)

        assert await by_month() == await one_by_one()
        took = await in_turn(ROUNDS, by_month, one_by_one)
        fullness = await in_turn(ROUNDS, full, one_by_one)
    what = f"ten years of nights of {stays:,} stays"
    return [
        Line(what, "the promise", took[0], [PROMISE], limit=1.0),
        Line(what, "the same counted in Python", *took, limit=1.0),
        Line("how full the house was in each month", "the nights counted in Python", *fullness, limit=1.0),
    ]


def _nights(rows: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield month and person of each night."""
    for person, arrived, left in rows:
        night, end = date.fromisoformat(arrived), date.fromisoformat(left)
        while night < end:
            yield night.isoformat()[:7], person
            night += timedelta(days=1)


async def _fill(database: Database) -> int:
    """Let stays follow each other in every bed; return how many there are."""
    now = Hour(AFTER, 12)
    arrivals = list(_arrivals(Random(1)))
    async with database.transaction() as connection:
        await connection.executemany(INSERT_RECORD, [record_row(a, a.source, by=None, now=now) for a in arrivals])
        await connection.executemany(INSERT_STAY, [stay_row(a, a.source, None) for a in arrivals])
    return len(arrivals)


def _arrivals(random: Random) -> Iterator[Arrival]:
    for bed in range(BEDS):
        arrived = FIRST
        while arrived < AFTER:
            left = min(AFTER, arrived + timedelta(days=random.randint(SHORTEST, LONGEST)))
            yield _arrival(bed, arrived, left)
            arrived = left


def _arrival(bed: int, arrived: date, left: date) -> Arrival:
    source = f"house:{bed}:{arrived}"
    if bed % ADULTS_IN == 0:
        return Arrival(CHILD, source, "registered", "child", arrived, {"age": "small"}, left)
    sex = "man" if bed == 1 else "woman"
    answers = {"sex": sex, "first": "yes", "stays": "0", "to": "own"}
    return Arrival(ADULT, source, "registered", sex, arrived, answers, left)
