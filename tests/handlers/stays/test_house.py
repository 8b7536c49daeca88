"""Who is in the house: groups of those who came together, also where the adult is not there any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest

from handlers.stays.house import House
from handlers.stays.rights import StayRights
from storage.people.seat import Role
from storage.stays.stay import Stay
from tests.handlers.stays.test_given import ADULT, CHILD

if TYPE_CHECKING:
    from storage.stays.stays import Stays

TODAY = date(2026, 11, 3)
ROLES: dict[int, Role] = {1: "staff", 2: "leader"}


@dataclass(frozen=True)
class FewStays:
    """Stays that are there, and some that are over."""

    there: Sequence[Stay]
    over: Sequence[Stay] = ()

    async def open(self) -> list[Stay]:
        """Return those that are there."""
        return list(self.there)

    async def closed(self, since: date) -> list[Stay]:
        """Return those that are over."""
        return [stay for stay in self.over if (stay.left or "") >= str(since)]


def _stay(form: str, source: str, bond: str | None = None, left: str | None = None) -> Stay:
    return Stay(form, source, "registered", "woman", "2026-10-01", left, {}, "", bond, 0)


def _house(there: Sequence[Stay], over: Sequence[Stay] = ()) -> House:
    rights = StayRights(ROLES.get, lambda: TODAY)
    return House({"adult": ADULT, "child": CHILD}, cast("Stays", FewStays(there, over)), rights)


async def test_each_adult_stands_with_the_children_of_the_same_bond() -> None:
    stays = [_stay("child", "a", "x"), _stay("adult", "b", "x"), _stay("adult", "c"), _stay("child", "d", "x")]

    shown = await _house(stays).now(1)

    groups = [[one.stay.source for one in group.all] for group in shown.groups]
    assert groups == [["b", "a", "d"], ["c"]]
    assert [[form.key for form in group.more] for group in shown.groups] == [["child"], ["child"]]


async def test_children_whose_adult_has_left_stand_by_themselves() -> None:
    shown = await _house([_stay("child", "a", "x"), _stay("child", "b", "x")]).now(1)

    assert [[one.stay.source for one in group.all] for group in shown.groups] == [["a"], ["b"]]


async def test_stays_of_a_form_that_is_not_in_use_are_not_shown() -> None:
    assert (await _house([_stay("other", "a")]).now(1)).groups == []


@pytest.mark.parametrize(("seat", "listed"), [(1, ["a"]), (2, ["a", "b"]), (3, [])])
async def test_those_who_left_are_listed_for_those_who_may_correct_them(seat: int, listed: list[str]) -> None:
    over = [_stay("adult", "a", left="2026-10-03"), _stay("adult", "b", left="2026-10-02")]

    shown = await _house([], over).now(seat)

    assert [one.stay.source for one in shown.left] == listed
