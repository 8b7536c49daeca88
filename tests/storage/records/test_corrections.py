import asyncio
from dataclasses import replace

import pytest

from storage.database.connection import Database
from storage.forms.question import Answers, Outcome
from storage.hour import Hour
from storage.records.corrections import Correction, Corrections
from storage.records.records import Records
from tests.example_forms import CALL
from tests.storage.rows import NAV, NOW, SEAT, draft, rows, source_of

LATER = NOW.earlier(-2)
OTHER = 43
SHIFT = "2016-07-14T15:00"
POLICE = {**NAV, "agency": "police"}
HISTORY = "SELECT number, what, at, by, before, after FROM change ORDER BY record, number"
TEXT = '{{"caller":"agency","agency":"{}","reason":"violence","crisis":"yes","minority":"no"}}'
ALL = "SELECT occurred_at, recorded_at, recorded_by, outcome, answers, revision, shift FROM record ORDER BY id"


def correction(answers: Answers = POLICE, revision: int = 1, outcome: Outcome = "registered") -> Correction:
    """Return new answers by somebody else, two hours after the call was kept."""
    return Correction("nonce", revision, outcome, answers, by=OTHER, at=LATER)


async def keep(records: Records, source: str = "nonce", **other: str) -> None:
    """Keep a call of the afternoon shift."""
    await records.save(replace(draft(source, **other), shift=SHIFT), by=SEAT, now=NOW)  # type: ignore[arg-type]


async def test_a_correction_writes_the_new_answers_and_one_row_of_what_they_were(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)

    corrected = await corrections.answer(correction(), CALL)

    assert corrected == await records.find("nonce")
    assert rows(database.path, HISTORY) == [
        (1, "answers", str(LATER), OTHER, TEXT.format("nav"), TEXT.format("police"))
    ]
    assert rows(database.path, ALL) == [
        ("2016-07-14T22", str(NOW), SEAT, "registered", TEXT.format("police"), 2, SHIFT)
    ]


async def test_the_same_correction_again_returns_the_record_and_leaves_no_trace(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)

    first = await corrections.answer(correction(), CALL)
    again = await corrections.answer(correction(), CALL)

    assert first == again
    assert len(rows(database.path, HISTORY)) == 1


async def test_of_two_corrections_at_once_from_one_revision_one_is_kept(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)

    kept = await asyncio.gather(
        *(corrections.answer(correction({**NAV, "agency": key}), CALL) for key in ("police", "health"))
    )

    assert sorted(one is not None for one in kept) == [False, True]
    assert [row[5] for row in rows(database.path, HISTORY)] == [TEXT.format("police" if kept[0] else "health")]


async def test_a_correction_that_began_with_an_earlier_revision_changes_nothing(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)
    await corrections.answer(correction(), CALL)

    assert await corrections.answer(correction({**NAV, "agency": "health"}), CALL) is None
    assert len(rows(database.path, HISTORY)) == 1


async def test_answers_that_come_back_are_a_correction_of_their_own(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)

    await corrections.answer(correction(), CALL)
    await corrections.answer(correction(NAV, revision=2), CALL)

    assert [(row[0], row[4], row[5]) for row in rows(database.path, HISTORY)] == [
        (1, TEXT.format("nav"), TEXT.format("police")),
        (2, TEXT.format("police"), TEXT.format("nav")),
    ]


async def test_a_call_that_was_taken_back_or_never_kept_is_not_corrected(
    database: Database, records: Records, corrections: Corrections
) -> None:
    assert await corrections.answer(correction(), CALL) is None

    await keep(records)
    await corrections.void("nonce", by=SEAT, now=NOW)

    assert await corrections.answer(correction(revision=2), CALL) is None
    assert await corrections.move("nonce", LATER, None, by=SEAT, now=NOW) is None
    assert [row[1] for row in rows(database.path, HISTORY)] == ["voided_at"]


