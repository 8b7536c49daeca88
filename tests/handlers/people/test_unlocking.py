"""Unlock codes: five wrong in a row, counted before they are looked at, and then only an administrator helps."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.conversation import Handle, Request
from handlers.people.unlocking import MOST_TRIES, Attempt, Unlocking
from storage.fault import NotAllowed
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre, open_centre

CODE = "7391"


@pytest.fixture
async def centre(tmp_path: Path) -> AsyncIterator[Centre]:
    async with open_centre(tmp_path) as centre:
        yield centre


def _unlocking(centre: Centre) -> Unlocking:
    return centre.cases.people.unlocking


def _asks(centre: Centre, account: int) -> Request:
    return Request(centre.number(account), centre.sees(account), Handle(0))


async def test_only_the_hash_of_a_code_is_kept(centre: Centre) -> None:
    await _unlocking(centre).choose(1, "kantarell9", "kantarell9")

    assert b"kantarell9" not in centre.database.path.read_bytes()
    assert await centre.rows("SELECT substr(hash, 1, 10), wrong FROM unlock_code") == [("$argon2id$", 0)]


async def test_a_seat_that_has_a_code_is_given_no_other(centre: Centre) -> None:
    unlocking = _unlocking(centre)
    await unlocking.choose(1, CODE, CODE)

    assert not await unlocking.choose(1, "8462", "8462")
    assert (await unlocking.attempt(1, CODE)).right


async def test_of_many_tries_at_once_five_are_looked_at(centre: Centre) -> None:
    unlocking = _unlocking(centre)
    await unlocking.choose(1, CODE, CODE)

    attempts = await asyncio.gather(*(unlocking.attempt(1, code) for code in ["8462"] * 9 + [CODE]))

    assert not any(attempt.right for attempt in attempts)
    assert await centre.rows("SELECT wrong FROM unlock_code") == [(MOST_TRIES,)]


async def test_of_two_changes_at_once_only_the_code_that_is_kept_is_said_to_be(centre: Centre) -> None:
    unlocking = _unlocking(centre)
    await unlocking.choose(1, CODE, CODE)

    chosen = ("5027", "6183")
    changed = await asyncio.gather(*(unlocking.change(1, CODE, code, code) for code in chosen))

    opened = [(await unlocking.attempt(1, code)).right for code in chosen]
    assert [one.right for one in changed] == opened
    assert opened.count(True) == 1


async def test_the_present_code_is_asked_for_before_another_is_kept(centre: Centre) -> None:
    unlocking = _unlocking(centre)
    await unlocking.choose(1, CODE, CODE)

    assert await unlocking.change(1, "8462", "5027", "5027") == Attempt(right=False, left=4)
    assert (await unlocking.change(1, CODE, "5027", "5027")).right
    assert (await unlocking.attempt(1, "5027")).right


@pytest.mark.parametrize("account", [DUTY, LEADER])
async def test_nobody_but_an_administrator_frees_a_code(centre: Centre, account: int) -> None:
    await _unlocking(centre).choose(1, CODE, CODE)

    with pytest.raises(NotAllowed):
        await _unlocking(centre).free(_asks(centre, account), 1)
    assert await _unlocking(centre).left(1) == MOST_TRIES


async def test_a_code_that_is_freed_stands_in_the_audit(centre: Centre) -> None:
    await _unlocking(centre).choose(1, CODE, CODE)

    freed = [await _unlocking(centre).free(_asks(centre, OWNER), 1) for _ in range(2)]

    assert freed == [True, False]
    assert await centre.rows("SELECT by, act, about FROM audit") == [(centre.number(OWNER), "code_freed", "1")]


@given(steps=st.lists(st.sampled_from(["right", "wrong", "wrong", "free", "restart"]), max_size=14))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_is_tried_only_freeing_ends_five_wrong_ones(centre: Centre, steps: list[str]) -> None:
    unlocking, wrong = _unlocking(centre), 0
    await centre.database.write("DELETE FROM unlock_code")
    await unlocking.choose(1, CODE, CODE)

    for step in steps:
        if step == "free":
            await unlocking.free(_asks(centre, OWNER), 1)
            await unlocking.choose(1, CODE, CODE)
            wrong = 0
        elif step == "restart":
            unlocking = _unlocking(centre)
        else:
            attempt = await unlocking.attempt(1, CODE if step == "right" else "8462")
            opened = step == "right" and wrong < MOST_TRIES
            wrong = 0 if opened else min(MOST_TRIES, wrong + 1)
            assert attempt == Attempt(opened, MOST_TRIES - wrong)
