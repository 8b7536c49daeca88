"""Where a period ends is known to the rows as it is to the reports, and nothing is delivered before."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.analysis.period import Kind, Period
from storage.database.connection import Database
from storage.deliveries.deliveries import Deliveries
from storage.deliveries.period_end import PeriodNotOver, check_over

KINDS: tuple[Kind, ...] = ("month", "tertial", "year")
OCTOBER = date(2026, 11, 1)
DAY = timedelta(days=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(date(1990, 1, 1), date(2150, 1, 1)), kind=st.sampled_from(KINDS))
async def test_a_period_is_over_on_the_day_after_it_and_not_before(
    database: Database, day: date, kind: Kind
) -> None:
    period = Period.containing(day, kind)

    async with database.reading() as connection:
        await check_over(connection, [period.name], period.after)
        with pytest.raises(PeriodNotOver, match=period.name):
            await check_over(connection, [period.name], period.after - DAY)


async def test_a_summary_is_not_begun_before_its_period_is_over(database: Database) -> None:
    deliveries = Deliveries(database)
    with pytest.raises(PeriodNotOver):
        await deliveries.begin("monthly", "2026-10", 1, today=OCTOBER - DAY)

    assert await database.read("SELECT * FROM delivery") == []


@pytest.mark.parametrize("lines", [[], [("annual", "2026", "{}")]])
async def test_a_summary_is_not_noted_as_sent_before_all_it_tells_of_is_over(
    database: Database, lines: list[tuple[str, str, str]]
) -> None:
    deliveries = Deliveries(database)
    delivery = await deliveries.begin("monthly", "2026-10", 1, today=OCTOBER)
    await deliveries.mark_sending(delivery)
    with pytest.raises(PeriodNotOver):
        await deliveries.mark_sent(delivery, "{}", lines, today=OCTOBER if lines else OCTOBER - DAY)  # type: ignore[arg-type]

    assert await database.read("SELECT period, state FROM delivery") == [("2026-10", "sending")]
