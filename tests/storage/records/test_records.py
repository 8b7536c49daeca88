import asyncio
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.database.connection import Database, DatabaseFault
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.export import Export, Stretch
from storage.records.records import Record, Records, canonical
from tests.example_forms import CALL, VISITS
from tests.storage.rows import NAV, NOW, SEAT, draft, rows, source_of

TODAY = date(2016, 7, 14)
ALL = "SELECT occurred_at, recorded_at, recorded_by, outcome, answers FROM record"


async def test_a_saved_call_is_in_the_file_word_for_word(database: Database, records: Records) -> None:
    await records.save(draft(), by=SEAT, now=NOW)

    assert rows(database.path, "SELECT form, fingerprint, source, revision, voided_at, month FROM record") == [
        ("call", CALL.fingerprint, await source_of(records, "nonce"), 1, None, "2016-07")
    ]
    assert rows(database.path, ALL) == [
        (
            "2016-07-14T22",
            "2016-07-14T23",
            SEAT,
            "registered",
            '{"caller":"agency","agency":"nav","reason":"violence","crisis":"yes","minority":"no"}',
        )
    ]


async def test_the_same_source_is_saved_once_and_the_first_answers_stand(records: Records) -> None:
    first = await records.save(draft(), by=SEAT, now=NOW)
    second = await records.save(draft(answers={"caller": "man"}), by=SEAT, now=NOW)

    assert (first.repeated, second.repeated) == (False, True)
    assert second.record == first.record
    assert await records.count() == 1


async def test_the_same_source_at_once_is_saved_once(records: Records) -> None:
    saved = await asyncio.gather(*(records.save(draft(), by=SEAT, now=NOW) for _ in range(10)))

    assert sorted(one.repeated for one in saved) == [False, *[True] * 9]
    assert await records.count() == 1


async def test_what_was_saved_is_found_as_it_was(records: Records) -> None:
    visit = draft(answers={"who": "man", "violence": ("physical", "threats"), "outside": "no"}, form=VISITS)
    saved = await records.save(visit, by=SEAT, now=NOW)

    assert saved.record == Record(
        form="visit",
        occurred_at="2016-07-14T22",
        outcome="registered",
        answers=visit.answers,
        voided=False,
        source=await source_of(records, "nonce"),
        revision=1,
        recorded_at=str(NOW),
        recorded_by=SEAT,
        shift=None,
        number=1,
    )
    assert await records.find("nonce") == saved.record
    assert await records.find("another") is None


@given(st.permutations(list(NAV)))
def test_equal_answers_are_equal_text_whatever_the_order_they_came_in(order: list[str]) -> None:
    assert canonical(CALL, {key: NAV[key] for key in order}) == canonical(CALL, NAV)


@given(st.permutations(["physical", "threats", "unknown"]))
def test_equal_choices_are_equal_text_whatever_the_order_they_were_made_in(chosen: list[str]) -> None:
    assert canonical(VISITS, {"violence": tuple(chosen)}) == '{"violence":["physical","threats","unknown"]}'


def test_not_asked_nothing_chosen_and_not_known_are_three_texts() -> None:
    texts = [canonical(VISITS, answers) for answers in ({}, {"violence": ()}, {"violence": ("unknown",)})]

    assert texts == ["{}", '{"violence":[]}', '{"violence":["unknown"]}']


async def test_one_who_declined_leaves_nothing_but_the_month(database: Database, records: Records) -> None:
    saved = await records.save(draft(answers={}, outcome="declined"), by=SEAT, now=NOW)

    assert rows(database.path, ALL) == [("2016-07", "2016-07", None, "declined", "{}")]
    assert saved.record.number is None


async def test_answers_of_one_who_declined_are_refused(records: Records) -> None:
    with pytest.raises(DatabaseFault):
        await records.save(draft(outcome="declined"), by=SEAT, now=NOW)

    assert await records.count() == 0


async def test_a_call_has_its_number_among_the_days_calls_that_count(
    records: Records, corrections: Corrections
) -> None:
    async def number(source: str, **other: str) -> int | None:
        call = draft(source, **other)  # type: ignore[arg-type]
        return (await records.save(call, by=SEAT, now=NOW)).record.number

    assert await number("a") == 1
    assert await number("b", at="2016-07-14T01") == 2
    assert await number("c", at="2016-07-13T22") == 1
    assert await number("d", outcome="irrelevant") is None
    assert await number("e", outcome="unspecified") == 3
    await corrections.void("a", by=1, now=NOW)
    assert await number("f") == 3
    assert (await records.save(draft("g", {}, form=VISITS), by=SEAT, now=NOW)).record.number == 1


async def test_many_are_saved_together_or_not_at_all(records: Records) -> None:
    await records.save(draft("a"), by=SEAT, now=NOW)

    assert await records.save_all([draft("a"), draft("b"), draft("c")], now=NOW) == 2
    with pytest.raises(DatabaseFault):
        await records.save_all([draft("d"), draft("e", outcome="declined")], now=NOW)
    assert await records.count() == 3


async def test_many_are_saved_without_anybodys_name_on_them(database: Database, records: Records) -> None:
    await records.save_all([draft("a"), draft("b", {}, outcome="declined")], now=Hour.parse("2016-08-01T00"))

    assert [row[:4] for row in rows(database.path, ALL)] == [
        ("2016-07", "2016-08", None, "declined"),
        ("2016-07-14T22", "2016-08-01T00", None, "registered"),
    ]


async def test_one_who_declined_stands_between_no_neighbours_whose_times_would_tell(
    database: Database, records: Records
) -> None:
    for source, outcome in (("a", "registered"), ("b", "declined"), ("c", "registered"), ("d", "declined")):
        await records.save(draft(source, {} if outcome == "declined" else NAV, outcome=outcome), by=SEAT, now=NOW)  # type: ignore[arg-type]

    kept = dict(rows(database.path, "SELECT source, id FROM record"))
    ids = {nonce: kept[await source_of(records, nonce)] for nonce in "abcd"}
    assert (ids["a"], ids["c"]) == (1, 2)
    assert ids["b"] < 0
    assert ids["d"] not in range(ids["b"] - 9, ids["b"] + 9)


@pytest.mark.parametrize("at", ["", "2016", "2016-07-14T22:15", "2016-07-14 22:15:00"])
async def test_the_file_itself_refuses_a_time_that_is_too_exact_or_none(records: Records, at: str) -> None:
    with pytest.raises(DatabaseFault):
        await records.save(draft(at=at), by=SEAT, now=NOW)


async def test_none_is_looked_for_by_reading_all(database: Database, records: Records) -> None:
    asked: list[str] = []
    async with database.reading() as connection:
        await connection.set_trace_callback(asked.append)
    await records.save(draft(), by=SEAT, now=NOW)
    await records.find("nonce")
    await records.latest(9, 0)
    await records.latest_of(SEAT, "2016-07-14T15:00", 9, 0)
    _ = [row async for row in Export(database, CALL).rows(Stretch())]

    plans = [step for statement in asked for *_, step in rows(database.path, f"EXPLAIN QUERY PLAN {statement}")]
    assert not {"SCAN record", "SCAN other"} & set(plans)
    assert any(step.startswith("SEARCH other USING INDEX record_time") for step in plans)
