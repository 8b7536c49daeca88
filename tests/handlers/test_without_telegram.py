"""Everything that staff and leaders do, on a front end that is a plain list of what was shown."""

import subprocess
import sys

import pytest

from handlers.conversation import Handle
from handlers.tap import encode
from storage.hour import Hour
from tests.handlers.centre import DUTY, LEADER, OTHER, Centre

ROW = "SELECT occurred_at, outcome, agency, reason, crisis, minority FROM calls"
FRESH = "Klar for neste samtale"
DEAD = "Denne knappen virker ikke lenger. Trykket er ikke lagret."


async def test_a_call_takes_three_taps_and_leaves_its_receipt_and_a_fresh_form(centre: Centre) -> None:
    await centre.write("log")
    receipt = await centre.tap("Politi", "KRISE – vold", "Ikke kjent")

    assert receipt.text == (
        "Lagret · nr.\u00a01 i dag\nPoliti · vold · krise\n"
        "Minoritetsspråklig bakgrunn: ikke kjent\nTirsdag 3. november, kl.\u00a014–15"
    )
    assert centre.sees().newest.text.startswith(FRESH)
    assert await centre.rows(ROW) == [("2026-11-03T14", "registered", "police", "violence", "yes", "unknown")]


async def test_a_tap_is_two_calls_and_three_where_it_saves_and_its_repeat_only_replaces(centre: Centre) -> None:
    await centre.write("log")
    seen = centre.sees()
    await centre.tap("Politi", "Vold")
    assert sorted(seen.calls) == ["answer", "answer", "replace", "replace", "show"]

    handle, last = seen.button("Nei")
    for calls in (["answer", "replace", "show"], ["answer", "replace"]):
        seen.calls.clear()
        await centre.send(handle, encode(last.tap))
        assert sorted(seen.calls) == calls

    assert len(await centre.rows(ROW)) == 1
    assert seen.notices[-1] == "Denne samtalen er allerede ført."


async def test_where_the_tapped_message_is_gone_the_next_screen_stands_below(centre: Centre) -> None:
    await centre.write("log")
    seen = centre.sees()
    handle, police = seen.button("Politi")
    del seen.views[handle]

    await centre.send(handle, encode(police.tap))

    assert seen.texts[-1].startswith("Politi\n")


async def test_a_tap_that_waited_is_asked_when_the_call_was(centre: Centre) -> None:
    await centre.write("log")

    asked = await centre.tap("Politi", since=Hour.parse("2026-11-03T12"))
    receipt = await centre.tap("12–13", "Vold", "Nei")

    assert asked.text == "Når var samtalen?"
    assert receipt.text.endswith("kl.\u00a012–13")


async def test_an_answer_is_corrected_from_the_receipt(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")

    corrected = await centre.tap("Endre", "Hva", "Oppfølging")

    assert corrected.text.startswith("Lagret · nr.\u00a01 i dag\nPoliti · oppfølging")
    assert centre.sees().notices[-1] == "Endret."
    assert await centre.rows(ROW) == [("2026-11-03T14", "registered", "police", "follow_up", "no", "no")]
    assert await centre.rows("SELECT by FROM change") == [(DUTY,)]


async def test_another_seat_may_look_at_a_call_and_is_told_why_it_cannot_change_it(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")
    await centre.write("last", seat=OTHER)
    await centre.tap("1", seat=OTHER)

    await centre.tap("Angre", seat=OTHER)
    [alert] = centre.sees(OTHER).alerts
    await centre.write("last", seat=LEADER)
    await centre.tap("1", seat=LEADER)
    await centre.tap("Angre", seat=LEADER)

    assert alert.startswith("Bare den som førte samtalen, kan endre den, i 24 timer.")
    assert await centre.rows(ROW) == []


async def test_a_leader_looks_at_a_month_and_turns_to_another(centre: Centre) -> None:
    shown = await centre.write("stats", "2026-10", seat=LEADER)
    turned = await centre.tap("‹ September 2026", seat=LEADER)

    assert shown.picture
    assert shown.text.startswith("Oktober 2026")
    assert turned.picture
    assert turned.text.startswith("September 2026")
    assert centre.sees(LEADER).calls.count("busy with a picture") == 2


@pytest.mark.parametrize(
    "hostile", ["", "Undo:nobody0000", "Counted:2026-11-03T0730_3", "Unbind:chat-12", "\ud800"]
)
async def test_a_hostile_tap_is_answered_and_changes_nothing(centre: Centre, hostile: str) -> None:
    await centre.write("log")

    await centre.send(Handle(1), hostile)

    assert centre.sees().notices == [DEAD]
    assert centre.sees().calls == ["show", "answer"]


async def test_a_stranger_gets_nothing_but_the_answer_that_ends_the_waiting(centre: Centre) -> None:
    await centre.send(Handle(1), "Last:0", seat=99)
    await centre.send(Handle(1), "call:xyzAAAAAAAAAA....AA.......", seat=99)

    assert centre.sees(99).notices == [DEAD, DEAD]
    assert centre.sees(99).views == {}


def test_the_use_cases_are_put_together_without_telegram() -> None:
    ours = (
        "import bot.use_cases, bot.stores, sys; print({'telegram', 'aiohttp', 'apscheduler'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", ours], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
