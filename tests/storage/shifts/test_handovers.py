import asyncio

import pytest

from storage.database.connection import Database
from storage.forms.question import Outcome
from storage.hour import Hour
from storage.records.corrections import Corrections
from storage.records.records import Draft, Records
from storage.shifts.handovers import Handover, HandoverQuestion, Handovers
from tests.example_forms import CALL
from tests.storage.rows import SEAT, rows, source_of

DAY, EVENING = "2026-11-03T07:30", "2026-11-03T15:00"
UNTIL, LAST = "2026-11-03T15:00", "2026-11-03T14"
NOW = Hour.parse("2026-11-03T15")
OTHER = 43
OUTCOMES: tuple[Outcome, ...] = ("registered", "unspecified", "declined", "irrelevant")


@pytest.fixture
def handovers(database: Database) -> Handovers:
    """Keep handovers in the fresh database."""
    return Handovers(database)


def of_shift(source: str, shift: str = DAY, at: str = LAST, outcome: Outcome = "irrelevant") -> Draft:
    """Return a call of a shift."""
    return Draft(CALL, at, outcome, {}, source, shift)


async def asked(handovers: Handovers, counted: int | None = None) -> None:
    """Ask about the day shift, and answer where a number is given."""
    await handovers.ask(DAY, UNTIL, [SEAT])
    if counted is not None:
        await handovers.count(DAY, counted)


async def step(handovers: Handovers) -> tuple[str, int | None, int | None]:
    """Return how far the day shift's questions have come, and what was answered."""
    handover = await handovers.look(DAY)
    assert handover is not None
    return handover.step, handover.counted, handover.outgoing


async def test_the_first_start_is_remembered(handovers: Handovers) -> None:
    first = await handovers.since("2026-11-03T14:20")
    again = await handovers.since("2026-11-09T08:00")

    assert (first, again) == ("2026-11-03T14:20", "2026-11-03T14:20")


async def test_a_shift_is_asked_about_once_and_in_as_many_chats_as_at_first(handovers: Handovers) -> None:
    new = await asyncio.gather(*(handovers.ask(DAY, UNTIL, [SEAT, OTHER]) for _ in range(3)))
    later = await handovers.ask(DAY, UNTIL, [44])

    assert (sorted(new), later) == ([False, False, True], False)
    assert await handovers.questions(DAY) == [
        HandoverQuestion(DAY, SEAT, None),
        HandoverQuestion(DAY, OTHER, None),
    ]
    assert await handovers.unfinished() == [DAY]


async def test_it_is_known_where_a_question_stands_until_it_is_dropped(handovers: Handovers) -> None:
    await handovers.ask(DAY, UNTIL, [SEAT, OTHER])
    [mine, theirs] = await handovers.questions(DAY)
    await handovers.sent(mine, 7)
    await handovers.drop(theirs)

    assert await handovers.questions(DAY) == [HandoverQuestion(DAY, SEAT, 7)]


async def test_of_a_shift_nobody_was_asked_about_nothing_is_told_nor_taken(
    handovers: Handovers, records: Records
) -> None:
    await records.save(of_shift("a", outcome="declined"), by=SEAT, now=NOW)

    assert await handovers.look(DAY) is None
    assert await handovers.count(DAY, 3) is None
    assert not await handovers.finish(DAY, 3)
    assert await handovers.unfinished() == []


async def test_every_call_that_counts_is_registered_whatever_its_outcome(
    handovers: Handovers, records: Records, corrections: Corrections
) -> None:
    for outcome in OUTCOMES:
        await records.save(of_shift(outcome, outcome=outcome), by=SEAT, now=NOW)
    await records.save(of_shift("voided"), by=SEAT, now=NOW)
    await corrections.void("voided", by=SEAT, now=NOW)
    await records.save(of_shift("other", EVENING), by=OTHER, now=NOW)
    await asked(handovers, 6)

    assert await handovers.look(DAY) == Handover(DAY, "missing", 6, None, 4)
    assert await handovers.seats(DAY) == {SEAT}


