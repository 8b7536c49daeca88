"""One-time codes: each opens one seat once, within its time, and nothing afterwards."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage.database.connection import Database
from storage.people.invites import Invites, Redeemed
from storage.people.seat import Role
from storage.people.seats import Seats
from tests.storage.people.holding import let_in, seats_with
from tests.storage.rows import rows

NOW = datetime(2026, 11, 3, 13, 20, tzinfo=UTC)
DAY, HOUR = timedelta(hours=24), timedelta(hours=1)
OWNER, OTHER, THIRD = 11, 12, 13


@pytest.fixture
async def seats(database: Database) -> Seats:
    """Hold an administrator's seat, no. 1."""
    return await seats_with(database, {OWNER: "administrator"})


@pytest.fixture
def invites(database: Database, seats: Seats) -> Invites:
    """Invite to it."""
    return Invites(database, seats)


@pytest.mark.parametrize("role", ["staff", "leader", "administrator"])
async def test_a_code_opens_a_seat_of_its_role_that_waits_to_be_let_in(
    invites: Invites, seats: Seats, role: Role
) -> None:
    await invites.make("code", role, by=1, now=NOW)

    assert await invites.redeem("code", OTHER, now=NOW) == Redeemed(2, role, waiting=True)
    assert seats.role(2) is None
    await seats.admit(2)
    assert seats.role(2) == role


async def test_only_the_digest_of_a_code_is_kept(invites: Invites, database: Database) -> None:
    code = "QmWxqT0y1n4uJ8sKc2Vb5w"
    await invites.make(code, "staff", by=1, now=NOW)
    await invites.make_first(code[::-1], now=NOW)

    content = database.path.read_bytes()
    assert code.encode() not in content
    assert code[::-1].encode() not in content


async def test_the_same_sender_with_the_same_code_gets_the_same_and_anybody_else_nothing(invites: Invites) -> None:
    await invites.make("code", "staff", by=1, now=NOW)

    opened = [await invites.redeem("code", account, now=NOW) for account in (OTHER, THIRD, OTHER)]

    assert opened == [
        Redeemed(2, "staff", waiting=True),
        None,
        Redeemed(2, "staff", waiting=True, repeated=True),
    ]


async def test_of_forty_who_send_the_code_at_once_one_gets_a_seat(invites: Invites, database: Database) -> None:
    await invites.make("code", "staff", by=1, now=NOW)

    opened = await asyncio.gather(*(invites.redeem("code", account, now=NOW) for account in range(100, 140)))

    assert len([one for one in opened if one]) == 1
    assert rows(database.path, "SELECT count(*) FROM seat") == [(2,)]


@pytest.mark.parametrize("code", ["", "cod", "code ", "CODE", "code\0", "' OR 1=1 --", "\ud800", "😀" * 4096])
async def test_a_wrong_code_opens_nothing_and_spends_nothing(invites: Invites, seats: Seats, code: str) -> None:
    await invites.make("code", "staff", by=1, now=NOW)

    assert await invites.redeem(code, OTHER, now=NOW) is None
    assert seats.of(OTHER) is None
    assert await invites.redeem("code", OTHER, now=NOW)


async def test_who_has_a_seat_spends_no_code(invites: Invites, seats: Seats) -> None:
    await invites.make("code", "administrator", by=1, now=NOW)
    staff = await let_in(seats, OTHER, "staff")

    assert await invites.redeem("code", OTHER, now=NOW) is None
    assert seats.role(staff) == "staff"
    assert await invites.redeem("code", THIRD, now=NOW)


@pytest.mark.parametrize(("after", "opens"), [(DAY - timedelta(seconds=1), True), (DAY, False)])
async def test_an_invite_is_valid_for_a_day(invites: Invites, after: timedelta, *, opens: bool) -> None:
    await invites.make("code", "staff", by=1, now=NOW)

    assert bool(await invites.redeem("code", OTHER, now=NOW + after)) == opens


