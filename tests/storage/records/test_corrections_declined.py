from dataclasses import replace

from storage.database.connection import Database
from storage.forms.question import Answers, Outcome
from storage.records.corrections import Correction, Corrections
from storage.records.records import Draft, Records
from tests.example_forms import CALL
from tests.storage.rows import NAV, NOW, SEAT, draft, give_key, rows, source_of

LATER = NOW.earlier(-2)
OTHER = 43
SHIFT = "2016-07-14T15:00"
HISTORY = "SELECT * FROM change"
ALL = "SELECT occurred_at, recorded_at, recorded_by, outcome, answers, revision, shift FROM record"


def correction(answers: Answers, revision: int = 1) -> Correction:
    """Return new answers by somebody else, two hours after the call was kept."""
    outcome: Outcome = "registered" if answers else "declined"
    return Correction("nonce", revision, outcome, answers, by=OTHER, at=LATER)


async def keep(records: Records, source: str = "nonce") -> None:
    """Keep a call of the afternoon shift."""
    await records.save(replace(draft(source), shift=SHIFT), by=SEAT, now=NOW)


def declined(draft: Draft) -> Draft:
    """Return the same call of one who did not want to be registered."""
    return replace(draft, outcome="declined", answers={})


async def test_one_who_declines_after_all_leaves_nothing_but_the_month(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)
    await corrections.answer(correction({**NAV, "agency": "police"}), CALL)
    await corrections.move("nonce", NOW, SHIFT, by=OTHER, now=LATER)

    left = await corrections.answer(correction({}, revision=3), CALL)

    assert left is not None
    assert rows(database.path, ALL) == [("2016-07", "2016-07", None, "declined", "{}", 1, None)]
    assert rows(database.path, HISTORY) == []
    assert rows(database.path, "SELECT began, declined FROM shift") == [(SHIFT, 1)]


async def test_it_looks_like_one_that_was_declined_at_once_and_closes_the_gap_between_its_neighbours(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await give_key(database)
    for source in ("a", "nonce", "b", "c"):
        await keep(records, source)
    await corrections.void("b", by=SEAT, now=NOW)
    await corrections.answer(correction({}), CALL)
    [after_all] = rows(database.path, "SELECT * FROM record WHERE outcome = 'declined'")
    ids = rows(database.path, "SELECT source, id FROM record WHERE id > 0 ORDER BY id")

    async with Database.open(database.path.with_name("other.db")) as other:
        await give_key(other)
        await Records(other).save(declined(replace(draft(), shift=SHIFT)), by=SEAT, now=NOW)

    assert rows(other.path, "SELECT * FROM record") == [after_all]
    assert ids == [(await source_of(records, source), n) for n, source in enumerate("abc", 1)]
    assert rows(database.path, "SELECT record, what FROM change") == [(2, "voided_at")]


async def test_declining_twice_declines_once_and_says_so_again(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)
    decline = correction({})

    first = await corrections.answer(decline, CALL)
    again = await corrections.answer(decline, CALL)

    assert first == again
    assert again is not None
    assert rows(database.path, "SELECT declined FROM shift") == [(1,)]


async def test_nothing_can_be_learnt_of_one_who_declined_by_correcting(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(declined(draft()), by=SEAT, now=NOW)

    assert await corrections.answer(correction(NAV), CALL) is None
    assert await corrections.move("nonce", NOW, SHIFT, by=OTHER, now=LATER) is None
    await corrections.void("nonce", by=OTHER, now=LATER)
    await corrections.restore("nonce", by=OTHER, now=LATER)
    assert rows(database.path, HISTORY) == []
    assert [row[:4] for row in rows(database.path, ALL)] == [("2016-07", "2016-07", None, "declined")]


async def test_a_declined_call_taken_back_counts_in_the_shift_on_duty_no_more(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await records.save(declined(replace(draft(), shift=SHIFT)), by=SEAT, now=NOW)
    counted = []
    for change in (corrections.void, corrections.void, corrections.restore, corrections.restore):
        await change("nonce", by=SEAT, now=NOW, shift=SHIFT)
        counted += rows(database.path, "SELECT declined FROM shift")

    assert counted == [(0,), (0,), (1,), (1,)]
