"""Invites that open one more way into a seat that there is: whose count, and what they open."""

from datetime import UTC, datetime

import pytest

from storage.database.connection import Database
from storage.people.invites import Invites, Redeemed
from storage.people.seats import Seats
from tests.storage.people.holding import let_in, seats_with
from tests.storage.rows import rows

NOW = datetime(2026, 11, 3, 13, 20, tzinfo=UTC)
OWNER, LEADER, STAFF = 1, 2, 3


@pytest.fixture
async def seats(database: Database) -> Seats:
    """Hold an administrator's seat, a leader's and one of the staff."""
    seats = await seats_with(database, {11: "administrator"})
    await let_in(seats, 12, "leader")
    await let_in(seats, 13, "staff")
    return seats


@pytest.mark.parametrize(
    ("by", "seat", "opens"),
    [
        (None, STAFF, True),
        (OWNER, STAFF, True),
        (OWNER, OWNER, True),
        (LEADER, LEADER, True),
        (LEADER, STAFF, False),
        (LEADER, OWNER, False),
        (STAFF, STAFF, False),
    ],
)
async def test_administrators_invite_into_every_seat_leaders_into_their_own_and_staff_into_none(
    database: Database, seats: Seats, by: int | None, seat: int, *, opens: bool
) -> None:
    invites = Invites(database, seats)
    await invites.make("code", "staff", by=by, now=NOW, seat=seat)

    opened = await invites.redeem_at_desk("code", "cookie", "Opera", now=NOW)

    known = seats.find(seat)
    assert known is not None
    assert opened == (Redeemed(seat, known.role, waiting=False) if opens else None)
    assert rows(database.path, "SELECT seat FROM device") == ([(seat,)] if opens else [])


async def test_with_its_seat_an_invite_is_gone(database: Database, seats: Seats) -> None:
    invites = Invites(database, seats)
    await invites.make("code", "staff", by=OWNER, now=NOW, seat=STAFF)
    await seats.remove(STAFF)

    assert await invites.redeem_at_desk("code", "cookie", "Opera", now=NOW) is None
