from datetime import date

import pytest

from storage.database.connection import Database
from storage.figures.counts import AnswerCount, Counts
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Records
from storage.records.retention import Retention, forget
from tests.storage.rows import NAV, NOW, RETENTION, SEAT, draft, rows

TIMES = "SELECT occurred_at, recorded_at, recorded_by FROM record ORDER BY id"
REST = "SELECT id, form, fingerprint, month, source, outcome, answers, revision, voided_at FROM record ORDER BY id"


async def _forget_at(database: Database, hour: str, coarsen_days: int = 7) -> list[tuple[object, ...]]:
    await forget(database, Retention(own_hours=24, coarsen_days=coarsen_days), now=Hour.parse(hour))
    return rows(database.path, TIMES)


async def test_the_seat_and_the_hour_of_registering_are_known_for_a_day(
    database: Database, records: Records
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)

    assert await _forget_at(database, "2016-07-15T23") == [("2016-07-14T22", "2016-07-14T23", SEAT)]
    assert await _forget_at(database, "2016-07-16T00") == [("2016-07-14T22", "2016-07-14", None)]


@pytest.mark.parametrize(
    ("days", "still", "no_longer"),
    [
        (2, "2016-07-16T22", "2016-07-16T23"),
        (7, "2016-07-21T22", "2016-07-21T23"),
        (31, "2016-08-14T22", "2016-08-14T23"),
    ],
)
async def test_the_hour_of_the_call_is_known_for_so_many_days(
    database: Database, records: Records, days: int, still: str, no_longer: str
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)

    assert await _forget_at(database, still, days) == [("2016-07-14T22", "2016-07-14", None)]
    assert await _forget_at(database, no_longer, days) == [("2016-07-14", "2016-07-14", None)]


async def test_who_may_correct_for_long_does_not_keep_the_hour_in_which_a_call_was_registered(
    database: Database, records: Records
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)

    await forget(database, Retention(own_hours=31 * 24, coarsen_days=7), now=Hour.parse("2016-07-22T00"))

    assert rows(database.path, TIMES) == [("2016-07-14", "2016-07-14", SEAT)]


async def test_an_imported_call_of_long_ago_loses_its_hour_at_once_and_a_declined_one_has_none(
    database: Database, records: Records
) -> None:
    await records.save_all(
        [draft("a", at="2015-01-02T03"), draft("b", at="2015-01-02"), draft("c", {}, outcome="declined")], now=NOW
    )

    assert await _forget_at(database, str(NOW)) == [
        ("2016-07", "2016-07", None),
        ("2015-01-02", "2016-07-14T23", None),
        ("2015-01-02", "2016-07-14T23", None),
    ]
    assert await _forget_at(database, "2018-01-01T00") == [
        ("2016-07", "2016-07", None),
        ("2015-01-02", "2016-07-14", None),
        ("2015-01-02", "2016-07-14", None),
    ]


async def test_a_call_taken_back_is_forgotten_as_well(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await corrections.void("nonce", by=1, now=NOW)

    assert await _forget_at(database, "2018-01-01T00") == [("2016-07-14", "2016-07-14", None)]


async def test_nothing_else_changes_and_every_tally_stays_equal(database: Database, records: Records) -> None:
    hours = [Hour.parse("2016-07-31T23").earlier(7 * number) for number in range(40)]
    await records.save_all(
        [draft(f"{n}", NAV if n % 3 else {}, at=str(hour)) for n, hour in enumerate(hours)]
        + [draft("d", {}, outcome="declined")],
        now=NOW,
    )
    rest, counts = rows(database.path, REST), await _counts(database)

    await forget(database, RETENTION, now=Hour.parse("2017-01-01T00"))

    assert rows(database.path, REST) == rest
    assert await _counts(database) == counts
    assert len(await _counts(database)) == 3


async def _counts(database: Database) -> list[AnswerCount]:
    return await Counts(database).between("call", date(2016, 7, 1), date(2016, 8, 1))
