from dataclasses import replace

import pytest

from storage.database.connection import Database
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Records
from storage.records.retention import forget
from tests.storage.rows import NOW, RETENTION, SEAT, draft, source_of

SHIFT, BEFORE = "2016-07-14T22:30", "2016-07-14T15:00"
OTHER = 43


@pytest.fixture
async def busy(records: Records) -> None:
    """Keep a call of each seat in each of two shifts."""
    for seat in (SEAT, OTHER):
        for shift in (BEFORE, SHIFT):
            await records.save(replace(draft(f"{seat}{shift[8:13]}"), shift=shift), by=seat, now=NOW)


async def kept_under(records: Records, *nonces: str) -> list[str]:
    """Return what the records of these nonces are kept under."""
    return [await source_of(records, nonce) for nonce in nonces]


async def of(records: Records, seat: int, shift: str = SHIFT, most: int = 9, skipped: int = 0) -> list[str]:
    """Return the sources of the shift's and the seat's records, in the order found."""
    return [record.source for record in await records.latest_of(seat, shift, most, skipped)]


@pytest.mark.usefixtures("busy")
async def test_a_seat_sees_its_own_and_the_shifts_each_once_the_newest_first(records: Records) -> None:
    assert await of(records, SEAT) == await kept_under(records, "4314T22", "4214T22", "4214T15")
    assert await of(records, 99) == await kept_under(records, "4314T22", "4214T22")
    assert await of(records, 99, "2016-07-15T07:30") == []


@pytest.mark.usefixtures("busy")
async def test_everybodys_are_all_and_pages_neither_overlap_nor_leave_out(records: Records) -> None:
    pages = [[r.source for r in await records.latest(3, skipped)] for skipped in (0, 3, 6)]

    assert pages == [
        await kept_under(records, "4314T22", "4314T15", "4214T22"),
        await kept_under(records, "4214T15"),
        [],
    ]
    assert [await of(records, SEAT, most=2, skipped=skipped) for skipped in (0, 2)] == [
        await kept_under(records, "4314T22", "4214T22"),
        await kept_under(records, "4214T15"),
    ]


@pytest.mark.usefixtures("busy")
async def test_a_record_is_told_as_it_is_found_by_its_source_also_one_that_was_taken_back(
    records: Records, corrections: Corrections
) -> None:
    await corrections.void("4214T15", by=SEAT, now=NOW)

    found = await records.latest(9, 0)

    assert [record.voided for record in found] == [False, False, False, True]
    assert found == [await records.find(record.source) for record in found]


async def test_imported_and_declined_records_are_nobodys(records: Records) -> None:
    await records.save_all([draft("call.csv:1")], now=NOW)
    await records.save(replace(draft("d", {}, outcome="declined"), shift=SHIFT), by=SEAT, now=NOW)
    await records.save(draft("u", {}, outcome="unspecified"), by=SEAT, now=NOW)

    assert [record.source for record in await records.latest(9, 0)] == await kept_under(records, "u")
    assert await of(records, SEAT) == await kept_under(records, "u")


@pytest.mark.usefixtures("busy")
async def test_once_it_is_forgotten_who_registered_a_call_only_its_shift_has_it(
    records: Records, database: Database
) -> None:
    await forget(database, RETENTION, now=Hour.parse("2016-07-16T00"))

    assert await of(records, SEAT) == await kept_under(records, "4314T22", "4214T22")
    assert len(await records.latest(9, 0)) == 4