async def test_a_call_taken_back_and_brought_back_meanwhile_has_another_revision(
    records: Records, corrections: Corrections
) -> None:
    await keep(records)
    await corrections.void("nonce", by=SEAT, now=NOW)
    await corrections.restore("nonce", by=SEAT, now=NOW)

    assert await corrections.answer(correction(revision=1), CALL) is None
    assert await corrections.answer(correction(revision=3), CALL) is not None


@pytest.mark.parametrize("outcome", ["unspecified", "irrelevant"])
async def test_a_call_without_details_is_filled_in_later(
    database: Database, records: Records, corrections: Corrections, outcome: Outcome
) -> None:
    aside: Answers = {"aside": "silent"} if outcome == "irrelevant" else {}
    await records.save(draft(answers=aside, outcome=outcome), by=SEAT, now=NOW)

    filled = await corrections.answer(correction(NAV), CALL)

    assert filled is not None
    assert (filled.outcome, filled.answers, filled.revision) == ("registered", NAV, 2)
    assert [(row[0], row[1], row[5]) for row in rows(database.path, HISTORY)] == [
        (1, "outcome", "registered"),
        (2, "answers", TEXT.format("nav")),
    ]


async def test_a_call_about_something_else_after_all_keeps_what_it_had_been(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)

    await corrections.answer(correction({"aside": "other"}, outcome="irrelevant"), CALL)

    assert [(row[1], row[4], row[5]) for row in rows(database.path, HISTORY)] == [
        ("outcome", "registered", "irrelevant"),
        ("answers", TEXT.format("nav"), '{"aside":"other"}'),
    ]


async def test_answers_of_an_older_form_stay_and_stand_last(records: Records, corrections: Corrections) -> None:
    await keep(records)
    older: Answers = {"colour": "red", **POLICE, "minority": "perhaps"}

    corrected = await corrections.answer(correction(older), CALL)

    assert corrected is not None
    assert corrected.answers == older
    assert list(corrected.answers)[-2:] == ["minority", "colour"]


async def test_a_call_is_moved_with_its_shift_and_a_row_of_when_it_was(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)
    hour = Hour.parse("2016-07-13T23")

    for _ in range(2):
        moved = await corrections.move("nonce", hour, "2016-07-13T22:30", by=OTHER, now=LATER)

    assert moved is not None
    assert (moved.occurred_at, moved.shift, moved.revision, moved.number) == (str(hour), "2016-07-13T22:30", 2, 1)
    assert rows(database.path, HISTORY) == [(1, "occurred_at", str(LATER), OTHER, "2016-07-14T22", str(hour))]


async def test_another_shift_of_the_same_hour_is_no_other_time(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)

    moved = await corrections.move("nonce", NOW.earlier(1), "2016-07-14T22:30", by=OTHER, now=LATER)

    assert moved is not None
    assert (moved.shift, moved.revision) == ("2016-07-14T22:30", 2)
    assert rows(database.path, HISTORY) == []


async def test_taking_back_and_bringing_back_are_history_too(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await keep(records)

    await corrections.void("nonce", by=SEAT, now=NOW)
    await corrections.restore("nonce", by=OTHER, now=LATER)

    assert rows(database.path, HISTORY) == [
        (1, "voided_at", str(NOW), SEAT, "", "2016-07-14"),
        (2, "voided_at", str(LATER), OTHER, "2016-07-14", ""),
    ]


async def test_corrections_of_other_calls_do_not_mix(
    database: Database, records: Records, corrections: Corrections
) -> None:
    for source in ("a", "nonce", "b"):
        await keep(records, source)

    await corrections.void("b", by=SEAT, now=NOW)
    await corrections.answer(correction(), CALL)

    assert rows(
        database.path, "SELECT source, number, what FROM change JOIN record ON record.id = record ORDER BY id"
    ) == [(await source_of(records, "nonce"), 1, "answers"), (await source_of(records, "b"), 1, "voided_at")]