@pytest.mark.parametrize(
    ("counted", "kept"),
    [
        (None, ("outgoing", None, None)),
        (0, ("outgoing", 0, None)),
        (1, ("outgoing", 1, None)),
        (2, ("missing", 2, None)),
    ],
)
async def test_only_a_number_larger_than_what_is_registered_leaves_something_missing(
    handovers: Handovers, records: Records, counted: int | None, kept: tuple[str, int | None, int | None]
) -> None:
    await records.save(of_shift("a"), by=SEAT, now=NOW)
    await asked(handovers)
    await handovers.count(DAY, counted)

    assert await step(handovers) == kept


async def test_of_two_answers_at_once_one_is_kept_and_the_other_told_so(handovers: Handovers) -> None:
    await asked(handovers)

    answers = await asyncio.gather(handovers.count(DAY, 3), handovers.count(DAY, 5))
    [kept] = [answer for answer in answers if answer is not None]

    assert await step(handovers) == ("missing", kept.counted, None)


async def test_calls_out_are_answered_once_and_only_after_the_calls_in(handovers: Handovers) -> None:
    await asked(handovers)

    early = await handovers.finish(DAY, 1)
    await handovers.count(DAY, 0)
    answers = await asyncio.gather(handovers.finish(DAY, 2), handovers.finish(DAY, 2))

    assert (early, sorted(answers)) == (False, [False, True])
    assert await step(handovers) == ("done", 0, 2)


async def test_what_is_missing_is_filled_once_and_with_no_more_than_is_missing(
    handovers: Handovers, records: Records
) -> None:
    await records.save(of_shift("a"), by=SEAT, now=NOW)
    await asked(handovers, 3)
    drafts = [[of_shift(f"{phone}{number}") for number in range(9)] for phone in "bc"]

    await asyncio.gather(*(handovers.fill(DAY, each, by=SEAT, now=NOW) for each in drafts))

    assert await handovers.look(DAY) == Handover(DAY, "missing", 3, None, 3)


async def test_it_goes_on_when_nothing_is_missing_any_more_or_it_is_left_so(handovers: Handovers) -> None:
    await asked(handovers, 1)

    await handovers.move_on(DAY)
    still = await step(handovers)
    await handovers.move_on(DAY, whatever=True)

    assert (still[0], (await step(handovers))[0]) == ("missing", "outgoing")


@pytest.mark.parametrize("whatever", [False, True])
async def test_a_wrong_number_can_be_taken_back_until_all_is_answered(
    handovers: Handovers, whatever: bool
) -> None:
    await asked(handovers, 5)
    await handovers.move_on(DAY, whatever=whatever)

    await handovers.reopen(DAY)
    again = await step(handovers)
    await handovers.count(DAY, 0)
    await handovers.finish(DAY, None)
    await handovers.reopen(DAY)

    assert again == ("incoming", None, None)
    assert await step(handovers) == ("done", 0, None)


async def test_what_is_closed_keeps_its_answers_and_takes_no_more(handovers: Handovers) -> None:
    await asked(handovers, 2)

    await handovers.close(DAY)
    await handovers.reopen(DAY)

    assert await handovers.count(DAY, 4) is None
    assert not await handovers.finish(DAY, 4)
    assert await step(handovers) == ("done", 2, None)
    assert (await handovers.questions(DAY), await handovers.unfinished()) == ([], [])


async def test_the_first_calls_after_the_handover_go_to_the_shift_before_as_many_as_it_lacks(
    handovers: Handovers, records: Records, corrections: Corrections, database: Database
) -> None:
    for source in ("voided", "first", "second", "third"):
        await records.save(of_shift(source, EVENING, "2026-11-03T15"), by=SEAT, now=NOW)
    await records.save(of_shift("later", EVENING, "2026-11-03T16"), by=SEAT, now=NOW)
    await corrections.void("voided", by=SEAT, now=NOW)
    await asked(handovers, 2)
    late = await handovers.just_after(EVENING, "2026-11-03T15")

    await asyncio.gather(*(handovers.take(DAY, EVENING, "2026-11-03T15") for _ in range(2)))

    assert late == 3
    assert rows(database.path, "SELECT source FROM record WHERE shift LIKE '%07:30' ORDER BY id") == [
        (await source_of(records, "first"),),
        (await source_of(records, "second"),),
    ]
    assert await handovers.look(DAY) == Handover(DAY, "missing", 2, None, 2)
