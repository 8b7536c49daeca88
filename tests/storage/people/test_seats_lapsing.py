"""For how long a seat may be used: until it has not been used for many days."""

from datetime import date, timedelta

import pytest

from storage.database.connection import Database
from storage.people.seat import LastAdministrator, Role
from storage.people.seats import Seats
from tests.storage.people.holding import TODAY, let_in, seats_with

OWNER, OTHER, THIRD = 11, 12, 13


async def _later(database: Database, days: int, named: dict[int, Role] | None = None) -> Seats:
    return await seats_with(database, named or {}, today=TODAY + timedelta(days=days))


async def test_a_seat_lapses_when_it_was_not_used_for_so_many_days(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "administrator"})
    number = await let_in(seats, OTHER, "staff")
    named: dict[int, Role] = {OWNER: "administrator"}

    assert (await _later(database, 89, named)).role(number) == "staff"
    lapsed = await _later(database, 90, named)
    seat = lapsed.find(number)
    assert seat is not None
    assert lapsed.lapses_on(seat) == date(2027, 2, 1)
    assert lapsed.role(number) is None
    assert number not in lapsed.roles
    lapsed.use(number)
    assert lapsed.role(number) is None
    await lapsed.admit(number)
    assert lapsed.role(number) == "staff"


async def test_a_use_counts_from_that_day_and_is_kept(database: Database) -> None:
    number = await let_in(await seats_with(database, {OWNER: "administrator"}), OTHER, "staff")
    named: dict[int, Role] = {OWNER: "administrator"}
    later = await _later(database, 89, named)
    await later.warn(number)

    later.use(number)
    later.use(99)
    await later.keep_use()
    await later.keep_use()

    seat = (await _later(database, 178, named)).find(number)
    assert seat is not None
    assert (seat.used_on, seat.warned) == (TODAY + timedelta(days=89), False)
    assert (await _later(database, 178, named)).role(number) == "staff"


async def test_those_in_the_config_and_the_administrator_who_came_last_never_lapse(database: Database) -> None:
    seats = await seats_with(database, {})
    first, second = [await let_in(seats, account, "administrator") for account in (OWNER, OTHER)]
    staff = await let_in(seats, THIRD, "staff")
    soon = await _later(database, 5)
    soon.use(second)
    await soon.keep_use()

    assert (await _later(database, 4000)).roles == {second: "administrator"}
    assert (await _later(database, 4000, {THIRD: "staff"})).roles == {second: "administrator", staff: "staff"}
    assert (await _later(database, 4000, {OWNER: "administrator"})).roles == {first: "administrator"}


async def test_an_administrator_whose_seat_has_lapsed_does_not_come_back_by_anothers_leaving(
    database: Database,
) -> None:
    seats = await seats_with(database, {})
    first, second = [await let_in(seats, account, "administrator") for account in (OWNER, OTHER)]
    later = await _later(database, 100)
    later.use(first)
    later = await _later(database, 100)
    lapsed = [number for number in (first, second) if later.role(number) is None]

    [active] = {first, second} - set(lapsed)
    with pytest.raises(LastAdministrator):
        await later.remove(active)

    assert later.role(active) == "administrator"


async def test_a_use_is_not_lost_where_the_seats_are_read_anew_before_it_is_kept(database: Database) -> None:
    number = await let_in(await seats_with(database, {OWNER: "administrator"}), OTHER, "staff")
    named: dict[int, Role] = {OWNER: "administrator"}
    later = await _later(database, 89, named)

    later.use(number)
    await later.load()
    await later.keep_use()

    assert (await _later(database, 178, named)).role(number) == "staff"


async def test_who_waits_or_has_lapsed_may_get_no_reports_and_who_never_had_a_seat_may(database: Database) -> None:
    seats = await seats_with(database, {OWNER: "administrator"})
    await let_in(seats, OTHER, "leader")
    later = await _later(database, 90, {OWNER: "administrator"})

    assert [later.may_get(account) for account in (OWNER, OTHER, THIRD)] == [True, False, True]
