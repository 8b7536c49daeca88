"""Who gets past the gate with what."""

import pytest

from bot.telegram.arrival import Arrival
from bot.telegram.gate import Gate
from storage.people.staff import Role

DUTY, STRANGER = 11, 99
BOUND_GROUP, OTHER_GROUP = -100, -200
BOUND_STRANGER = 98
"""Somebody who is not on the list, but whose private chat gets summaries."""
STAFF: dict[int, Role] = {DUTY: "staff"}
GATE = Gate(STAFF.get, {BOUND_GROUP, BOUND_STRANGER}.__contains__)


def written(seat: int, text: str, chat: int | None = None) -> Arrival:
    """Return a message, written in private where no chat is named."""
    place = seat if chat is None else chat
    return Arrival(1, seat, place, private=place > 0, message=2, text=text, query=None)


def tapped(seat: int, chat: int | None = None, carried: str = "Last:0") -> Arrival:
    """Return a tap."""
    place = seat if chat is None else chat
    return Arrival(1, seat, place, private=place > 0, message=2, text=carried, query="9")


@pytest.mark.parametrize(
    "arrival",
    [
        written(DUTY, "/log"),
        written(DUTY, "somebody's name"),
        written(DUTY, ""),
        tapped(DUTY),
        tapped(DUTY, BOUND_GROUP),
        tapped(BOUND_STRANGER),
        written(DUTY, "/bind", OTHER_GROUP),
        written(DUTY, "/unbind", BOUND_GROUP),
        written(STRANGER, "/start code"),
        written(STRANGER, "/bind code", OTHER_GROUP),
        written(STRANGER, "/bind code"),
    ],
)
def test_the_gate_lets_in_what_may_be_answered(arrival: Arrival) -> None:
    assert GATE.admits(arrival)


@pytest.mark.parametrize(
    "arrival",
    [
        written(STRANGER, "/log"),
        written(STRANGER, "hello"),
        written(STRANGER, ""),
        written(STRANGER, "/start"),
        written(STRANGER, "/startcode"),
        written(STRANGER, " /start code"),
        written(STRANGER, "/start code", BOUND_GROUP),
        written(STRANGER, "/start code", DUTY),
        written(STRANGER, "/bind"),
        written(STRANGER, "/bind", BOUND_GROUP),
        written(STRANGER, "/unbind", BOUND_GROUP),
        written(BOUND_STRANGER, "/stats"),
        tapped(STRANGER),
        tapped(STRANGER, BOUND_GROUP),
        tapped(STRANGER, BOUND_STRANGER),
        tapped(DUTY, OTHER_GROUP),
        written(DUTY, "/log", BOUND_GROUP),
        written(DUTY, "hello", BOUND_GROUP),
    ],
)
def test_the_gate_drops_everything_else(arrival: Arrival) -> None:
    assert not GATE.admits(arrival)
