"""`/shifts`: what leaders see of the shifts, and what becomes of a corrected number."""

from dataclasses import replace

import pytest

from handlers.conversation import Handle
from storage.hour import Hour
from storage.records.retention import forget
from tests.example_forms import CALL
from tests.handlers.centre import LEADER, OWNER, Centre
from tests.handlers.shifts.answering import CHANGES, DAY, LISTED, SHIFT, WITHOUT_DECLINED, answer
from tests.handlers.shown import labels
from tests.storage.rows import RETENTION

HEAD = ["Vakten 07:30–15:00, tirsdag 3. november", "0\u00a0samtaler er ført."]


@pytest.mark.parametrize("seat", [LEADER, OWNER])
@pytest.mark.parametrize("command", ["shifts", "vakter"])
async def test_leaders_see_what_the_shifts_answered(asking: Centre, seat: int, command: str) -> None:
    await answer(asking)

    shown = await asking.write(command, seat=seat)

    assert shown.text.splitlines() == LISTED
    assert labels(shown) == [["tir. 3.11. 07:30–15:00 · 3/0/4"], ["Oppdater"]]


async def test_what_was_not_answered_is_a_dash(asking: Centre) -> None:
    await answer(asking, "Vet ikke", "Hopp over")

    shown = await asking.write("shifts", seat=LEADER)

    assert labels(shown)[0] == ["tir. 3.11. 07:30–15:00 · –/0/–"]


async def test_a_shift_shows_what_it_answered_and_what_can_be_corrected(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)

    shown = await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", seat=LEADER)

    assert shown.text.splitlines() == [
        *HEAD,
        "Anrop inn på telefonen: 3.",
        "Samtaler ut: 4.",
        WITHOUT_DECLINED,
    ]
    assert labels(shown) == [["Anrop inn", "Samtaler ut"], ["‹ Tilbake"]]
    assert labels(await asking.tap("‹ Tilbake", seat=LEADER))[0] == ["tir. 3.11. 07:30–15:00 · 3/0/4"]


async def test_another_number_is_chosen_and_it_says_what_it_was_and_what_it_is(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)

    choice = await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", "Anrop inn", seat=LEADER)
    changed = await asking.tap("6 eller flere", "Flere ›", "13", seat=LEADER)
    after = await asking.tap("‹ Tilbake", seat=LEADER)

    assert choice.text.splitlines()[-2:] == [
        WITHOUT_DECLINED,
        "Hvor mange andre besvarte anrop inn viste telefonen?",
    ]
    assert labels(choice) == [["Vet ikke"], ["0", "1", "2", "3", "4", "5"], ["6 eller flere"], ["‹ Tilbake"]]
    assert changed.text.splitlines() == [*HEAD, "Anrop inn på telefonen: var 3, er nå 13."]
    assert labels(changed) == [["Angre"], ["‹ Tilbake"]]
    assert after.text.splitlines()[2] == "Anrop inn på telefonen: 13 (rettet, var 3)."
    assert await asking.rows(SHIFT) == [("done", 13, 4)]
    assert await asking.rows(CHANGES) == [("counted", asking.number(LEADER), 3, 13)]


async def test_calls_out_are_corrected_likewise_also_to_not_known(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)

    changed = await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", "Samtaler ut", "Vet ikke", seat=LEADER)

    assert changed.text.splitlines() == [*HEAD, "Samtaler ut: var 4, er nå ikke kjent."]
    assert await asking.rows(SHIFT) == [("done", 3, None)]


async def test_a_change_is_taken_back(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)
    await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", "Anrop inn", "5", seat=LEADER)

    shown = await asking.tap("Angre", seat=LEADER)

    assert asking.sees(LEADER).notices == ["Det er som det var før."]
    assert shown.text.splitlines()[2] == "Anrop inn på telefonen: 3."
    assert await asking.rows(SHIFT) == [("done", 3, 4)]
    by = asking.number(LEADER)
    assert await asking.rows(CHANGES) == [("counted", by, 3, 5), ("counted", by, 5, 3)]


async def test_a_change_taken_back_by_a_tap_that_comes_twice_is_said_to_be_taken_back(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)
    await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", "Anrop inn", "5", "Angre", seat=LEADER)
    [place] = asking.sees(LEADER).views

    await asking.send(place, f"Takeback:{DAY}_1", seat=LEADER)

    assert asking.sees(LEADER).notices == ["Det er som det var før."] * 2
    assert len(await asking.rows(CHANGES)) == 2


