from dataclasses import replace

import pytest

from handlers.conversation import Handle
from handlers.tap.codec import encode
from tests.handlers.centre import Centre

DEAD = "Denne knappen virker ikke lenger. Trykket er ikke lagret."


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


async def test_pages_are_turned_however_soon_and_nothing_else_is_done_twice(centre: Centre) -> None:
    turns, dispatch = ("Last:5", "Last:10"), centre.cases.dispatch

    assert dispatch.turns_on(*turns)
    assert not dispatch.turns_on("Last:5", "More:2026-11-03T07:30_6")
    assert not dispatch.turns_on("Undo:abcdefghij", "Undo:abcdefghij")
    assert not dispatch.turns_on("hostile", "hostile")


@pytest.mark.parametrize(
    ("taps", "before", "notice"),
    [
        ([], "NAV", "Det var et ekstra trykk. Ingenting er lagret."),
        (["Taus samtale"], "Taus samtale", "Det var et ekstra trykk. Det første gjelder."),
        (["Taus samtale", "Angre"], "Angre", "Det var et ekstra trykk. Det første gjelder."),
        (["Tidligere samtale"], "Tidligere samtale", "Det var et ekstra trykk. Det første gjelder."),
    ],
)
async def test_an_extra_tap_is_told_what_came_of_the_first(
    centre: Centre, taps: list[str], before: str, notice: str
) -> None:
    await centre.write("log")
    for label in taps[:-1]:
        await centre.tap(label)
    _, button = centre.sees().button(before)
    for label in taps[-1:]:
        await centre.tap(label)

    await centre.cases.dispatch.explain_extra(centre.request(Handle(1)), encode(button.tap), elsewhere=False)

    assert centre.sees().notices[-1] == notice


async def test_of_an_extra_tap_on_another_message_is_said_only_that_it_does_not_count(centre: Centre) -> None:
    await centre.write("log")
    _, button = centre.sees().button("Taus samtale")
    await centre.tap("Taus samtale")

    await centre.cases.dispatch.explain_extra(centre.request(Handle(1)), encode(button.tap), elsewhere=True)

    assert centre.sees().notices[-1] == "Det var et ekstra trykk. Det teller ikke."


async def test_while_the_database_cannot_be_read_nobody_knows_whether_a_call_is_saved(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.calls.registration.LOOK_UP_SECONDS", 0.05)
    await centre.write("log")
    _, button = centre.sees().button("NAV")
    async with centre.database.transaction():
        saved = await centre.cases.dispatch.is_saved(encode(button.tap))

    assert saved is None
    assert await centre.cases.dispatch.is_saved(encode(button.tap)) is False


async def test_a_screen_on_which_a_tap_had_waited_is_shown_again(centre: Centre) -> None:
    await centre.write("log")
    [(handle, form)] = centre.sees().views.items()

    await centre.cases.dispatch.ask_again(centre.request(handle), form)

    once = replace(form, text=f"{form.text}\n\nTrykk igjen.")
    assert centre.sees().views[handle] == once
    assert centre.sees().notices == ["Trykk igjen."]
    await centre.cases.dispatch.ask_again(centre.request(handle), once)

    assert centre.sees().views[handle] == once


async def test_where_it_cannot_be_shown_again_the_notice_alone_says_so(centre: Centre) -> None:
    await centre.cases.dispatch.ask_again(centre.request(Handle(1)), None)

    assert centre.sees().calls == ["answer"]
    assert centre.sees().notices == ["Trykk igjen."]
