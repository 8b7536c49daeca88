from datetime import date

from storage.database.connection import Database
from storage.figures.counts import AnswerCount, Counts
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Records
from storage.records.retention import forget
from tests.storage.rows import NAV, NOW, SEAT, draft, rows

TIMES = "SELECT occurred_at, recorded_at, recorded_by FROM record ORDER BY id"
REST = "SELECT id, form, fingerprint, month, source, outcome, answers, revision, voided_at FROM record ORDER BY id"


async def _forget_at(database: Database, hour: str) -> list[tuple[object, ...]]:
    await forget(database, now=Hour.parse(hour), own_hours=24)
    return rows(database.path, TIMES)


async def test_the_seat_and_the_hour_of_registering_are_known_for_a_day(
    database: Database, records: Records
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)

    assert await _forget_at(database, "2016-07-15T23") == [("2016-07-14T22", "2016-07-14T23", SEAT)]
    assert await _forget_at(database, "2016-07-16T00") == [("2016-07-14T22", "2016-07-14", None)]


async def test_the_hour_of_the_call_is_known_for_31_days(database: Database, records: Records) -> None:
    await records.save(draft(), by=SEAT, now=NOW)

    assert await _forget_at(database, "2016-08-14T22") == [("2016-07-14T22", "2016-07-14", None)]
    assert await _forget_at(database, "2016-08-14T23") == [("2016-07-14", "2016-07-14", None)]


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

    await forget(database, now=Hour.parse("2017-01-01T00"), own_hours=24)

    assert rows(database.path, REST) == rest
    assert await _counts(database) == counts
    assert len(await _counts(database)) == 3


async def _counts(database: Database) -> list[AnswerCount]:
    return await Counts(database).between("call", date(2016, 7, 1), date(2016, 8, 1))
