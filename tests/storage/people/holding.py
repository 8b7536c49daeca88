"""Seats that are held without anybody's having been invited."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from storage.database.connection import Database
from storage.people.invites import Invites
from storage.people.seat import Role
from storage.people.seats import Seats

TODAY = date(2026, 11, 3)


async def seats_with(
    database: Database, named: Mapping[int, Role], *, today: date = TODAY, lapse_days: int = 90
) -> Seats:
    """Return the seats of the accounts that a config names, and of those in the database."""
    seats = Seats(database, named, lapse_days=lapse_days, today=lambda: today)
    await seats.add_named()
    return seats


async def let_in(seats: Seats, account: int, role: Role) -> int:
    """Invite an account to a seat of this role and let it in; return the seat's number."""
    now = datetime.combine(seats._today(), time(12), UTC)
    invites = Invites(seats._database, seats)
    await invites.make(str(account), role, by=None, now=now)
    opened = await invites.redeem(str(account), account, now=now)
    assert opened is not None
    await seats.admit(opened.seat)
    return opened.seat
