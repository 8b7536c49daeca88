from dataclasses import replace

from storage.database.connection import Database
from storage.records.corrections import Corrections
from storage.records.records import Records
from tests.storage.rows import NOW, SEAT, draft, rows


async def test_one_who_declined_leaves_no_day_when_it_is_taken_back(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(answers={}, outcome="declined"), by=SEAT, now=NOW)

    await corrections.void("nonce", by=1, now=NOW)

    assert rows(database.path, "SELECT occurred_at, recorded_at, voided_at FROM record") == [
        ("2016-07", "2016-07", "2016-07")
    ]


async def test_a_call_taken_back_counts_no_more_and_a_second_time_changes_nothing(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    voided = await corrections.void("nonce", by=1, now=NOW)
    again = await corrections.void("nonce", by=1, now=NOW)

    record = await records.find("nonce")
    assert record is not None
    assert (voided, again, record.voided, record.number) == (True, False, True, None)
    assert await records.count() == 0
    assert rows(database.path, "SELECT voided_at, revision FROM record") == [("2016-07-14", 2)]


async def test_a_call_brought_back_is_as_it_was_and_a_second_time_changes_nothing(
    database: Database, records: Records, corrections: Corrections
) -> None:
    saved = await records.save(draft(), by=SEAT, now=NOW)
    await corrections.void("nonce", by=1, now=NOW)
    restored = await corrections.restore("nonce", by=1, now=NOW)
    again = await corrections.restore("nonce", by=1, now=NOW)

    assert (restored, again) == (True, False)
    assert await records.find("nonce") == replace(saved.record, revision=3)
    assert rows(database.path, "SELECT voided_at, revision FROM record") == [(None, 3)]


async def test_a_call_that_is_not_there_can_be_neither_taken_back_nor_brought_back(
    corrections: Corrections,
) -> None:
    assert await corrections.void("none", by=1, now=NOW) is False
    assert await corrections.restore("none", by=1, now=NOW) is False


async def test_saving_again_what_was_taken_back_does_not_bring_it_back(
    records: Records, corrections: Corrections
) -> None:
    await records.save(draft(), by=SEAT, now=NOW)
    await corrections.void("nonce", by=1, now=NOW)

    saved = await records.save(draft(), by=SEAT, now=NOW)

    assert (saved.repeated, saved.record.voided) == (True, True)
