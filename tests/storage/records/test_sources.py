import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.database.connection import Database
from storage.records.corrections import Correction, Corrections
from storage.records.records import Records
from storage.records.sources import Sources, _hashed
from storage.shifts.handovers import Handovers
from tests.example_forms import CALL
from tests.handlers.tap.any_tap import nonces
from tests.storage.rows import NAV, NOW, SEAT, draft, rows, source_of

KEPT = "SELECT source FROM record"
EARLIER = (
    "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, recorded_by, source, outcome, answers)"
    """ VALUES ('call', '', '2016-07-14T22', '2016-07-14', 42, 'Zz09-_aBcD', 'registered', '{"caller":"man"}')"""
)
NONCE = "Zz09-_aBcD"


@given(nonce=nonces, key=st.binary(min_size=32, max_size=32))
def test_a_source_is_written_as_a_nonce_is_and_is_another(nonce: str, key: bytes) -> None:
    source = _hashed(key, nonce)

    assert len(source) == len(nonce) == 10
    assert set(source) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert source != nonce


def test_it_is_the_first_sixty_bits_of_hmac_sha256() -> None:
    # The second test case of RFC 4231.
    assert _hashed(b"Jefe", "what do ya want for nothing?") == "W9zBRr9gdU"


async def test_the_nonce_of_a_tap_is_nowhere_in_the_file(database: Database, records: Records) -> None:
    await records.save(draft(NONCE), by=SEAT, now=NOW)

    assert NONCE.encode() not in database.path.read_bytes()


async def test_the_key_is_drawn_once_and_is_each_databases_own(database: Database) -> None:
    drawn = iter([b"1" * 32, b"2" * 32])

    sources = [await Sources(database, lambda _: next(drawn)).of(NONCE) for _ in range(2)]

    assert sources == [_hashed(b"1" * 32, NONCE)] * 2
    assert rows(database.path, "SELECT key FROM source_key") == [(b"1" * 32,)]


async def test_looking_up_makes_no_key(database: Database, records: Records) -> None:
    assert await records.find(NONCE) is None
    assert rows(database.path, "SELECT * FROM source_key") == []


async def test_a_record_is_found_by_its_nonce_and_by_what_it_is_kept_under(records: Records) -> None:
    saved = await records.save(draft(NONCE), by=SEAT, now=NOW)

    assert saved.record == await records.find(NONCE) == await records.find(saved.record.source)
    assert await records.find(f"{NONCE[:-1]}x") is None


@pytest.mark.parametrize("earlier", [False, True], ids=["kept under a hash", "kept under its nonce"])
@pytest.mark.parametrize("by_nonce", [False, True], ids=["by source", "by nonce"])
async def test_a_record_is_corrected_moved_voided_and_restored_by_either(
    database: Database, records: Records, corrections: Corrections, earlier: bool, by_nonce: bool
) -> None:
    await (database.write(EARLIER) if earlier else records.save(draft(NONCE), by=SEAT, now=NOW))
    carried = NONCE if by_nonce else await source_of(records, NONCE)

    corrected = await corrections.answer(
        Correction(carried, 1, "registered", {**NAV, "agency": "police"}, by=SEAT, at=NOW), CALL
    )
    moved = await corrections.move(carried, NOW, None, by=SEAT, now=NOW)
    changed = [await change(carried, by=SEAT, now=NOW) for change in (corrections.void, corrections.restore)]

    assert corrected is not None
    assert moved is not None
    assert (corrected.answers["agency"], moved.occurred_at, changed) == ("police", str(NOW), [True, True])
    assert rows(database.path, "SELECT count(*), max(revision) FROM record") == [(1, 5)]


async def test_a_call_that_was_kept_under_its_nonce_is_not_saved_again_by_an_old_button(
    database: Database, records: Records
) -> None:
    await database.write(EARLIER)

    saved = await records.save(draft(NONCE), by=SEAT, now=NOW)

    assert saved.repeated
    assert saved.record.answers == {"caller": "man"}
    assert rows(database.path, KEPT) == [(NONCE,)]


async def test_missing_calls_are_kept_under_hashes_too(database: Database) -> None:
    handovers, shift = Handovers(database), "2016-07-14T15:00"
    await handovers.ask(shift, "2016-07-14T22:30", [SEAT])
    await handovers.count(shift, 2)

    await handovers.fill(shift, [draft(NONCE), draft("0123456789")], by=SEAT, now=NOW)

    kept = {source for (source,) in rows(database.path, KEPT)}
    assert len(kept) == 2
    assert not kept & {NONCE, "0123456789"}


async def test_what_is_not_tapped_keeps_its_own_source(database: Database, records: Records) -> None:
    await records.save_all([draft("invented:1")], now=NOW)

    assert rows(database.path, KEPT) == [("invented:1",)]
    assert await source_of(records, "invented:1") == "invented:1"
