from datetime import date
from itertools import pairwise

import pytest

from storage.database.connection import Database
from storage.figures.counts import AnswerCount, Counts
from storage.forms.question import Outcome
from storage.records.corrections import Corrections
from storage.records.records import Records
from tests.example_forms import VISITS
from tests.storage.rows import NAV, NOW, SEAT, draft, rows

JULY, AUGUST = date(2016, 7, 1), date(2016, 8, 1)


async def _keep(records: Records, *calls: tuple[str, Outcome]) -> None:
    drafts = [
        draft(f"{number}", {} if outcome == "declined" else NAV, at=at, outcome=outcome)
        for number, (at, outcome) in enumerate(calls)
    ]
    await records.save_all(drafts, now=NOW)


async def _total(database: Database, first: date, before: date) -> int:
    return sum(count.calls for count in await Counts(database).between("call", first, before))


async def test_equal_calls_of_a_month_are_counted_together(database: Database, records: Records) -> None:
    await _keep(
        records, ("2016-07-01T00", "registered"), ("2016-07-31T23", "registered"), ("2016-07-02", "irrelevant")
    )

    counts = await Counts(database).between("call", JULY, AUGUST)

    assert sorted(counts, key=lambda count: count.outcome) == [
        AnswerCount("2016-07", "irrelevant", NAV, 1),
        AnswerCount("2016-07", "registered", NAV, 2),
    ]


async def test_a_several_comes_as_a_list_and_another_form_is_counted_apart(
    database: Database, records: Records
) -> None:
    await records.save(draft(answers={"violence": ("mental", "threats")}, form=VISITS), by=SEAT, now=NOW)

    assert await Counts(database).between("visit", JULY, AUGUST) == [
        AnswerCount("2016-07", "registered", {"violence": ["mental", "threats"]}, 1)
    ]
    assert await Counts(database).between("call", JULY, AUGUST) == []


@pytest.mark.parametrize(
    ("at", "outcome", "counted"),
    [
        ("2016-06-30T23", "registered", 0),
        ("2016-06", "declined", 0),
        ("2016-07", "declined", 1),
        ("2016-07-01", "registered", 1),
        ("2016-07-01T00", "registered", 1),
        ("2016-08-31T23", "registered", 1),
        ("2016-08-31", "unspecified", 1),
        ("2016-08", "declined", 1),
        ("2016-09", "declined", 0),
        ("2016-09-01", "registered", 0),
        ("2016-09-01T00", "registered", 0),
    ],
)
async def test_a_period_runs_from_its_first_day_until_not_including_the_day_after(
    database: Database, records: Records, at: str, outcome: Outcome, counted: int
) -> None:
    await _keep(records, (at, outcome))

    assert await _total(database, JULY, date(2016, 9, 1)) == counted


@pytest.mark.parametrize(
    ("at", "outcome", "counted"),
    [
        ("2016-07-14T23", "registered", 1),
        ("2016-07-15", "registered", 0),
        ("2016-07-15T00", "registered", 0),
        ("2016-07", "declined", 1),
        ("2016-08", "declined", 0),
    ],
)
async def test_a_running_month_ends_where_it_is_told_and_holds_its_declined_calls(
    database: Database, records: Records, at: str, outcome: Outcome, counted: int
) -> None:
    await _keep(records, (at, outcome))

    assert await _total(database, JULY, date(2016, 7, 15)) == counted


async def test_every_call_is_in_exactly_one_month(database: Database, records: Records) -> None:
    await _keep(
        records,
        *((f"2016-{month:02}-{day:02}", "registered") for month in range(1, 13) for day in (1, 28)),
        *((f"2016-{month:02}-01T00", "declined") for month in range(1, 13)),
        ("2016-02-29T23", "registered"),
        ("2016-12-31T23", "registered"),
    )

    months = [date(2016, month, 1) for month in range(1, 13)] + [date(2017, 1, 1)]
    totals = [await _total(database, *pair) for pair in pairwise(months)]

    assert totals == [3, 4, *[3] * 9, 4]
    assert sum(totals) == await _total(database, months[0], months[-1]) == await records.count()


