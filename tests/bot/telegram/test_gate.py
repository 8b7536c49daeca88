"""Who gets past the gate with what."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.telegram.arrival import Arrival
from bot.telegram.gate import Gate
from handlers.strangers import Strangers
from storage.database.connection import Database
from storage.people.invites import Invites
from tests.storage.people.holding import seats_with

DUTY, ADMINISTRATOR, STRANGER = 11, 13, 99
BOUND_GROUP, OTHER_GROUP = -100, -200
BOUND_STRANGER = 98
"""Somebody who is not on the list, but whose private chat gets summaries."""
LAPSED = 97
"""Somebody whose access has lapsed."""
RESTORED, INVITED = 96, 95
"""Somebody who waits to be let in again after a restore, and somebody who waits for the first time."""
NOW = datetime(2026, 11, 3, 14, 20)  # noqa: DTZ001 - the clock on the wall


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a fresh database."""
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        yield database


@pytest.fixture
async def gate(database: Database) -> Gate:
    """Stand at a gate that knows the duty phone, somebody whose access has lapsed, and two bound chats."""
    seats = await seats_with(database, {DUTY: "staff", ADMINISTRATOR: "administrator"})
    invites, long_ago = Invites(database, seats), datetime(2026, 1, 1, tzinfo=UTC)
    for account, state in ((LAPSED, "waiting = 0"), (RESTORED, "restored = 1"), (INVITED, "restored = 0")):
        await invites.make(str(account), "staff", by=None, now=long_ago)
        opened = await invites.redeem(str(account), account, now=long_ago)
        assert opened is not None
        await database.write(f"UPDATE seat SET {state} WHERE number = ?", (opened.seat,))  # noqa: S608 - ours
    await seats.load()
    return Gate(seats, {BOUND_GROUP, BOUND_STRANGER}.__contains__, Strangers(lambda: NOW))


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
def test_the_gate_lets_in_what_may_be_answered(gate: Gate, arrival: Arrival) -> None:
    assert gate.admits(arrival)


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
def test_the_gate_drops_everything_else(gate: Gate, arrival: Arrival) -> None:
    assert not gate.admits(arrival)


@pytest.mark.parametrize("account", [LAPSED, RESTORED])
def test_those_whose_access_has_lapsed_or_waits_again_can_be_told_in_private_and_nowhere_else(
    gate: Gate, account: int
) -> None:
    assert [
        gate.admits(one) for one in (tapped(account), written(account, "/log"), tapped(account, BOUND_GROUP))
    ] == [
        True,
        True,
        False,
    ]
    assert gate.knows(account) is None


def test_who_was_never_let_in_gets_silence(gate: Gate) -> None:
    assert not any(gate.admits(one) for one in (tapped(INVITED), written(INVITED, "/log")))


def test_what_strangers_send_is_counted_a_day_at_a_time(gate: Gate) -> None:
    for one in (written(STRANGER, "hello"), tapped(STRANGER), written(DUTY, "hello"), tapped(DUTY, OTHER_GROUP)):
        gate.admits(one)

    assert gate.strangers.today == 2
