"""Reasons mix: the first is the main one, and the others are added under the receipt."""

import pytest

from tests.bot.chat_desk import DUTY, LEADER, Desk
from tests.bot.tapping import answer_to, call, carried, fresh, labels, opened, tap

ALSO = "Også nevnt"
VIOLENCE, FOLLOW_UP, GUIDANCE = "Konkret om vold", "Oppfølging og koordinering", "Råd og veiledning"
BELOW = ["‹ Tilbake", "Avbryt", "Ferdig"]
ROW = "SELECT reason, also FROM calls ORDER BY id"


async def test_the_main_reason_is_not_offered_and_the_others_are_added_and_taken_away(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        asked = await tap(person, receipt.id, ALSO)
        chosen = await tap(person, receipt.id, GUIDANCE, FOLLOW_UP)
        done = await tap(person, receipt.id, f"✓ {GUIDANCE}", "Ferdig")

    assert labels(asked) == [FOLLOW_UP, GUIDANCE, *BELOW]
    assert labels(chosen) == [f"✓ {FOLLOW_UP}", f"✓ {GUIDANCE}", *BELOW]
    assert "Også nevnt: oppfølging, råd og veiledning" in chosen.text
    assert "\nOgså nevnt: oppfølging\n" in done.text
    assert desk.rows(ROW) == [("violence", '["follow_up"]')]
    assert desk.rows("SELECT what, account FROM change LEFT JOIN way_in ON seat = by") == [("answers", DUTY)]


async def test_nothing_is_kept_before_it_is_done(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        after = await tap(person, receipt.id, ALSO, GUIDANCE, "Avbryt")

    assert after.text == receipt.text
    assert desk.rows(ROW) == [("violence", None)]
    assert desk.rows("SELECT * FROM change") == []


async def test_all_taken_away_again_is_as_if_nothing_had_been_said(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        [before] = desk.rows("SELECT answers FROM record")
        await tap(person, receipt.id, ALSO, GUIDANCE, "Ferdig")
        after = await tap(person, receipt.id, ALSO, f"✓ {GUIDANCE}", "Ferdig")

    assert after.text == receipt.text
    assert desk.rows("SELECT answers FROM record") == [before]


@pytest.mark.parametrize(
    ("mentioned", "left"),
    [((FOLLOW_UP,), None), ((FOLLOW_UP, GUIDANCE), '["guidance"]'), ((GUIDANCE,), '["guidance"]')],
)
async def test_what_becomes_the_main_reason_is_no_longer_mentioned_besides(
    desk: Desk, mentioned: tuple[str, ...], left: str | None
) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        await tap(person, receipt.id, ALSO, *mentioned, "Ferdig")
        await tap(person, receipt.id, "Endre", "Hva", "Oppfølging")
        asked = await tap(person, receipt.id, ALSO)

    assert desk.rows(ROW) == [("follow_up", left)]
    assert labels(asked)[0] == VIOLENCE


async def test_another_caller_or_background_leaves_what_was_mentioned(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        await tap(person, receipt.id, ALSO, GUIDANCE, "Ferdig")
        await tap(person, receipt.id, "Endre", "Hvem", "Kvinne – seg selv")
        await tap(person, receipt.id, "Endre", "Bakgrunn", "Ja")

    assert desk.rows("SELECT caller, minority, also FROM calls") == [("woman", "yes", '["guidance"]')]


async def test_a_call_that_ends_otherwise_keeps_nothing_that_was_mentioned(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        await tap(person, receipt.id, ALSO, GUIDANCE, "Ferdig")
        await tap(person, receipt.id, "Endre", "Hvem", "Feil nummer/annet")

    assert desk.rows("SELECT outcome, aside, also FROM calls") == [("irrelevant", "other", None)]


async def test_one_more_like_it_does_not_copy_what_was_mentioned(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        await tap(person, receipt.id, ALSO, GUIDANCE, "Ferdig")
        more = await opened(person, receipt.id, "Én til som denne")
        await tap(person, more.id, "Ja")

    assert desk.rows(ROW) == [("violence", '["guidance"]'), ("violence", None)]


async def test_a_call_whose_reason_is_not_known_may_mention_all(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person, "NAV", "KRISE – ikke kjent", "Ja")
        asked = await tap(person, receipt.id, ALSO)

    assert labels(asked) == [VIOLENCE, FOLLOW_UP, GUIDANCE, *BELOW]


async def test_the_main_reason_cannot_be_mentioned_by_a_hostile_tap(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        receipt = await call(person)
        await tap(person, receipt.id, ALSO)
        data = carried(person, receipt.id, FOLLOW_UP)
        place = data.index("DB")  # the fourth screen, the second button
        person.tap_data(receipt.id, f"{data[:place]}DA{data[place + 2 :]}")
        await person.wait_for_notice("Denne knappen virker ikke lenger.")

    assert desk.rows(ROW) == [("violence", None)]


async def test_done_twice_keeps_it_once_and_the_summary_counts_it_apart(desk: Desk) -> None:
    async with desk.open():
        person, leader = desk.person(), desk.person(LEADER)
        receipt = await call(person)
        await tap(person, receipt.id, ALSO, GUIDANCE)
        done = carried(person, receipt.id, "Ferdig")
        await tap(person, receipt.id, "Ferdig")
        person.tap_data(receipt.id, done)
        await fresh(person)
        told = await answer_to(leader, "/stats 2026-11", "Også nevnt")

    assert len(desk.rows("SELECT * FROM change")) == 1
    assert "råd og veiledning 1" in told.text.lower()
