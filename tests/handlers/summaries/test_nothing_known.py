"""Whether there is anything to report of a period."""

from collections.abc import Sequence

import pytest

from reports.analysis.period import Period
from storage.database.connection import Database
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.example_forms import CALL, VISITS
from tests.handlers.centre import Centre
from tests.handlers.summaries.preparing import OCTOBER, TODAY, open_summaries, register


@pytest.fixture
def database(centre: Centre) -> Database:
    """Take the centre's database."""
    return centre.database


@pytest.mark.parametrize(
    ("call_days", "visit_days", "nothing"),
    [
        ((), (), True),
        (("2026-09-01",), (), True),
        (("2026-10-01",), (), False),
        (("2026-10",), (), False),
        ((), ("2026-10-01",), False),
        (("2026-09-01", "2026-10-30"), (), False),
    ],
    ids=["no record", "before", "a call", "a declined one", "only another form's", "in use"],
)
async def test_nothing_is_known_where_no_form_has_a_record_and_none_was_in_use(
    database: Database, call_days: Sequence[str], visit_days: Sequence[str], *, nothing: bool
) -> None:
    declined = [Draft(CALL, day, "declined", {}, day) for day in call_days if len(day) == 7]
    await Records(database).save_all(declined, now=Hour(TODAY, 12))
    await register(database, *(day for day in call_days if len(day) > 7))
    await register(database, *visit_days, form=VISITS)
    summaries = open_summaries(database, [VISITS])

    assert await summaries.nothing_known(OCTOBER, TODAY) is nothing


async def test_of_a_month_in_use_without_a_call_there_is_a_report(database: Database) -> None:
    await register(database, "2026-07-20", "2026-09-15")
    summaries = open_summaries(database)

    known = [not await summaries.nothing_known(Period.named(f"2026-0{month}"), TODAY) for month in (6, 7, 8, 9)]

    assert known == [False, True, True, True]