@pytest.mark.parametrize(("after", "opens"), [(HOUR - timedelta(seconds=1), True), (HOUR, False)])
async def test_a_first_code_is_valid_for_an_hour(database: Database, after: timedelta, *, opens: bool) -> None:
    invites = Invites(database, await seats_with(database, {}))
    await invites.make_first("code", now=NOW)

    assert await invites.first_is_open(NOW + after) == opens
    assert bool(await invites.redeem("code", OWNER, now=NOW + after)) == opens


async def test_a_first_code_makes_the_first_administrator_and_then_every_other_first_code_is_dead(
    database: Database,
) -> None:
    seats = await seats_with(database, {})
    invites = Invites(database, seats)
    for code in ("one", "two"):
        await invites.make_first(code, now=NOW)

    assert await invites.redeem("two", OWNER, now=NOW) == Redeemed(1, "administrator", waiting=False)
    assert await invites.redeem("one", OTHER, now=NOW) is None
    assert seats.accounts == {OWNER: "administrator"}


async def test_a_first_code_is_dead_as_soon_as_somebody_is_on_the_list(database: Database) -> None:
    invites = Invites(database, await seats_with(database, {}))
    await invites.make_first("code", now=NOW)
    again = Invites(database, await seats_with(database, {OWNER: "staff"}))

    assert await again.redeem("code", OTHER, now=NOW) is None


async def test_an_invite_that_is_taken_back_opens_nothing(invites: Invites) -> None:
    number = await invites.make("code", "staff", by=1, now=NOW)

    assert await invites.revoke(number)
    assert not await invites.revoke(number)
    assert await invites.redeem("code", OTHER, now=NOW) is None


async def test_an_invite_that_was_used_cannot_be_taken_back(invites: Invites, seats: Seats) -> None:
    number = await invites.make("code", "staff", by=1, now=NOW)
    await invites.redeem("code", OTHER, now=NOW)

    assert not await invites.revoke(number)
    assert seats.of(OTHER)


async def test_with_a_seat_goes_the_code_it_came_in_by(invites: Invites, seats: Seats) -> None:
    await invites.make("code", "staff", by=1, now=NOW)
    await invites.redeem("code", OTHER, now=NOW)
    await seats.remove(2)

    assert await invites.redeem("code", OTHER, now=NOW) is None
    assert await invites.redeem("code", THIRD, now=NOW) is None


@pytest.mark.parametrize("removed", [True, False], ids=["removed", "made staff"])
async def test_the_codes_that_an_administrator_made_are_dead_once_it_is_none(
    invites: Invites, seats: Seats, *, removed: bool
) -> None:
    number = await let_in(seats, OTHER, "administrator")
    await invites.make("code", "administrator", by=number, now=NOW)

    await (seats.remove(number) if removed else seats.give(number, "staff"))

    assert await invites.redeem("code", THIRD, now=NOW) is None


async def test_a_code_whose_maker_is_no_administrator_any_more_is_dead_however_that_came(
    database: Database,
) -> None:
    seats = await seats_with(database, {OWNER: "administrator"})
    await Invites(database, seats).make("code", "administrator", by=1, now=NOW)

    demoted = await seats_with(database, {OWNER: "staff"})

    assert await Invites(database, demoted).redeem("code", THIRD, now=NOW) is None


async def test_the_same_code_again_tells_the_role_that_the_seat_has_now(invites: Invites, seats: Seats) -> None:
    await invites.make("code", "administrator", by=1, now=NOW)
    await invites.redeem("code", OTHER, now=NOW)
    await seats.admit(2)
    await seats.give(2, "staff")

    assert await invites.redeem("code", OTHER, now=NOW) == Redeemed(2, "staff", waiting=False, repeated=True)


async def test_what_has_expired_is_forgotten(invites: Invites, database: Database) -> None:
    await invites.make("code", "staff", by=1, now=NOW)

    await invites.forget_expired(NOW + DAY)

    assert rows(database.path, "SELECT * FROM invite") == []
