import pytest

from storage.database.connection import Database
from storage.figures.recount import CountDifference, Recount
from storage.records.records import Records
from tests.storage.rows import NOW, draft, rows

ALL = "SELECT * FROM answer_count"


@pytest.fixture
async def counted(database: Database, records: Records) -> Recount:
    """Keep two calls of a day that are alike, one of the next month, and one that was declined."""
    await records.save_all(
        [
            draft("a:1", at="2016-07-14T22"),
            draft("b", at="2016-07-14T23"),
            draft("c", at="2016-08-01"),
            draft("d", {}, at="2016-08-02", outcome="declined"),
        ],
        now=NOW,
    )
    return Recount(database)


async def test_what_is_counted_as_one_goes_agrees_with_the_records(counted: Recount) -> None:
    assert await counted.differences() == []


async def test_without_records_there_is_nothing_to_differ(database: Database) -> None:
    assert await Recount(database).differences() == []


@pytest.mark.parametrize(
    ("wrong", "differences"),
    [
        (
            "UPDATE answer_count SET calls = 5 WHERE period = '2016-07-14'",
            [CountDifference("call", "2016-07-14", missing=0, surplus=3)],
        ),
        (
            "DELETE FROM answer_count WHERE outcome = 'declined'",
            [CountDifference("call", "2016-08", missing=1, surplus=0)],
        ),
        (
            "UPDATE answer_count SET answers = '{}' WHERE period = '2016-07'",
            [CountDifference("call", "2016-07", missing=2, surplus=2)],
        ),
        (
            "INSERT INTO answer_count VALUES ('month', 'visit', '2011-01', 'registered', '{}', 7)",
            [CountDifference("visit", "2011-01", missing=0, surplus=7)],
        ),
        (
            """INSERT INTO answer_count VALUES
            ('month', 'visit', '2016-07', 'registered', '{}', 7),
            ('day', 'call', '2016-07-14', 'registered', '{}', 1)""",
            [
                CountDifference("visit", "2016-07", missing=0, surplus=7),
                CountDifference("call", "2016-07-14", missing=0, surplus=1),
            ],
        ),
        (
            "DELETE FROM answer_count WHERE form = 'call'",
            [
                CountDifference("call", "2016-07", missing=2, surplus=0),
                CountDifference("call", "2016-07-14", missing=2, surplus=0),
                CountDifference("call", "2016-08", missing=2, surplus=0),
                CountDifference("call", "2016-08-01", missing=1, surplus=0),
            ],
        ),
    ],
)
async def test_where_they_differ_is_told_by_form_and_time_and_a_recount_mends_it(
    database: Database, counted: Recount, wrong: str, differences: list[CountDifference]
) -> None:
    right = rows(database.path, ALL)
    await database.write(wrong)

    assert await counted.differences() == differences
    await counted.replace()
    assert rows(database.path, ALL) == right
    assert await counted.differences() == []


async def test_a_record_that_was_replaced_past_the_counts_is_found(database: Database, counted: Recount) -> None:
    await database.write(
        "REPLACE INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)"
        " VALUES ('call', '', '2016-07-14', '2016-07-14', 'a:1', 'unspecified', '{}')"
    )

    assert [(d.period, d.missing, d.surplus) for d in await counted.differences()] == [
        ("2016-07", 0, 1),
        ("2016-07-14", 0, 1),
    ]
