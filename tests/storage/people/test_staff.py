import asyncio

import pytest

from storage.database.connection import Database
from storage.people.staff import Staff
from tests.storage.rows import rows

OWNER, OTHER = 11, 12


async def test_those_the_config_names_are_on_the_list_and_everybody_else_is_a_stranger(database: Database) -> None:
    staff = Staff(database, {OWNER: "leader"})

    assert (staff.role(OWNER), staff.role(OTHER), staff.roles) == ("leader", None, {OWNER: "leader"})
    assert not Staff(database, {}).roles


async def test_a_code_stays_open_until_it_is_used(database: Database) -> None:
    staff = Staff(database, {})

    assert await staff.invite("one") == "one"
    assert await staff.invite("two") == "one"
    assert await staff.redeem("one", OWNER) == "administrator"
    assert await staff.invite("three") == "three"


async def test_the_same_sender_with_the_same_code_gets_the_same_and_anybody_else_nothing(
    database: Database,
) -> None:
    staff = Staff(database, {})
    await staff.invite("one")

    assert [await staff.redeem("one", seat) for seat in (OWNER, OTHER, OWNER)] == [
        "administrator",
        None,
        "administrator",
    ]
    assert staff.roles == {OWNER: "administrator"}


async def test_of_two_who_send_the_code_at_once_one_gets_in(database: Database) -> None:
    staff = Staff(database, {})
    await staff.invite("one")

    roles = await asyncio.gather(*(staff.redeem("one", seat) for seat in range(1, 11)))

    assert sorted(roles, key=str) == [*[None] * 9, "administrator"]


@pytest.mark.parametrize("code", ["", "On", "one ", "ONE", "one\0", "' OR 1=1 --", "\ud800", "😀" * 4096])
async def test_a_wrong_code_opens_nothing(database: Database, code: str) -> None:
    staff = Staff(database, {})
    await staff.invite("one")

    assert await staff.redeem(code, OTHER) is None
    assert not staff.roles
    assert rows(database.path, "SELECT used_by FROM invite") == [(None,)]


async def test_who_came_in_is_known_after_a_restart(database: Database) -> None:
    staff = Staff(database, {})
    await staff.invite("one")
    await staff.redeem("one", OWNER)

    again = Staff(database, {})
    await again.load()

    assert again.roles == {OWNER: "administrator"}


async def test_what_the_config_says_of_a_seat_wins(database: Database) -> None:
    staff = Staff(database, {OWNER: "staff"})
    await staff.invite("one")
    await staff.redeem("one", OWNER)

    assert staff.role(OWNER) == "staff"