async def test_what_somebody_else_has_changed_since_is_not_taken_back(asking: Centre) -> None:
    await answer(asking)
    for seat, number in ((LEADER, "5"), (OWNER, "2")):
        await asking.write("shifts", seat=seat)
        await asking.tap(labels(asking.sees(seat).newest)[0][0], "Anrop inn", number, seat=seat)

    shown = await asking.tap("Angre", seat=LEADER)

    assert asking.sees(LEADER).notices == ["Den er endret siden."]
    assert shown.text.splitlines()[2] == "Anrop inn på telefonen: 2 (rettet, var 3)."
    assert await asking.rows(SHIFT) == [("done", 2, 4)]


async def test_the_same_tap_again_answers_the_same_and_keeps_nothing(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)
    first = await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", "Anrop inn", "5", seat=LEADER)
    [place] = asking.sees(LEADER).views

    await asking.send(place, f"Correct:{DAY}_counted_5", seat=LEADER)

    assert asking.sees(LEADER).newest == first
    assert len(await asking.rows(CHANGES)) == 1


async def test_the_number_that_the_shift_gave_itself_is_there_already(asking: Centre) -> None:
    await answer(asking)
    await asking.write("shifts", seat=LEADER)
    await asking.tap("tir. 3.11. 07:30–15:00 · 3/0/4", "Anrop inn", "3", seat=LEADER)

    assert asking.sees(LEADER).notices == ["Det står slik allerede."]
    assert await asking.rows(CHANGES) == []


async def test_fewer_than_are_registered_are_taken_and_remarked_on(asking: Centre) -> None:
    await answer(asking, "2", "Uten detaljer", "0")
    await asking.write("shifts", seat=LEADER)

    changed = await asking.tap("tir. 3.11. 07:30–15:00 · 2/2/0", "Anrop inn", "1", seat=LEADER)

    assert changed.text.splitlines()[-1] == (
        "Det er ført flere enn telefonen viser. Se i /last om noen er ført to ganger."
    )
    assert await asking.rows(SHIFT) == [("done", 1, 0)]


async def test_a_declined_call_stands_in_no_figure_and_the_corrected_number_is_without_it(asking: Centre) -> None:
    await asking.write("log")
    await asking.tap("Vil ikke registreres")
    await answer(asking, "3", "Uten detaljer", "0")
    before = labels(await asking.write("shifts", seat=LEADER))[0]
    await asking.tap(*before, "Anrop inn", "5", seat=LEADER)
    at_once = labels(await asking.write("shifts", seat=LEADER))[0]
    kept = await asking.rows(SHIFT)
    asking.move(days=3)
    await forget(asking.database, RETENTION, now=Hour.of(asking.now))
    later = labels(await asking.write("shifts", seat=LEADER))[0]

    assert before == ["tir. 3.11. 07:30–15:00 · 2/2/0"]
    assert at_once == later == ["tir. 3.11. 07:30–15:00 · 5/2/0"]
    assert (kept, await asking.rows(SHIFT)) == ([("done", 6, 0)], [("done", 5, 0)])


async def test_where_calls_out_have_a_form_of_their_own_they_cannot_be_corrected(asking: Centre) -> None:
    out = CALL.model_copy(update={"key": "out", "telephone": "out"})
    asking.cases = replace(asking.cases, forms={"call": CALL, "out": out})
    await answer(asking, "0")
    await asking.write("shifts", seat=LEADER)

    shown = await asking.tap("tir. 3.11. 07:30–15:00 · 0/0/–", seat=LEADER)
    await asking.send(Handle(1), f"Calls:{DAY}_outgoing", seat=LEADER)

    assert labels(shown) == [["Anrop inn"], ["‹ Tilbake"]]
    assert "ut:" not in shown.text
    assert asking.sees(LEADER).notices == ["Denne knappen virker ikke lenger. Trykket er ikke lagret."]


async def test_the_latest_six_stand_on_a_page_and_back_leads_to_the_page_it_came_from(asking: Centre) -> None:
    await asking.cases.questions.due()
    for _ in range(8):
        asking.move(hours=8)
        await asking.cases.questions.due()
    for shift in await asking.cases.stores.handovers.unfinished():
        await asking.cases.stores.handovers.close(shift)

    first = labels(await asking.write("shifts", seat=LEADER))
    second = await asking.tap("Eldre ›", seat=LEADER)
    await asking.tap(labels(second)[0][0], seat=LEADER)
    again = await asking.tap("‹ Tilbake", seat=LEADER)

    assert (len(first), first[-1]) == (7, ["Oppdater", "Eldre ›"])
    assert labels(second)[-1] == ["‹ Nyere", "Oppdater"]
    assert again == second
    assert labels(await asking.tap("‹ Nyere", seat=LEADER)) == first