async def test_a_call_taken_back_is_not_counted_until_it_is_brought_back(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await _keep(records, ("2016-07-01", "registered"), ("2016-07-01", "registered"))

    await corrections.void("0", by=1, now=NOW)
    assert await _total(database, JULY, AUGUST) == 1
    await corrections.restore("0", by=1, now=NOW)
    assert await _total(database, JULY, AUGUST) == 2


async def test_the_first_month_is_that_of_the_earliest_call_that_is_not_taken_back(
    database: Database, records: Records, corrections: Corrections
) -> None:
    counts = Counts(database)
    assert await counts.since("call") is None

    await _keep(records, ("2015-12-31T23", "registered"), ("2016-01", "declined"), ("2016-02-01", "irrelevant"))
    await corrections.void("0", by=1, now=NOW)

    assert await counts.since("call") == "2016-01"
    assert await counts.since("visit") is None


@pytest.mark.parametrize(
    ("first", "after"), [(JULY, AUGUST), (date(2015, 7, 14), date(2016, 7, 15)), (JULY, date(2016, 7, 15))]
)
async def test_no_record_is_read_to_count_a_stretch(database: Database, first: date, after: date) -> None:
    asked: list[str] = []
    async with database.reading() as connection:
        await connection.set_trace_callback(asked.append)
    counts = Counts(database)
    await counts.between("call", first, after)
    await counts.since("call")
    await counts.edge_days("call")

    plans = [step for statement in asked for *_, step in rows(database.path, f"EXPLAIN QUERY PLAN {statement}")]
    assert len(asked) == 3
    assert [step for step in plans if "record" in step or step.startswith("SCAN answer_count")] == []
    assert {step.partition(" (")[0] for step in plans if step.startswith("SEARCH")} == {
        "SEARCH answer_count USING PRIMARY KEY"
    }


async def test_only_the_cut_ends_of_a_stretch_are_counted_by_days(database: Database, records: Records) -> None:
    days = ("2016-05-14", "2016-05-15", "2016-06-14", "2016-07-14", "2016-07-15")
    await _keep(records, *((day, "registered") for day in days), ("2016-05-01", "declined"))
    await database.write("UPDATE answer_count SET calls = 10 WHERE grain = 'month'")

    told = await Counts(database).between("call", date(2016, 5, 15), date(2016, 7, 15))

    assert sorted((count.month, count.calls) for count in told) == [
        ("2016-05", 1),
        ("2016-06", 10),
        ("2016-07", 1),
    ]


@pytest.mark.parametrize(
    ("at", "source", "outcome", "late"),
    [
        ("2016-07-12T23", "nonce", "registered", 1),
        ("2016-07-12", "nonce", "unspecified", 1),
        ("2016-07-13T00", "nonce", "registered", 0),
        ("2016-07-14T22", "nonce", "registered", 0),
        ("2016-07-01", "nonce", "irrelevant", 0),
        ("2016-07", "nonce", "declined", 0),
        ("2016-06-30", "nonce", "registered", 0),
        ("2016-07-01", "row:1f", "registered", 0),
        ("2016-07-01", "invented:7", "registered", 0),
    ],
)
async def test_late_is_what_was_tapped_in_more_than_a_day_after_the_call(
    database: Database, records: Records, at: str, source: str, outcome: Outcome, late: int
) -> None:
    await records.save(
        draft(source, {} if outcome == "declined" else NAV, at=at, outcome=outcome), by=SEAT, now=NOW
    )

    assert await Counts(database).late("call", JULY, AUGUST) == late


async def test_what_is_taken_back_is_not_late(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft("nonce", at="2016-07-01"), by=SEAT, now=NOW)
    await corrections.void("nonce", by=1, now=NOW)

    assert await Counts(database).late("call", JULY, AUGUST) == 0
