"""Who may correct a call, and what happens where two do at once."""

import asyncio

import pytest

from bot.config.sections import Access, Logging
from tests.bot.chat_desk import DUTY, LEADER, OWNER, Desk
from tests.bot.tapping import call, carried, fresh, labels, last, seen, tap

ANOTHER = 14
CALLS = "SELECT caller, behalf, agency, reason, crisis, minority FROM calls ORDER BY id"
HISTORY = "SELECT what, account FROM change LEFT JOIN way_in ON seat = by ORDER BY record, number"
POLICE = ("agency", None, "police", "violence", "no", "no")


@pytest.fixture
def shared(desk: Desk) -> Desk:
    """Let two staff seats use the desk, which takes a moved clock for time gone by."""
    desk.take_moved_clock_for_time_gone_by()
    desk.access = Access(owners=[OWNER], leaders=[LEADER], staff=[DUTY, ANOTHER])
    return desk


@pytest.mark.parametrize("button", ["Endre", "Angre", "Tidspunkt", "Også nevnt"])
async def test_another_staff_seat_is_refused_in_a_sentence_that_it_must_close(shared: Desk, button: str) -> None:
    async with shared.open():
        await call(shared.person())
        other = shared.person(ANOTHER)
        receipt = await last(other)
        other.tap_data(receipt.id, carried(other, receipt.id, button))
        notice = await other.wait_for_notice("Bare den som førte samtalen, kan endre den, i 24 timer.")

    assert notice.alert
    assert seen(other, receipt.id) == receipt
    assert shared.rows(CALLS) == [POLICE]
    assert shared.rows(HISTORY) == []


@pytest.mark.parametrize(("own_hours", "within"), [(24, 24), (2, 2), (1, 1), (0, 0)])
async def test_the_window_is_the_configs_and_a_leader_needs_none(
    shared: Desk, own_hours: int, within: int
) -> None:
    shared.logging = Logging(own_hours=own_hours)
    async with shared.open():
        person = shared.person()
        receipt = await call(person)
        shared.clock.move(hours=within)
        await tap(person, receipt.id, "Endre", "Hva", "Oppfølging")
        shared.clock.move(hours=1)
        person.tap("Endre", message_id=receipt.id)
        refused = await person.wait_for_notice("Bare den som førte samtalen")
        leader = shared.person(LEADER)
        theirs = await last(leader)
        await tap(leader, theirs.id, "Endre", "Hva", "KRISE – vold")

    assert {0: "i samme time", 1: "i én time"}.get(own_hours, f"i {own_hours} timer") in refused.text
    assert shared.rows(HISTORY) == [("answers", DUTY), ("answers", LEADER)]
    assert shared.rows(CALLS) == [("agency", None, "police", "violence", "yes", "no")]


async def test_once_it_is_forgotten_whose_it_was_only_a_leader_corrects_it(shared: Desk) -> None:
    async with shared.open():
        person = shared.person()
        receipt = await call(person)
    shared.clock.move(hours=25)
    async with shared.open():
        async with asyncio.timeout(5):
            while shared.rows("SELECT * FROM record WHERE recorded_by IS NOT NULL"):
                await fresh(person)
        person.tap("Angre", message_id=receipt.id)
        await person.wait_for_notice("Deretter kan en leder gjøre det.")
        leader = shared.person(LEADER)
        theirs = await last(leader)
        await tap(leader, theirs.id, "Angre")

    assert shared.rows(HISTORY) == [("voided_at", LEADER)]


async def test_of_two_phones_at_once_one_is_kept_and_the_other_is_told_and_shown(shared: Desk) -> None:
    async with shared.open():
        person, leader = shared.person(), shared.person(LEADER)
        receipt = await call(person)
        theirs = await last(leader)
        await tap(person, receipt.id, "Endre", "Hva")
        await tap(leader, theirs.id, "Endre", "Hvem")
        person.tap("Oppfølging", message_id=receipt.id)
        leader.tap("NAV", message_id=theirs.id)
        shown = [await one.wait_for("Lagret") for one in (person, leader)]
        await asyncio.gather(fresh(person), fresh(leader))

    told = sorted(one.notices[-1].text for one in (person, leader))
    assert told == [
        "Endret.",
        "Samtalen er endret i mellomtiden. Her er den slik den er nå; trykket ditt er ikke lagret.",
    ]
    assert len(shared.rows(HISTORY)) == 1
    assert len(shown) == 2


@pytest.mark.parametrize("button", ["Endre", "Hva", "Vold", "Tidspunkt", "I går", "Også nevnt"])
async def test_a_button_of_a_call_that_was_taken_back_shows_that_it_was(shared: Desk, button: str) -> None:
    ways = {"Endre": [], "Hva": ["Endre"], "Vold": ["Endre", "Hva"], "I går": ["Tidspunkt"]}
    async with shared.open():
        person, leader = shared.person(), shared.person(LEADER)
        receipt = await call(person)
        await tap(person, receipt.id, *ways.get(button, []))
        data = carried(person, receipt.id, button)
        theirs = await last(leader)
        await tap(leader, theirs.id, "Angre")
        person.tap_data(receipt.id, data)
        await person.answered()
        after = seen(person, receipt.id)

    assert after.text.splitlines() == ["Angret. Samtalen teller ikke med.", *receipt.text.splitlines()[1:]]
    assert labels(after) == ["Hent tilbake"]
    assert person.notices[-1].text.startswith("Samtalen er endret i mellomtiden.")
    assert shared.rows(HISTORY) == [("voided_at", LEADER)]


async def test_only_its_seat_and_leaders_take_a_call_back_or_bring_it_back(shared: Desk) -> None:
    async with shared.open():
        person, other, leader = (shared.person(seat) for seat in (DUTY, ANOTHER, LEADER))
        receipt = await call(person)
        await tap(person, receipt.id, "Angre")
        theirs = await last(other)
        other.tap("Hent tilbake", message_id=theirs.id)
        await other.wait_for_notice("Bare den som førte samtalen")
        assert shared.rows(CALLS) == []
        restored = await tap(leader, (await last(leader)).id, "Hent tilbake")
        again = await tap(leader, restored.id, "Angre")
        own = await tap(person, receipt.id, "Hent tilbake")

    assert again.text.splitlines() == ["Angret. Samtalen teller ikke med.", *receipt.text.splitlines()[1:]]
    assert own.text == receipt.text
    assert shared.rows(HISTORY) == [("voided_at", seat) for seat in (DUTY, LEADER, LEADER, DUTY)]
