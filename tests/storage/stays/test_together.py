from dataclasses import replace
from datetime import date

import pytest

from storage.database.connection import Database
from storage.stays.stay import Stay, StayChanged
from storage.stays.stays import Stays
from tests.storage.rows import rows
from tests.storage.stays.staying import ADULT, CHILD, NOW, arrival, as_it_is, begun

LEFT = date(2016, 7, 20)
BONDS = "SELECT arrived, bond FROM stay ORDER BY arrived"


async def family(stays: Stays, *, declined: bool = False) -> list[Stay]:
    """Begin the stays of an adult and two children, each a day later than the one before."""
    adult = await begun(stays, "adult", declined=declined)
    children = [
        await begun(stays, f"child-{day}", CHILD, beside="adult", arrived=date(2016, 7, day)) for day in (15, 16)
    ]
    return [adult, *children]


async def leave(stays: Stays, stay: Stay) -> Stay:
    """End a stay."""
    form = CHILD if stay.form == "child" else ADULT
    return await stays.change(form, stay.source, stay.revision, replace(as_it_is(stay), left=LEFT), now=NOW)


async def test_those_who_came_together_share_a_random_number(database: Database, stays: Stays) -> None:
    await begun(stays, "another", arrived=date(2016, 7, 13))
    await family(stays)

    assert rows(database.path, BONDS) == [
        ("2016-07-13", None),
        ("2016-07-14", "bond-1"),
        ("2016-07-15", "bond-1"),
        ("2016-07-16", "bond-1"),
    ]


async def test_it_goes_from_who_leaves_and_from_the_last_one_who_is_there(
    database: Database, stays: Stays
) -> None:
    adult, elder, _ = await family(stays)

    await leave(stays, adult)
    both = rows(database.path, BONDS)
    await leave(stays, elder)

    assert [bond for _, bond in both] == [None, "bond-1", "bond-1"]
    assert [bond for _, bond in rows(database.path, BONDS)] == [None, None, None]


async def test_it_goes_from_the_last_one_when_the_others_were_mistakes(database: Database, stays: Stays) -> None:
    adult, *children = await family(stays)

    for child in children:
        await stays.remove(child.source, child.revision)

    assert rows(database.path, BONDS) == [("2016-07-14", None)]
    assert await stays.find("adult") == adult


async def test_who_came_along_and_is_over_already_has_none_and_leaves_none_behind(
    database: Database, stays: Stays
) -> None:
    await begun(stays)
    await begun(stays, "child", CHILD, beside="adult", arrived=date(2016, 7, 15), left=LEFT)

    assert rows(database.path, BONDS) == [("2016-07-14", None), ("2016-07-15", None)]


async def test_nobody_is_begun_beside_a_stay_that_is_over(database: Database, stays: Stays) -> None:
    await leave(stays, await begun(stays))

    with pytest.raises(StayChanged, match="Nothing was saved"):
        await begun(stays, "child", CHILD, beside="adult")

    assert len(rows(database.path, BONDS)) == 1


async def test_an_adult_who_declines_takes_the_children_along(database: Database, stays: Stays) -> None:
    adult, *children = await family(stays)

    await stays.change(ADULT, adult.source, 1, as_it_is(adult).declined, now=NOW)

    assert [(stay.outcome, stay.answers) for stay in await stays.open()] == [("declined", {})] * 3
    assert [stay.revision for stay in await stays.open()] == [2, 2, 2]
    assert rows(database.path, "SELECT DISTINCT recorded_at, recorded_by FROM record") == [("2016-07", None)]
    with pytest.raises(StayChanged):
        await leave(stays, children[0])


async def test_a_child_of_one_who_has_declined_is_not_registered(stays: Stays) -> None:
    assert [stay.outcome for stay in await family(stays, declined=True)] == ["declined"] * 3
    sibling = await stays.begin(arrival("sibling", CHILD, beside="child-15"), by=1, now=NOW)

    assert (sibling.stay.outcome, sibling.stay.answers) == ("declined", {})


async def test_neither_is_one_whose_adult_declines_in_being_added_to_it(stays: Stays) -> None:
    await begun(stays, "child", CHILD)

    await begun(stays, "adult", beside="child", declined=True)

    assert [stay.outcome for stay in await stays.open()] == ["declined", "declined"]


async def test_a_child_can_decline_alone(stays: Stays) -> None:
    adult, child, _ = await family(stays)

    await stays.change(CHILD, child.source, 1, as_it_is(child).declined, now=NOW)

    assert [stay.outcome for stay in await stays.open()] == ["registered", "declined", "registered"]
    assert await stays.find("adult") == replace(adult, bond="bond-1")


async def test_who_declined_may_agree_later_but_not_a_child_in_place_of_the_adult(stays: Stays) -> None:
    adult, child, _ = await family(stays, declined=True)
    answered = replace(as_it_is(child), outcome="registered", answers={"age": "large"})

    refused = await stays.change(CHILD, child.source, 1, answered, now=NOW)
    agreed = replace(as_it_is(adult), outcome="registered", answers={"sex": "woman"})
    await stays.change(ADULT, adult.source, 1, agreed, now=NOW)
    given = await stays.change(CHILD, child.source, 1, answered, now=NOW)

    assert refused == child
    assert (given.outcome, given.answers) == ("registered", {"age": "large"})
