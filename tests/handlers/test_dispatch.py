import pytest

from handlers.conversation import Handle
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
